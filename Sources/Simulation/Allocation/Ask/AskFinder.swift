/// Finds what to ask for next: one more unit for each gap, one step of each limit that binds, and the best few
/// units together.
///
/// Every value is found by solving again. If units may be divided it is the difference of two optima. In whole
/// units it lies between `bound₀ − objective₁` and `objective₀ − bound₁`, where 0 is the plan and 1 the plan
/// with what is asked for.
public struct AskFinder: Sendable {
  private let ground: PlanGround
  private let count: Int

  /// Makes the plan that asks are compared with.
  ///
  /// - Parameters:
  ///   - scenario: What is planned for.
  ///   - options: How plans are made.
  ///   - count: Units in the best set.
  /// - Throws: ``SolverFailure`` where there is no plan.
  public init(scenario: Scenario, options: AllocationOptions, count: Int) throws(SolverFailure) {
    ground = try PlanGround(scenario, options)
    self.count = count
  }

  /// All asks, the most valuable first, and the best set.
  ///
  /// - Throws: ``SolverFailure`` where the solver gives up.
  public func find() throws(SolverFailure) -> Advice {
    let units = UnitAskBuilder(ground.scenario).units(reasons: ground.reasons)
    let values = try AskValues(ground, units: units, most: count)
    let steps = values.steps
    let found = try values.asks(for: steps).compactMap(\.self)
    let ranks = ValueRange.ranks(of: found.map(\.value))
    let order = ValueRange.order(of: found.map(\.value))
    let sets = try AskSets(values).find()
    return Advice(
      weightedGapDays: values.before.objective, bound: values.before.bound,
      asks: order.map { number in
        var ask = found[number]
        ask.ranks = ranks[number]
        return ask
      },
      best: sets?.best, greedy: sets?.greedy, unfinished: units.count + steps.count - found.count)
  }
}
