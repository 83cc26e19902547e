/// Finds how the weighted gap falls as a budget or a ceiling rises.
public struct FrontierFinder: Sendable {
  private let scenario: Scenario
  private let allocator: Allocator
  private let limit: LimitChoice
  private let isWhole: Bool
  private let threads: Int
  private let stop: StopSignal
  /// Values that the limit may be moved between.
  private let span: ClosedRange<Double>
  /// Whether the upper end was left open: the curve then ends where it is level.
  private let endsWhereLevel: Bool

  /// Plans in whole units that are made.
  private static let mostPlans = 9

  /// Lists what can be sent, and looks how far the limit can be moved.
  ///
  /// - Parameters:
  ///   - scenario: What is planned for.
  ///   - options: How plans are made.
  ///   - limit: What is moved.
  ///   - from: US dollars, or people authorised; `nil` for the smallest limit that keeps what is in place.
  ///   - to: `nil` for the smallest limit beyond which nothing more closes.
  /// - Throws: ``FrontierRefused`` where the limit cannot be moved there.
  public init(
    scenario: Scenario, options: AllocationOptions, limit: LimitChoice, from: Double? = nil, to: Double? = nil
  ) throws(FrontierRefused) {
    var plain = scenario
    plain.allocation.fairness = false
    self.scenario = plain
    self.limit = limit
    isWhole = options.wantsWholeUnits(scenario)
    threads = options.threads
    stop = options.stop(for: scenario)
    try limit.refuseUnknown(in: scenario)
    allocator = Allocator(scenario: plain, options: options)
    let reach = LimitReach(limit, scenario: plain, deployments: allocator.model.deployments)
    try reach.refuseIdle()
    let low = from ?? reach.least
    let high = to ?? max(low, reach.most)
    guard low >= reach.least else {
      throw FrontierRefused(
        description:
          "--from: give \(NumberText.grouped(reach.least)) or more: so much is used by what is in place",
        isWrongUsage: true)
    }
    guard low <= high else {
      throw FrontierRefused(
        description: "--from: give no more than --to, \(NumberText.grouped(high))", isWrongUsage: true)
    }
    span = low...high
    endsWhereLevel = to == nil
  }

  /// The curve and the plans on it.
  ///
  /// - Throws: ``SolverFailure`` where the solver gives up.
  public func find() throws(SolverFailure) -> Frontier {
    let curve = try divisibleCurve()
    let chosen = Self.spread(curve.map(\.limit), most: Self.mostPlans)
    let plans = isWhole ? try self.plans(at: chosen) : []
    return Frontier(
      limit: limit, current: limit.value(in: scenario), curve: curve, plans: Self.consistent(plans),
      isCut: curve.isEmpty || (isWhole && plans.count < chosen.count))
  }

  private func model(at value: Double, wholeUnits: Bool) -> AllocationModel {
    let moved = limit.applied(value, to: scenario)
    return AllocationModel(of: moved, deployments: allocator.model.deployments, wholeUnits: wholeUnits)
  }

  private func divisibleCurve() throws(SolverFailure) -> [Frontier.Point] {
    let model = model(at: span.upperBound, wholeUnits: false)
    let rows = model.limits.indices.filter { limit.includes(model.limits[$0].kind) }
      .map { model.cells.count + $0 }
    let (program, row) = model.program.moving(rows, from: span.upperBound)
    let points = try RelaxationSession.with(program, threads: threads, stop: stop) {
      session throws(SolverFailure) in
      try session.parametricCurve(row: row, from: span.lowerBound, to: span.upperBound)
    }
    let curve = (points ?? []).map {
      Frontier.Point(limit: $0.bound, weightedGapDays: $0.objective, perUnit: max(0, -$0.slope))
    }
    guard endsWhereLevel, curve.count > 2, let last = curve.last else { return curve }
    let before = curve[curve.count - 2]
    // The end that was only there to be beyond everything says nothing.
    let isLevel =
      before.weightedGapDays - last.weightedGapDays <= ValueRange.noise * max(1, before.weightedGapDays)
    guard isLevel else { return curve }
    var cut = Array(curve.dropLast())
    cut[cut.count - 1].perUnit = 0
    return cut
  }

  /// The plans that the time allows, each begun from those of its neighbours that were made before it.
  ///
  /// Which are made before which hangs on their number alone, and so do the plans.
  private func plans(at limits: [Double]) throws(SolverFailure) -> [Frontier.Plan] {
    var found: [Made?] = limits.map { _ in nil }
    for stage in Self.stages(limits.count) {
      let before = found
      let made = parallelMap(count: stage.count, threads: threads) { place in
        Result { () throws(SolverFailure) -> Made? in
          let number = stage[place]
          let lower = before[..<number].last { $0 != nil } ?? nil
          let higher = before[number...].first { $0 != nil } ?? nil
          return stop.isOver ? nil : try plan(at: limits[number], from: lower, higher)
        }
      }
      for (place, result) in zip(stage, made) { found[place] = try result.get() }
    }
    return found.compactMap { $0?.plan }
  }

  /// A plan at one limit, and the elements that it sends.
  private struct Made: Sendable {
    let plan: Frontier.Plan
    let sent: [Double]
  }

  /// The numbers of `count` plans in the order in which they are made: every fourth and the last, every second,
  /// the others.
  static func stages(_ count: Int) -> [[Int]] {
    let numbers = 0..<count
    let first = numbers.filter { $0 % 4 == 0 || $0 == count - 1 }
    let second = numbers.filter { $0 % 2 == 0 && !first.contains($0) }
    return [first, second, numbers.filter { !first.contains($0) && !second.contains($0) }]
  }

  /// A plan of a lower limit is one here as well; of one of a higher limit what is too much is taken back.
  private func plan(
    at value: Double, from lower: Made?, _ higher: Made?
  ) throws(SolverFailure) -> Made {
    let model = model(at: value, wholeUnits: true)
    let known = [lower, higher].compactMap { made in
      made.flatMap { PlanSearch(model: model).rounded($0.sent) }
    }
    let found = try allocator.solve(model, from: known)
    let state = PlanState(model: model, sending: found.sent)
    let gap = state.weightedGap
    let plan = Frontier.Plan(
      limit: value, weightedGapDays: gap, bound: min(found.bound, gap), cost: state.cost)
    return Made(plan: plan, sent: found.sent)
  }

  /// A higher limit never hurts: a plan of a lower one is a plan of a higher one too, and what cannot be
  /// undercut there cannot be undercut here.
  private static func consistent(_ plans: [Frontier.Plan]) -> [Frontier.Plan] {
    var result = plans
    for number in result.indices.dropFirst() {
      let before = result[number - 1]
      if before.weightedGapDays < result[number].weightedGapDays {
        result[number].weightedGapDays = before.weightedGapDays
        result[number].cost = before.cost
      }
    }
    for number in result.indices.dropLast().reversed() {
      result[number].bound = max(result[number].bound, result[number + 1].bound)
    }
    return result
  }

  /// So many of some values, evenly chosen, the first and the last among them.
  static func spread(_ values: [Double], most: Int) -> [Double] {
    guard values.count > most else { return values }
    return (0..<most).map { values[$0 * (values.count - 1) / (most - 1)] }
  }
}
