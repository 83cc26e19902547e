/// Optima and bounds of linear programs that asks are told by.
extension AskValues {
  /// The optimum in parts with each unit, and with each step, with a bound for plans after it; `nil` where the time was
  /// over.
  ///
  /// What the prices say to be worth nothing leaves the optimum where it is.
  func relaxed(
    with steps: [LimitStep]
  ) throws(SolverFailure) -> (units: [Double?], steps: [(divided: Double, bound: Double)?]) {
    guard let base = divisions.base else { return (asks.units.map { _ in nil }, steps.map { _ in nil }) }
    let noise = ValueRange.noise * max(1, base.objective)
    let priced = divisible.worths(at: base).map { base.objective - base.bound + $0 < noise }
    var gaps = priced.map { $0 ? base.objective : nil }
    let tried = gaps.indices.filter { !priced[$0] }
    let units = tried.map { GapTrial.bounds(opening([$0], of: divisible)) }
    var work = [(program: divisions, tried: units + trials(of: steps, divisible))]
    // The few in whole units come first, so that what takes long there goes beside the many others.
    if ground.isWhole { work.insert((relaxations, trials(of: steps, asks)), at: 0) }
    let outcomes = try GapTrials.outcomes(of: work)
    let divided = outcomes[work.count - 1]
    for (unit, outcome) in zip(tried, divided) { gaps[unit] = outcome?.objective }
    let inParts = divided.dropFirst(tried.count)
    let stepped = zip(inParts, ground.isWhole ? outcomes[0][...] : inParts).map { divided, whole in
      divided.flatMap { divided in whole.map { (divided: divided.objective, bound: $0.bound) } }
    }
    return (gaps, stepped)
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
