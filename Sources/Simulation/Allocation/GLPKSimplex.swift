internal import CGLPK

/// A proved optimum of a linear program.
package struct LinearOptimum: Sendable {
  package var objective: Double
  /// Value of each column.
  package var values: [Double]
  /// Change of the objective per unit of each row's bound.
  ///
  /// Not unique at a degenerate optimum: it ranks candidates, it is never printed as a value.
  package var rowDuals: [Double]
  /// Change of the objective per unit of each column.
  package var reducedCosts: [Double]
  package var iterations: Int
}

extension GLPKProblem {
  /// Solves the linear program, whole columns taken as divisible.
  ///
  /// The primal simplex starts from "nothing deployed"; where it loses precision or cycles, the dual starts
  /// again from a basis of GLPK's own, and last the primal one with exact tests.
  borrowing func solveRelaxation() throws(SolverFailure) -> LinearOptimum {
    glp_scale_prob(pointer, GLP_SF_AUTO)
    startFromNothingDeployed()
    var code = simplex(GLP_PRIMAL)
    var status = glp_get_status(pointer)
    if code != 0 || status == GLP_UNDEF || status == GLP_INFEAS {
      glp_adv_basis(pointer, 0)
      code = simplex(GLP_DUALP)
      status = glp_get_status(pointer)
    }
    if code != 0 || status == GLP_UNDEF || status == GLP_INFEAS {
      glp_std_basis(pointer)
      var control = glp_smcp()
      glp_init_smcp(&control)
      control.msg_lev = GLP_MSG_OFF
      code = glp_exact(pointer, &control)
      status = glp_get_status(pointer)
    }
    try Self.check(code: code, status: status, routine: "glp_simplex")
    return relaxationOptimum()
  }

  private borrowing func simplex(_ method: CInt) -> CInt {
    var control = glp_smcp()
    glp_init_smcp(&control)
    control.msg_lev = GLP_MSG_OFF
    control.meth = method
    return glp_simplex(pointer, &control)
  }

  /// Marks each covering row's shortfall as basic where something is missing, and every other row's slack.
  ///
  /// That basis is triangular and primal feasible wherever the pins alone are.
  private borrowing func startFromNothingDeployed() {
    let rowCount = glp_get_num_rows(pointer)
    let columnCount = glp_get_num_cols(pointer)
    var activity = [Double](repeating: 0, count: Int(rowCount) + 1)
    var rowNumbers = [CInt](repeating: 0, count: Int(rowCount) + 1)
    var values = [Double](repeating: 0, count: Int(rowCount) + 1)
    var shortfallColumns = [CInt](repeating: 0, count: Int(rowCount) + 1)
    for column in stride(from: CInt(1), through: columnCount, by: 1) {
      glp_set_col_stat(pointer, column, GLP_NL)
      let entries = glp_get_mat_col(pointer, column, &rowNumbers, &values)
      let lower = glp_get_col_lb(pointer, column)
      for entry in stride(from: 1, through: Int(entries), by: 1) {
        let row = Int(rowNumbers[entry])
        if lower > 0, lower.isFinite { activity[row] += values[entry] * lower }
      }
      // A continuous column of cost that touches one row is a shortfall.
      if entries == 1, glp_get_col_kind(pointer, column) == GLP_CV, glp_get_obj_coef(pointer, column) > 0 {
        shortfallColumns[Int(rowNumbers[1])] = column
      }
    }
    for row in stride(from: CInt(1), through: rowCount, by: 1) {
      let shortfall = shortfallColumns[Int(row)]
      let kind = glp_get_row_type(pointer, row)
      let wantsMore = (kind == GLP_LO || kind == GLP_DB) && activity[Int(row)] < glp_get_row_lb(pointer, row)
      if shortfall != 0, wantsMore {
        glp_set_row_stat(pointer, row, GLP_NL)
        glp_set_col_stat(pointer, shortfall, GLP_BS)
      } else {
        glp_set_row_stat(pointer, row, GLP_BS)
      }
    }
  }

  private borrowing func relaxationOptimum() -> LinearOptimum {
    let rows = stride(from: CInt(1), through: glp_get_num_rows(pointer), by: 1)
    let columns = stride(from: CInt(1), through: glp_get_num_cols(pointer), by: 1)
    return LinearOptimum(
      objective: glp_get_obj_val(pointer),
      values: columns.map { glp_get_col_prim(pointer, $0) },
      rowDuals: rows.map { glp_get_row_dual(pointer, $0) },
      reducedCosts: columns.map { glp_get_col_dual(pointer, $0) },
      iterations: Int(glp_get_it_cnt(pointer)))
  }

  /// Returns normally only for a proved optimum.
  ///
  /// Both numbers are needed: without its presolver GLPK returns 0 for an infeasible program and tells the
  /// truth only in the status; with it, the code says so and the status is undefined.
  static func check(code: CInt, status: CInt, routine: String) throws(SolverFailure) {
    let reason: SolverFailure.Reason
    switch (code, status) {
    case (0, GLP_OPT): return
    case (0, GLP_NOFEAS), (GLP_ENOPFS, _): reason = .contradiction([])
    case (0, GLP_UNBND), (GLP_ENODFS, _): reason = .unbounded
    case (GLP_ESING, _), (GLP_ECOND, _), (GLP_EFAIL, _), (GLP_EINSTAB, _), (0, _):
      reason = .numericalTrouble
    default: reason = .unexpected
    }
    throw SolverFailure(reason: reason, routine: "\(routine): code \(code), status \(status)")
  }
}
