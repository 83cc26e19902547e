/// Optima and bounds of linear programs that asks are told by.
extension AskValues {
  /// What linear programs tell of an ask.
  struct Relaxed: Sendable {
    /// The optimum in parts.
    var divided: Double
    /// A bound for plans with it, where the optimum in parts is the one of whole units' relaxation, too.
    var bound: Double?
  }

  /// The optimum in parts with each unit, then with each step; `nil` where the time was over.
  ///
  /// What the prices say to be worth nothing leaves the optimum where it is.
  func relaxed(with steps: [LimitStep]) throws(SolverFailure) -> [Relaxed?] {
    guard let base = divisions.base else {
      return Array(repeating: nil, count: asks.units.count + steps.count)
    }
    let noise = ValueRange.noise * max(1, base.objective)
    let worths = divisible.worths(at: base).map { base.objective - base.bound + $0 }
    var relaxed = worths.map { $0 < noise ? Relaxed(divided: base.objective) : nil }
    relaxed += steps.map { _ in nil }
    let tried = worths.indices.filter { worths[$0] >= noise }
    let numbers = tried + steps.indices.map { worths.count + $0 }
    let trials = trials(of: tried, steps, divisible)
    let twins = relaxations.isTwin ? self.trials(of: tried, steps, asks) : []
    let found = try divisions.outcomes(of: trials, twins: twins, in: relaxations)
    for (number, outcome) in zip(numbers, found) {
      relaxed[number] = outcome.map { Relaxed(divided: $0.own.objective, bound: $0.twin?.bound) }
    }
    return relaxed
  }

  /// A bound for the plans with each ask, 0 where another decides; `nil` where the time was over.
  ///
  /// A unit that closes no more by itself than the plan's own gap may hide is bounded by that alone.
  func bounds(
    of relaxed: [Relaxed?], with steps: [LimitStep], closeTo isClose: [Bool]
  ) throws(SolverFailure) -> [Double?] {
    var bounds = relaxed.map { $0.map { $0.bound ?? 0 } }
    guard ground.isWhole else { return bounds }
    let hidden = (before.objective - before.bound) - ValueRange.noise * max(1, before.objective)
    let open = relaxed.indices.filter { relaxed[$0] != nil && relaxed[$0]?.bound == nil }
    let units = open.filter { $0 < isClose.count && (isClose[$0] || ground.isSmall || caps[$0] > hidden) }
    let later = open.filter { $0 >= isClose.count }
    let trials = trials(of: units, later.map { steps[$0 - isClose.count] }, asks)
    for (number, outcome) in zip(units + later, try relaxations.outcomes(of: trials)) {
      bounds[number] = outcome?.bound
    }
    return bounds
  }

  /// The optimum of whole units' relaxation with all units on offer, so many of each; `nil` where the time was over.
  func opened(each most: Int) throws(SolverFailure) -> LinearOptimum? {
    try relaxations.optimum(with: asks.opening(Array(asks.units.indices), each: most))
  }

  /// Each unit, then each step as a trial of a model's program.
  private func trials(of units: [Int], _ steps: [LimitStep], _ model: AskModel) -> [GapTrial] {
    units.map { .bounds(model.opening([$0])) }
      + model.model.trials(of: steps, threads: ground.threads, stop: ground.stop) { [ground] step in
        ground.model(with: step, wholeUnits: model.isWhole)
      }
  }
}
