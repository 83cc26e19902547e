internal import CGLPK

extension GLPKProblem {
  /// Rounds the relaxation column by column, solving again after each, as far as that goes.
  ///
  /// Bounds and optimum are as before when it returns; after a relaxation that was stopped it goes nowhere.
  /// Columns nearest to the next whole number go first, ties to the first column, so the same program gives the
  /// same point.
  ///
  /// - Parameters:
  ///   - ranks: Branching rank of each column; the smallest goes first.
  ///   - steps: Relaxations that may be solved.
  ///   - limits: Time and interruption end it sooner.
  /// - Returns: The last point on the way down: whole, or with what could not be rounded left as it was.
  /// - Throws: ``SolverFailure`` where the optimum cannot be had again.
  borrowing func dive(ranks: [Int], steps: Int, limits: SearchLimits) throws(SolverFailure) -> [Double] {
    let whole = stride(from: CInt(1), through: glp_get_num_cols(pointer), by: 1)
      .filter { glp_get_col_kind(pointer, $0) != GLP_CV }
    let bounds = whole.map { (glp_get_col_lb(pointer, $0), glp_get_col_ub(pointer, $0)) }
    guard glp_get_status(pointer) == GLP_OPT else { return values }
    let point = descend(whole, ranks, steps: steps, limits)
    for (column, (lower, upper)) in zip(whole, bounds) { bound(column, lower, upper) }
    // Where the time is over nothing is searched from here.
    guard resolve(until: limits.stop) || limits.isOver else {
      throw SolverFailure(reason: .numericalTrouble, routine: "glp_simplex after rounding")
    }
    return point
  }

  /// Of the columns at hand.
  var values: [Double] {
    stride(from: CInt(1), through: glp_get_num_cols(pointer), by: 1).map { glp_get_col_prim(pointer, $0) }
  }

  private borrowing func descend(
    _ whole: [CInt], _ ranks: [Int], steps: Int, _ limits: SearchLimits
  ) -> [Double] {
    var point: [Double] = []
    for _ in 0..<steps {
      point = values
      let open = whole.filter { column in
        let value = point[Int(column) - 1]
        return abs(value.rounded() - value) > 1e-7
      }
      let first = open.map { ranks[Int($0) - 1] }.min()
      let next = open.filter { ranks[Int($0) - 1] == first }
      guard !next.isEmpty, !limits.isOver,
        roundUpOrElseDown(nearest(next), until: limits.stop)
      else { break }
    }
    return point
  }

  private borrowing func nearest(_ open: [CInt]) -> CInt {
    var best = open[0]
    var distance = 1.0
    for column in open {
      let value = glp_get_col_prim(pointer, column)
      let up = value.rounded(.up) - value
      if up < distance - 1e-9 {
        best = column
        distance = up
      }
    }
    return best
  }

  /// Whether the program can still be satisfied.
  private borrowing func roundUpOrElseDown(_ column: CInt, until stop: StopSignal) -> Bool {
    let value = glp_get_col_prim(pointer, column)
    let (lower, upper) = (glp_get_col_lb(pointer, column), glp_get_col_ub(pointer, column))
    bound(column, value.rounded(.up), upper)
    if resolve(until: stop) { return true }
    bound(column, lower, value.rounded(.down))
    return resolve(until: stop)
  }

  private borrowing func bound(_ column: CInt, _ lower: Double, _ upper: Double) {
    glp_set_col_bnds(pointer, column, lower == upper ? GLP_FX : GLP_DB, lower, upper)
  }

  /// Solves again from the basis at hand by the dual simplex; whether there is an optimum before `stop`.
  borrowing func resolve(until stop: StopSignal) -> Bool {
    var control = glp_smcp()
    glp_init_smcp(&control)
    control.msg_lev = GLP_MSG_OFF
    control.meth = GLP_DUALP
    control.it_lim = CInt(clamping: mostSteps)
    if let left = stop.millisecondsLeft { control.tm_lim = left }
    return simrun_simplex(pointer, &control) == 0 && glp_get_status(pointer) == GLP_OPT
  }
}
