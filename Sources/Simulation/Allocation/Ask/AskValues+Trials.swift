/// Optima and bounds of linear programs that asks are told by.
extension AskValues {
  /// The optimum in parts with each unit; `nil` where the time was over.
  ///
  /// What the prices say to be worth nothing leaves the optimum where it is.
  var divided: [Double?] {
    get throws(SolverFailure) {
      guard let base = divisions.base else { return asks.units.map { _ in nil } }
      let noise = ValueRange.noise * max(1, base.objective)
      let priced = divisible.worths(at: base).map { base.objective - base.bound + $0 < noise }
      var gaps = priced.map { $0 ? base.objective : nil }
      let tried = gaps.indices.filter { !priced[$0] }
      let outcomes = try divisions.outcomes(of: tried.map { opening([$0], of: divisible) })
      for (unit, outcome) in zip(tried, outcomes) { gaps[unit] = outcome?.objective }
      return gaps
    }
  }

  /// A bound for the plans with each unit, 0 where another decides; `nil` where the time was over.
  ///
  /// A unit that closes no more by itself than the plan's own gap may hide is bounded by that alone.
  func bounds(closeTo isClose: [Bool]) throws(SolverFailure) -> [Double?] {
    guard ground.isWhole else { return isClose.map { _ in 0 } }
    let hidden = (before.objective - before.bound) - ValueRange.noise * max(1, before.objective)
    var bounds = [Double?](repeating: 0, count: isClose.count)
    let wanted = isClose.indices.filter { isClose[$0] || ground.isSmall || caps[$0] > hidden }
    let outcomes = try relaxations.outcomes(of: wanted.map { opening([$0], of: asks) })
    for (unit, outcome) in zip(wanted, outcomes) { bounds[unit] = outcome?.bound }
    return bounds
  }

  /// The optimum with each step; `nil` where the time was over.
  func outcomes(
    of steps: [LimitStep], _ trials: GapTrials, _ model: AskModel
  ) throws(SolverFailure) -> [GapTrials.Outcome?] {
    let changes = parallelMap(count: steps.count, threads: ground.threads) { step in
      ground.stop.isOver ? nil : model.model.changes(by: steps[step])
    }
    let warm = steps.indices.filter { changes[$0] != nil }
    var found = [GapTrials.Outcome?](repeating: nil, count: steps.count)
    for (step, outcome) in zip(warm, try trials.outcomes(of: warm.compactMap { changes[$0] })) {
      found[step] = outcome
    }
    // What is solved from nothing comes first, so that threads end together.
    let others = steps.indices.filter { changes[$0] == nil }
      .sorted { steps[$0].changesDeployments && !steps[$1].changesDeployments }
    let solved = parallelMap(count: others.count, threads: ground.threads) { number in
      Result { () throws(SolverFailure) -> GapTrials.Outcome? in
        guard !ground.stop.isOver else { return nil }
        let step = steps[others[number]]
        guard !step.changesDeployments else {
          let stepped = ground.model(with: step, wholeUnits: model.isWhole)
          return try GapTrials.single(stepped.program, ground.stop)
        }
        let stepped = AskModel(
          step.applied(to: ground.scenario), deployments: ground.deployments, units: model.units, most: most,
          wholeUnits: model.isWhole)
        return try trials.outcome(near: stepped.closed)
      }
    }
    for (step, outcome) in zip(others, solved) { found[step] = try outcome.get() }
    return found
  }
}
