/// `ask` of `results.json`, and what belongs to it.
struct AskJSON {
  private let advice: Advice
  private let scenario: Scenario
  private let words: AskWords

  init(_ advice: Advice, _ scenario: Scenario) {
    self.advice = advice
    self.scenario = scenario
    words = AskWords(scenario, .english)
  }

  var members: [(key: String, value: ResultValue)] {
    [
      ("ask", .array(advice.asks.map(json))),
      (
        "askSets",
        .object([("best", advice.best.map(json) ?? .null), ("greedy", advice.greedy.map(json) ?? .null)])
      ),
      ("askBase", .base(advice.weightedGapDays, advice.bound, unfinished: advice.unfinished)),
    ]
  }

  private func json(_ ask: Ask) -> ResultValue {
    let unit: UnitAsk? = if case .unit(let unit) = ask.subject { unit } else { nil }
    return .object([
      ("kind", .string(ask.kind)), ("capability", .optional(unit?.capability)),
      ("mission", .optional(ask.mission)), ("quantity", .optional(unit?.pledge.quantity)),
      ("value", .value(ask.divisible, ask.value)), ("ranks", .ranks(ask.ranks)),
      ("closes", .strings(ask.closes.filter { $0.shortfallDays > 0 }.map(\.need))),
      ("needs", .array(ask.closes.map(\.json))),
      ("sentence", .string(words.sentence(ask, of: advice.weightedGapDays))),
      ("pledge", unit.map(json) ?? .null),
    ])
  }

  /// The pledge as it could be added to the scenario.
  private func json(_ unit: UnitAsk) -> ResultValue {
    let pledge = unit.pledge
    return .object([
      ("capability", .string(pledge.capability)), ("quantity", .number(pledge.quantity)),
      ("units", .integer(pledge.units)), ("requestFrom", .integer(pledge.requestFrom)),
      ("from", .integer(pledge.from)), ("readiness", .string(pledge.readiness.rawValue)),
      ("attributes", .strings(pledge.attributes.sorted())),
      (
        "languages",
        .object(
          pledge.languages.sorted { $0.key < $1.key }.map { (key: $0.key, value: .number($0.value)) })
      ),
      ("endorsements", .strings(unit.contributor.endorsements.sorted())),
      ("personnel", .number(pledge.personnel)), ("women", .number(pledge.women)),
      (
        "cost",
        .object([
          ("deployment", .number(pledge.cost.general.deployment ?? 0)),
          ("perDay", .number(pledge.cost.general.perDay ?? 0)),
        ])
      ),
      ("missions", .object([("only", .strings(pledge.missions.only.sorted()))])),
      ("needs", .strings(unit.needs)),
    ])
  }

  private func json(_ set: AskSet) -> ResultValue {
    .object([
      (
        "units",
        .array(
          set.units.map { unit, count in
            .object([
              ("capability", .string(unit.capability)), ("mission", .string(unit.mission)),
              ("count", .integer(count)), ("quantity", .number(unit.pledge.quantity * Double(count))),
              ("needs", .strings(unit.needs)),
            ])
          })
      ),
      ("weightedGapDays", .number(set.weightedGapDays)), ("bound", .number(set.bound)),
      ("value", .object([("low", .number(set.value.low)), ("high", .number(set.value.high))])),
      ("needs", .array(set.closes.map(\.json))),
      ("sentence", .string(words.sentence(set, of: advice.weightedGapDays))),
    ])
  }
}

extension ResultValue {
  /// Exact if units may be divided, and both ends in whole units.
  static func value(_ divisible: Double, _ range: ValueRange) -> ResultValue {
    .object([
      ("weightedGapDays", .number(divisible)), ("low", .number(range.low)), ("high", .number(range.high)),
    ])
  }

  static func ranks(_ ranks: ClosedRange<Int>) -> ResultValue {
    .array([.integer(ranks.lowerBound), .integer(ranks.upperBound)])
  }

  /// The plan that others are compared with.
  static func base(_ gap: Double, _ bound: Double, unfinished: Int) -> ResultValue {
    .object([
      ("weightedGapDays", .number(gap)), ("bound", .number(bound)), ("unfinished", .integer(unfinished)),
    ])
  }
}

extension NeedChange {
  var json: ResultValue {
    .object([
      ("need", .string(need)), ("shortfallDays", .number(shortfallDays)),
      ("weightedGapDays", .number(weightedGapDays)),
    ])
  }
}

extension Indispensability {
  var json: ResultValue {
    .object([
      ("base", .base(weightedGapDays, bound, unfinished: unfinished)),
      ("contributors", .array(contributors.map(\.json))),
    ])
  }
}

extension ContributorLoss {
  fileprivate var json: ResultValue {
    .object([
      ("contributor", .string(contributor)), ("pledges", .strings(pledges)), ("joint", .strings(joint)),
      ("opens", .value(divisible, opens)), ("ranks", .ranks(ranks)), ("needs", .array(needs.map(\.json))),
      (
        "takesOver",
        .array(
          takesOver.map {
            .object([
              ("pledge", .string($0.pledge)), ("need", .string($0.need)), ("units", .number($0.units)),
            ])
          })
      ),
    ])
  }
}

extension Frontier {
  var json: ResultValue {
    .object([
      ("limit", .string(limit.text)), ("current", .optional(current)),
      (
        "curve",
        .array(
          curve.map {
            .object([
              ("limit", .number($0.limit)), ("weightedGapDays", .number($0.weightedGapDays)),
              ("perUnit", .number($0.perUnit)),
            ])
          })
      ),
      (
        "plans",
        .array(
          plans.map {
            .object([
              ("limit", .number($0.limit)), ("weightedGapDays", .number($0.weightedGapDays)),
              ("bound", .number($0.bound)), ("cost", .number($0.cost)),
            ])
          })
      ),
    ])
  }
}
