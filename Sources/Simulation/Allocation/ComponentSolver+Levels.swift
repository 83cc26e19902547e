// The levels behind the weighted gap: cost, and changes to an earlier plan.
extension ComponentSolver {
  /// Deployments up to which the cost, too, is minimised by branch and bound.
  private static let smallPart = 500

  /// The cheapest plan at the gap found; in large parts the cheapest that exchanges reach.
  func solveCost(after plan: ComponentPlan) throws(SolverFailure) -> ComponentPlan {
    var result = plan
    let start = PlanState(model: model, sending: plan.sent)
    let held = LevelHold(gap: start.weightedGap, floor: floor)
    var best = start
    if wholeUnits {
      var search = PlanSearch(model: model, limits: limits, floor: floor)
      let cheaper = search.cheaper(start)
      if held.isKept(by: cheaper) { best = cheaper }
    }
    if isSmall {
      let level = LevelProgram(costOf: model, gapAtMost: held.gap).holding(floor)
      var found = try cheapest(amongOptimaOf: plan, level)
      if found == nil { found = try optimum(of: level, from: best) }
      // The solver's tolerance is wider than the one that levels are held to: a plan that used it is not taken.
      if let found, held.isKept(by: found), found.cost < best.cost { best = found }
    }
    result.sent = best.sent
    return result
  }

  /// The plan with the fewest changes at the gap and the cost found; in large parts the fewest that taking
  /// changes back one by one reaches.
  func solveChanges(
    to earlier: EarlierSending, after plan: ComponentPlan
  ) throws(SolverFailure) -> ComponentPlan {
    var result = plan
    let start = PlanState(model: model, sending: plan.sent)
    let held = LevelHold(gap: start.weightedGap, cost: start.cost, floor: floor)
    var best = start
    if wholeUnits {
      best = ReturnSearch(model: model, earlier: earlier, held: held, limits: limits).returned(start)
    }
    if isSmall, earlier.changes(in: best.sent) > 0 {
      let level = LevelProgram(changesOf: model, to: earlier, gapAtMost: held.gap, cost: held.cost)
      if let state = try optimum(of: level.holding(floor), from: best), held.isKept(by: state),
        earlier.changes(in: state.sent) < earlier.changes(in: best.sent)
      {
        best = state
      }
    }
    result.sent = best.sent
    return result
  }

  /// Whether levels after the weighted gap, too, are minimised by branch and bound.
  var isSmall: Bool { !wholeUnits || model.deployments.count <= Self.smallPart }

  /// The cheapest of all plans with the gap that was found, where units may be divided; `nil` where it was not proved.
  private func cheapest(
    amongOptimaOf plan: ComponentPlan, _ level: LevelProgram
  ) throws(SolverFailure) -> PlanState? {
    guard !wholeUnits, let begun = plan.optimum else { return nil }
    let costs = Array(level.program.columns.prefix(begun.program.columns.count).map(\.cost))
    let optimum = try RelaxationSession.with(from: begun, stop: limits.stop) {
      session throws(SolverFailure) in
      try session.solve(amongOptimaBy: costs)
    }
    return optimum.flatMap(self.plan)
  }

  /// The best plan of a later level that a tenth of the nodes finds.
  private func optimum(
    of level: LevelProgram, from start: PlanState
  ) throws(SolverFailure) -> PlanState? {
    let level = level.withSums
    var few = limits
    few.gap = 0
    few.allowance = 0
    few.nodes = max(1, limits.nodes / 10)
    return try GLPKProblem.with(level.program) { problem throws(SolverFailure) -> PlanState? in
      let relaxation = try problem.solveRelaxation(threads: limits.threads, stop: limits.stop)
      if let state = plan(at: relaxation) { return state }
      let outcome = try problem.search(
        from: level.point(start), bound: relaxation.bound,
        ranks: level.program.columns.map(\.branchingRank), limits: few)
      return outcome.values.flatMap(model.rounded).map { PlanState(model: model, sending: $0) }
    }
  }

  /// A relaxation's optimum where it is a plan.
  private func plan(at relaxation: LinearOptimum) -> PlanState? {
    guard relaxation.isProved else { return nil }
    return model.rounded(relaxation.values).map { PlanState(model: model, sending: $0) }
  }
}
