/// Optima and bounds of linear programs that asks are told by.
extension AskValues {
  /// The optimum in parts with each unit, and with each step; `nil` where the time was over.
  ///
  /// What the prices say to be worth nothing leaves the optimum where it is.
  func divided(
    with steps: [LimitStep]
  ) throws(SolverFailure) -> (units: [Double?], steps: [GapTrials.Outcome?]) {
    guard let base = divisions.base else { return (asks.units.map { _ in nil }, steps.map { _ in nil }) }
    let noise = ValueRange.noise * max(1, base.objective)
    let priced = divisible.worths(at: base).map { base.objective - base.bound + $0 < noise }
    var gaps = priced.map { $0 ? base.objective : nil }
    let tried = gaps.indices.filter { !priced[$0] }
    let trials = tried.map { GapTrial.bounds(opening([$0], of: divisible)) } + trials(of: steps, divisible)
    let outcomes = try divisions.outcomes(of: trials)
    for (unit, outcome) in zip(tried, outcomes) { gaps[unit] = outcome?.objective }
    return (gaps, Array(outcomes[tried.count...]))
  }

  /// A bound for the plans with each unit, 0 where another decides; `nil` where the time was over.
  ///
  /// A unit that closes no more by itself than the plan's own gap may hide is bounded by that alone.
  func bounds(closeTo isClose: [Bool]) throws(SolverFailure) -> [Double?] {
    guard ground.isWhole else { return isClose.map { _ in 0 } }
    let hidden = (before.objective - before.bound) - ValueRange.noise * max(1, before.objective)
    var bounds = [Double?](repeating: 0, count: isClose.count)
    let wanted = isClose.indices.filter { isClose[$0] || ground.isSmall || caps[$0] > hidden }
    let outcomes = try relaxations.outcomes(of: wanted.map { .bounds(opening([$0], of: asks)) })
    for (unit, outcome) in zip(wanted, outcomes) { bounds[unit] = outcome?.bound }
    return bounds
  }

  /// Each step as a trial of a model's program.
  func trials(of steps: [LimitStep], _ model: AskModel) -> [GapTrial] {
    model.model.trials(of: steps, threads: ground.threads, stop: ground.stop) { [ground] step in
      ground.model(with: step, wholeUnits: model.isWhole)
    }
  }
}
