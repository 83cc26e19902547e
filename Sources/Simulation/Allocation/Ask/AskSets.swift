/// The best few units to ask for together, and beside them the choice that always adds the best next one.
struct AskSets {
  private let values: AskValues
  private let asks: AskModel
  private let nudge: PlanNudge

  /// Units that are tried out at each step of the greedy choice: those that close most at first sight.
  private static let lookedAt = 8

  init(_ values: AskValues) {
    self.values = values
    asks = values.asks
    nudge = values.ground.nudge
  }

  /// Both; `nil` where no unit can be asked for, units may be divided, or the time was over.
  ///
  /// The best set is found by solving with all asks in the model, so many of them at most: its bound says how
  /// much a better set could close besides.
  func find() throws(SolverFailure) -> (best: AskSet, greedy: AskSet)? {
    guard values.ground.isWhole, values.most > 0, !asks.units.isEmpty, !values.ground.stop.isOver
    else { return nil }
    guard let relaxed = try values.opened(each: values.most) else { return nil }
    let greedy = greedyPlan
    let rounded = rounded(relaxed.values)
    let start = rounded.weightedGap < greedy.weightedGap - 1e-9 ? rounded : greedy
    let proved = try values.ground.proved(asks.model, from: start, isThorough: true)
    let plans = [greedy, rounded] + [proved?.state].compactMap(\.self)
    let best = plans.min { $0.weightedGap < $1.weightedGap - 1e-9 } ?? greedy
    let bound = [relaxed.bound, proved?.bound ?? 0, boundByCaps].max() ?? 0
    let isSame = counts(of: best) == counts(of: greedy)
    return (set(best, bound: bound), set(isSame ? best : greedy, bound: bound))
  }

  /// Units of each ask that a plan uses.
  private func counts(of plan: PlanState) -> [Int] {
    asks.columns.map { columns in Int(columns.reduce(0) { $0 + plan.sent[$1] }.rounded()) }
  }

  /// What so many units can close at most, each by itself.
  private var boundByCaps: Double {
    let caps = values.caps.flatMap { [Double](repeating: $0, count: values.most) }
    return values.before.bound - caps.sorted(by: >).prefix(values.most).reduce(0, +)
  }

  /// Always adds the unit that closes most.
  private var greedyPlan: PlanState {
    (0..<values.most).reduce(values.before.state) { state, _ in
      let next = parallelMap(count: asks.units.count, threads: values.ground.threads) { unit in
        nudge.adding(asks.columns[unit], to: state)
      }
      let likely = next.compactMap(\.self).map { (plan: $0, gap: $0.weightedGap) }.enumerated()
        .sorted { ($0.element.gap, $0.offset) < ($1.element.gap, $1.offset) }.prefix(Self.lookedAt)
        .map(\.element.plan)
      let tried = parallelMap(count: likely.count, threads: values.ground.threads) {
        nudge.improved(likely[$0])
      }
      return tried.min { $0.weightedGap < $1.weightedGap - 1e-9 } ?? state
    }
  }

  /// The units that the relaxation uses most, one after the other, as far as they close something.
  private func rounded(_ point: [Double]) -> PlanState {
    let use = asks.columns.map { columns in columns.reduce(0) { $0 + point[$1] } }
    let wanted = use.indices.flatMap { unit in
      (0..<values.most).map { (unit: unit, use: use[unit] - Double($0)) }
    }
    let order = wanted.filter { $0.use > 1e-6 }.enumerated().sorted {
      ($1.element.use, $0.offset) < ($0.element.use, $1.offset)
    }
    return order.prefix(values.most).reduce(values.before.state) { state, next in
      nudge.adding(asks.columns[next.element.unit], to: state).map(nudge.improved) ?? state
    }
  }

  private func set(_ plan: PlanState, bound: Double) -> AskSet {
    let before = values.before
    let gap = plan.weightedGap
    let bound = min(bound, gap)
    return AskSet(
      units: zip(asks.units, counts(of: plan)).filter { $0.1 > 0 }.map { (unit: $0.0, count: $0.1) },
      weightedGapDays: gap, bound: bound,
      value: ValueRange(low: max(0, before.bound - gap), high: max(0, before.objective - bound)),
      closes: NeedChange.between(before.state, plan))
  }
}
