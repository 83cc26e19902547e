internal import CGLPK

/// What a branch and bound found and what it proved.
package struct SearchOutcome: Sendable {
  /// Best point with whole columns whole; `nil` where none was found.
  package var values: [Double]?
  /// No point with whole columns whole has a smaller objective.
  package var bound: Double
  package var nodes: Int
  package var stoppedByTime: Bool
}

/// When a branch and bound ends before it has looked at everything.
package struct SearchLimits: Sendable {
  /// Relative gap at which it may stop.
  package var gap: Double
  /// What the objective may be away from the bound besides, because of parts that are settled already.
  package var allowance: Double
  package var nodes: Int
  /// A safety net; a plan it stopped is not promised to repeat.
  package var deadline: ContinuousClock.Instant?
  package var interruption: Interruption?
  /// At most so many work on one relaxation; they change nothing.
  package var threads: Int

  package init(
    gap: Double, allowance: Double, nodes: Int, deadline: ContinuousClock.Instant?,
    interruption: Interruption?, threads: Int = 1
  ) {
    self.gap = gap
    self.allowance = allowance
    self.nodes = nodes
    self.deadline = deadline
    self.interruption = interruption
    self.threads = threads
  }

  /// Nodes where a scenario names no work limit: fewer for larger parts, so that the work stays about the same.
  static func usualNodes(deployments: Int) -> Int { max(50, 400_000 / max(1, deployments)) }

  /// The largest objective that is near enough to a bound below which none goes.
  func enough(above bound: Double) -> Double { (bound + allowance) / max(1 - gap, 1e-9) }

  /// The clock and the user, for whom a single relaxation ends as well.
  var stop: StopSignal { StopSignal(deadline: deadline, interruption: interruption) }

  var isPastDeadline: Bool { stop.isPastDeadline }

  /// Whether the clock or the user asks for the best so far.
  var isOver: Bool { stop.isOver }
}

/// Watches GLPK's search from its callback: hands over the first plan, counts, stops, keeps the bound.
private final class SearchWatch {
  let limits: SearchLimits
  /// Values with GLPK's unused place 0 in front.
  var start: [Double]?
  var bound: Double
  var nodes = 0
  var stoppedByTime = false
  /// Branching ranks with GLPK's unused place 0 in front.
  let ranks: [Int]

  init(ranks: [Int], limits: SearchLimits, start: [Double]?, bound: Double) {
    self.ranks = [0] + ranks
    self.limits = limits
    self.start = start.map { [0] + $0 }
    self.bound = bound
  }

  func look(at tree: OpaquePointer) {
    let best = glp_ios_best_node(tree)
    if best != 0 { bound = max(bound, glp_ios_node_bound(tree, best)) }
    var total: CInt = 0
    glp_ios_tree_size(tree, nil, nil, &total)
    nodes = Int(total)
    if glp_ios_reason(tree) == GLP_IHEUR, let point = start {
      glp_ios_heur_sol(tree, point)
      start = nil
    }
    if glp_ios_reason(tree) == GLP_IBRANCH { branch(tree) }
    let problem = glp_ios_get_prob(tree)
    if glp_mip_status(problem) == GLP_FEAS {
      let best = glp_mip_obj_val(problem)
      if best - bound <= limits.gap * abs(best) + limits.allowance { glp_ios_terminate(tree) }
    }
    if limits.isPastDeadline { stoppedByTime = true }
    if limits.isOver || nodes > limits.nodes { glp_ios_terminate(tree) }
  }

  /// Branches on the column farthest from whole among those of the smallest rank, up first.
  private func branch(_ tree: OpaquePointer) {
    let problem = glp_ios_get_prob(tree)
    var chosen: CInt = 0
    var chosenRank = Int.max
    var farthest = 0.0
    for column in ranks.indices.dropFirst() where glp_ios_can_branch(tree, CInt(column)) != 0 {
      let value = glp_get_col_prim(problem, CInt(column))
      let distance = abs(value - value.rounded())
      if ranks[column] < chosenRank || (ranks[column] == chosenRank && distance > farthest + 1e-9) {
        (chosen, chosenRank, farthest) = (CInt(column), ranks[column], distance)
      }
    }
    if chosen != 0 { glp_ios_branch_upon(tree, chosen, CInt(GLP_UP_BRNCH)) }
  }
}

extension GLPKProblem {
  /// Branch and bound from the optimal basis of the relaxation.
  ///
  /// Where the relaxation was stopped there is none, and what was known before is all that comes back.
  ///
  /// - Parameters:
  ///   - start: A point known to satisfy the program, or `nil`.
  ///   - bound: The relaxation's bound.
  ///   - ranks: Branching rank of each column.
  ///   - limits: When to stop before everything has been looked at.
  /// - Returns: The best point and the bound that was proved, whether or not the search ran to its end.
  /// - Throws: ``SolverFailure`` where GLPK gives up.
  borrowing func search(
    from start: [Double]?, bound: Double, ranks: [Int], limits: SearchLimits
  ) throws(SolverFailure) -> SearchOutcome {
    guard glp_get_status(pointer) == GLP_OPT else {
      return SearchOutcome(values: start, bound: bound, nodes: 0, stoppedByTime: limits.isPastDeadline)
    }
    let watch = SearchWatch(ranks: ranks, limits: limits, start: start, bound: bound)
    var control = glp_iocp()
    glp_init_iocp(&control)
    control.msg_lev = GLP_MSG_OFF
    control.bt_tech = GLP_BT_BLB
    control.mir_cuts = program.isSafeToCut ? GLP_ON : GLP_OFF
    control.tol_int = 1e-7
    if let left = limits.stop.millisecondsLeft { control.tm_lim = left }
    control.tol_obj = 1e-10  // a plan called optimal is optimal to 1e-9
    control.cb_func = { tree, info in
      guard let tree, let info else { return }
      Unmanaged<SearchWatch>.fromOpaque(info).takeUnretainedValue().look(at: tree)
    }
    let code = withExtendedLifetime(watch) {
      control.cb_info = Unmanaged.passUnretained(watch).toOpaque()
      return simrun_intopt(pointer, &control)
    }
    return try outcome(code: code, watch: watch)
  }

  private borrowing func outcome(code: CInt, watch: SearchWatch) throws(SolverFailure) -> SearchOutcome {
    // A node whose relaxation the clock ended may be called a failure.
    let isOutOfTime = code == GLP_ETMLIM || code == GLP_EFAIL && watch.limits.isPastDeadline
    let stopped = code == GLP_ESTOP || code == GLP_EMIPGAP || code == SIMRUN_BROKEN || isOutOfTime
    guard code == 0 || stopped else {
      throw SolverFailure(reason: .numericalTrouble, routine: "glp_intopt: code \(code)")
    }
    let stoppedByTime = watch.stoppedByTime || isOutOfTime
    // After a failed assertion nothing in the problem is to be relied on.
    guard code != SIMRUN_BROKEN else {
      return SearchOutcome(values: nil, bound: watch.bound, nodes: watch.nodes, stoppedByTime: stoppedByTime)
    }
    let status = glp_mip_status(pointer)
    guard status == GLP_OPT || status == GLP_FEAS else {
      return SearchOutcome(
        values: nil, bound: stopped ? watch.bound : .infinity, nodes: watch.nodes,
        stoppedByTime: stoppedByTime)
    }
    let values = stride(from: CInt(1), through: glp_get_num_cols(pointer), by: 1)
      .map { glp_mip_col_val(pointer, $0) }
    // A search that ran to its end has proved its best point.
    let bound = stopped ? watch.bound : glp_mip_obj_val(pointer)
    return SearchOutcome(
      values: values, bound: bound, nodes: watch.nodes, stoppedByTime: stoppedByTime)
  }
}
