/// What each ask is worth, solved again one by one.
struct AskValues: Sendable {
  let ground: PlanGround
  let most: Int
  /// The model in whole units, where these are asked for.
  let asks: AskModel
  let divisible: AskModel
  /// The plan without any ask, in the model of ``asks``.
  let before: GapFound
  /// What one unit of each ask closes at most; infinite where nobody asks, since units may be divided.
  let caps: [Double]
  /// Relaxations of ``asks`` with some of its units on offer.
  let relaxations: GapTrials
  /// The same where units may be divided.
  let divisions: GapTrials

  /// Units whose value is searched for, in models too large for proofs.
  private static let closeLooks = 2

  init(_ ground: PlanGround, units: [UnitAsk], most: Int) throws(SolverFailure) {
    self.ground = ground
    self.most = most
    let models = parallelMap(count: ground.isWhole ? 2 : 1, threads: ground.threads) { number in
      AskModel(
        ground.scenario, deployments: ground.deployments, units: units, most: most, wholeUnits: number == 1)
    }
    let asks = models[models.count - 1]
    self.asks = asks
    divisible = models[0]
    let ways = units.indices.map { GapTrial.bounds(models[0].opening([$0])) }
    divisions = try Self.trials(models[0], ground).facing(ways)
    relaxations = ground.isWhole ? try Self.trials(asks, ground, twin: divisions) : divisions
    caps = ground.isWhole ? asks.caps : asks.units.map { _ in .infinity }
    before = GapFound(state: asks.state(sending: ground.before.state.sent), bound: ground.before.bound)
  }

  /// Steps of the limits that hold the plan back.
  var steps: [LimitStep] {
    let prices = divisions.base?.rowDuals.dropFirst(divisible.model.cells.count) ?? []
    let limits = asks.model.limits.count
    return BindingLimits.steps(
      of: before.state, base: asks.baseCount,
      prices: prices.count >= limits ? Array(prices.prefix(limits)) : Array(repeating: 0, count: limits))
  }

  // MARK: Each by itself

  /// Each ask, first the units, then the steps, both in order; `nil` where the time was over.
  func asks(for steps: [LimitStep]) throws(SolverFailure) -> [Ask?] {
    let relaxed = try relaxed(with: steps)
    // What closes most in parts is looked at closely: that takes a search each.
    let gaps = relaxed.prefix(asks.units.count).map { $0?.divided ?? .infinity }
    let close = gaps.indices.sorted { (gaps[$0], $0) < (gaps[$1], $1) }
      .prefix(ground.looksClosely ? Self.closeLooks : 0)
    let isClose = gaps.indices.map(close.contains)
    let bounds = try bounds(of: relaxed, with: steps, closeTo: isClose)
    // The longest work first, so that threads end together.
    let order = Array(close) + steps.indices.map { gaps.count + $0 } + gaps.indices.filter { !isClose[$0] }
    let found = parallelMap(count: order.count, threads: ground.threads) { place in
      Result { () throws(SolverFailure) -> Ask? in
        let number = order[place]
        guard !ground.stop.isOver, let divided = relaxed[number]?.divided, let bound = bounds[number]
        else { return nil }
        guard number < gaps.count else {
          return try ask(forStep: steps[number - gaps.count], divided: divided, bound: bound)
        }
        return try ask(forUnit: number, divided: divided, bound: bound, isClose: isClose[number])
      }
    }
    var result = [Ask?](repeating: nil, count: order.count)
    for (number, outcome) in zip(order, found) { result[number] = try outcome.get() }
    return result
  }

  private func ask(
    forUnit unit: Int, divided: Double, bound: Double, isClose: Bool
  ) throws(SolverFailure) -> Ask {
    let subject = Ask.Subject.unit(asks.units[unit])
    guard ground.isWhole else { return ask(subject, divided, nil, nil) }
    let added = ground.nudge.adding(asks.columns[unit], to: before.state)
    let after = GapFound(state: added.map(ground.nudge.improved) ?? before.state, bound: bound)
    let cap = caps[unit]
    if asks.isAlone(unit: unit) {
      return ask(subject, divided, after, ValueRange(low: cap, high: cap))
    }
    guard isClose || ground.isSmall else {
      return ask(subject, divided, after, range(after, nil, most: cap))
    }
    let alone = AskModel(
      ground.scenario, deployments: ground.deployments, units: [asks.units[unit]], most: 1, wholeUnits: true)
    let proved = try ground.proved(
      alone.model, from: alone.state(sending: after.state.sent, asking: asks.columns[unit]),
      isThorough: isClose)
    let best = after.improved(by: proved)
    return ask(subject, divided, best, range(best, proved, most: cap))
  }

  private func ask(
    forStep step: LimitStep, divided: Double, bound: Double
  ) throws(SolverFailure) -> Ask {
    guard ground.isWhole else { return ask(.step(step), divided, nil, nil) }
    let after = try ground.replanned(after: step, bound: bound)
    return ask(.step(step), divided, after.gap, range(after.gap, after.parts, most: .infinity))
  }

  // MARK: Shared

  /// A program's relaxation without asks, to be tried with some.
  private static func trials(
    _ model: AskModel, _ ground: PlanGround, twin: GapTrials? = nil
  ) throws(SolverFailure) -> GapTrials {
    let asked = [Double](repeating: 0, count: model.model.deployments.count - model.baseCount)
    let near = ground.relaxed.map { $0 + asked }
    return try GapTrials(model.closed, near: near, twin: twin, threads: ground.threads, stop: ground.stop)
  }

  /// What the fall of the weighted gap is proved to be: more never hurts.
  private func range(_ after: GapFound, _ proved: PartPlans?, most: Double) -> ValueRange {
    let bound = max(after.bound, before.bound - most)
    var range = ValueRange(
      low: max(0, before.bound - after.objective), high: max(0, min(most, before.objective - bound)))
    if let proved, let parts = ground.parts { range = range.narrowed(by: parts.fall(to: proved)) }
    return range
  }

  private func ask(
    _ subject: Ask.Subject, _ divided: Double, _ after: GapFound?, _ range: ValueRange?
  ) -> Ask {
    let noise = ValueRange.noise * max(1, before.objective)
    func clean(_ value: Double) -> Double { value < noise ? 0 : value }
    let value = clean((divisions.base?.objective ?? divided) - divided)
    let range = range ?? ValueRange(low: value, high: value)
    return Ask(
      subject: subject, divisible: value, value: ValueRange(low: clean(range.low), high: clean(range.high)),
      ranks: 1...1, closes: after.map { NeedChange.between(before.state, $0.state) } ?? [])
  }
}
