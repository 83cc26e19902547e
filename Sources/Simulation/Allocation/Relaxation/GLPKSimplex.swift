internal import CGLPK

/// How a run of the simplex method ended.
struct SimplexEnd {
  let code: CInt
  let status: CInt
  /// Whether the clock or the user ended it.
  let isStopped: Bool

  var isOptimal: Bool { code == 0 && status == GLP_OPT }

  /// Whether it says that no point satisfies the program, or that none is the best.
  ///
  /// It has two spellings: without its presolver GLPK returns 0 and tells the truth only in the status; with
  /// it, the code says so and the status is undefined.
  var isRefusal: Bool {
    code == 0 && (status == GLP_NOFEAS || status == GLP_UNBND) || code == GLP_ENOPFS || code == GLP_ENODFS
  }

  var failure: SolverFailure {
    let reason: SolverFailure.Reason =
      switch (code, status) {
      case (0, GLP_NOFEAS), (GLP_ENOPFS, _): .contradiction([])
      case (0, GLP_UNBND), (GLP_ENODFS, _): .unbounded
      case (SIMRUN_BROKEN, _), (GLP_ESING, _), (GLP_ECOND, _), (GLP_EFAIL, _), (GLP_EINSTAB, _),
        (GLP_EITLIM, _), (0, _):
        .numericalTrouble
      default: .unexpected
      }
    return SolverFailure(reason: reason, routine: "glp_simplex: code \(code), status \(status)")
  }
}

extension GLPKProblem {
  enum Method { case primal, dual, exact }

  /// Steps beyond which the method is taken to go round in circles, as it does on figures that differ by more
  /// orders of magnitude than numbers have digits.
  var mostSteps: Int { 20_000 + 20 * Int(glp_get_num_rows(pointer) + glp_get_num_cols(pointer)) }

  /// Runs the simplex method from the basis at hand, in slices after each of which it looks at `stop`.
  ///
  /// It gives up where the method goes round in circles.
  ///
  /// The dual method goes over to the primal one where the basis is not dual feasible.
  ///
  /// - Parameters:
  ///   - method: The primal or the dual one, or the primal one in exact arithmetic.
  ///   - isSharp: Whether reduced costs are held to a hundredth of the tolerance that is usual.
  ///   - stop: When to end with what is at hand.
  /// - Returns: How it ended; the basis stays in GLPK.
  borrowing func optimise(by method: Method, isSharp: Bool = false, stop: StopSignal) -> SimplexEnd {
    var control = glp_smcp()
    glp_init_smcp(&control)
    control.msg_lev = GLP_MSG_OFF
    control.meth = method == .dual ? GLP_DUALP : GLP_PRIMAL
    if isSharp { control.tol_dj /= 100 }
    // The length counts steps, not time, so that the steps taken are always the same. Each slice goes over the whole
    // program and forgets which columns were steep.
    control.it_lim = max(400, 5_000_000 / (glp_get_num_rows(pointer) + 1))
    let last = Int(glp_get_it_cnt(pointer)) + mostSteps
    while !stop.isOver {
      control.tm_lim = stop.millisecondsLeft ?? CInt.max
      let code = method == .exact ? simrun_exact(pointer, &control) : simrun_simplex(pointer, &control)
      guard code == GLP_EITLIM, glp_get_it_cnt(pointer) < last else {
        return SimplexEnd(code: code, status: glp_get_status(pointer), isStopped: code == GLP_ETMLIM)
      }
    }
    return SimplexEnd(code: GLP_ETMLIM, status: glp_get_status(pointer), isStopped: true)
  }

  /// What the basis at hand says of `plain`, which was loaded in some form.
  ///
  /// `columns` are the entries of `plain`. Columns that GLPK was not given are at rest, rows have their price.
  borrowing func optimum(
    of plain: LinearProgram, _ columns: SparseColumns, places: GLPKPlaces, aside: RowsAside = RowsAside(),
    isStopped: Bool
  ) -> LinearOptimum {
    var values = values(of: plain, places: places)
    let room = aside.room(in: plain, columns, at: values)
    for (row, room) in zip(aside.rows, room) where !places.holds(row: row) {
      if let filler = aside.filler(of: row) { values[filler.column] = room / filler.value }
    }
    return LinearOptimum(
      of: plain, columns: columns, values: values,
      rowDuals: places.activities.enumerated().map { row, activity in
        guard places.holds(row: row) else { return aside.price(of: row) }
        return activity.map { glp_get_col_dual(pointer, $0) } ?? glp_get_row_dual(pointer, places.rows[row])
      },
      iterations: Int(glp_get_it_cnt(pointer)), isStopped: isStopped)
  }

  /// Value of each column at the basis at hand; what GLPK was not given is at rest.
  borrowing func values(of plain: LinearProgram, places: GLPKPlaces) -> [Double] {
    places.columns.enumerated().map { column, place in
      place > 0 ? glp_get_col_prim(pointer, place) : plain.columns[column].resting
    }
  }
}
