/// What to ask for next for each need that the plan leaves short, in words.
package struct NeedAsks {
  private let allocation: Allocation
  private let words: AskWords
  private let w: Wording
  private let units: [String: UnitAsk]

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
  }

  /// A step of the limit that holds most back, or else one more unit; `nil` where the planner has decided
  /// otherwise, or where another need must be met first.
  package func ask(for need: NeedCoverage) -> String? {
    guard let reason = need.reasons.first, reason.kind != .pin, reason.kind != .enabling else { return nil }
    guard let step = reason.steps.first else { return units[need.need].map(words.words(of:)) }
    let ask = AskWords.lowered(words.words(of: step))
    guard let gain = allocation.stepGains[step] else { return ask }
    let closed = words.range(ValueRange(low: gain, high: gain))
    return w(
      en: "\(ask) (closes \(closed) weighted gap-days if units could be divided)",
      fr: "\(ask) (comble \(closed) jours d'écart pondérés si les unités étaient divisibles)")
  }
}
