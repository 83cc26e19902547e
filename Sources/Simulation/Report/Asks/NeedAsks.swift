/// What to ask for next for each need that the plan leaves short, in words.
package struct NeedAsks {
  private let allocation: Allocation
  private let words: AskWords
  private let w: Wording
  private let units: [String: UnitAsk]
  /// Weight of each need and its mission.
  private let weights: [String: Double]

  /// Share of a need's weighted gap below which what a step closes is not worth asking for.
  private static let leastShare = 1e-3

  package init(_ scenario: Scenario, _ allocation: Allocation, _ wording: Wording) {
    w = wording
    self.allocation = allocation
    words = AskWords(scenario, wording)
    let reasons = Dictionary(
      allocation.needs.map { ($0.need, $0.reasons) }, uniquingKeysWith: { first, _ in first })
    let asks = UnitAskBuilder(scenario).units(reasons: scenario.needs.map { reasons[$0.id] ?? [] })
    var units: [String: UnitAsk] = [:]
    for ask in asks {
      for need in ask.needs { units[need] = ask }
    }
    self.units = units
    let missions = Dictionary(uniqueKeysWithValues: scenario.missions.map { ($0.id, $0.weight) })
    weights = Dictionary(
      uniqueKeysWithValues: scenario.needs.map { ($0.id, $0.weight * (missions[$0.mission] ?? 1)) })
  }

  /// A step of the limit that holds most back, or else one more unit; `nil` where the planner has decided
  /// otherwise, or where another need must be met first.
  ///
  /// A step that by itself closes next to nothing is only named where there is nothing else to ask for.
  package func ask(for need: NeedCoverage) -> String? {
    guard let reason = need.reasons.first, reason.kind != .pin, reason.kind != .enabling else { return nil }
    guard let first = reason.steps.first else { return units[need.need].map(words.words(of:)) }
    let least = Self.leastShare * need.shortfallDays * (weights[need.need] ?? 1)
    let helpful = need.reasons.flatMap(\.steps).first { allocation.stepGains[$0].map { $0 > least } ?? true }
    if helpful == nil, let unit = units[need.need], !reason.leavesNoRoom { return words.words(of: unit) }
    let step = helpful ?? first
    let ask = AskWords.lowered(words.words(of: step))
    guard let gain = allocation.stepGains[step] else { return ask }
    guard gain > least else {
      return w(
        en: "\(ask) (one such step alone closes next to nothing)",
        fr: "\(ask) (un seul pas ne comble presque rien)")
    }
    let closed = words.range(ValueRange(low: gain, high: gain))
    return w(
      en: "\(ask) (closes \(closed) weighted gap-days if units could be divided)",
      fr: "\(ask) (comble \(closed) jours d'écart pondérés si les unités étaient divisibles)")
  }
}

extension Reason {
  /// Whether one more unit would be held back just the same.
  fileprivate var leavesNoRoom: Bool { kind == .ceiling || kind == .budget }
}
