/// The tables of `simrun ask`.
struct AskTables {
  let advice: Advice
  private let labels: Labels
  private let words: AskWords

  init(_ advice: Advice, _ scenario: Scenario) {
    self.advice = advice
    labels = Labels(scenario)
    words = AskWords(scenario)
  }

  /// Every ask with both ends of its value, and what it closes.
  var asks: Table {
    Table(
      name: "asks", caption: "What to ask for next",
      columns: [
        Table.Column("kind", "Kind", placement: .dataOnly),
        Table.Column("mission", "Mission id", placement: .dataOnly),
        Table.Column("capability", "Capability id", placement: .dataOnly),
        Table.Column("quantity", "Quantity", .number(decimals: 2), placement: .dataOnly),
        Table.Column("rank", "Rank", alignment: .right), Table.Column("ask", "Ask"),
        Table.Column("low", "At least", .number(decimals: 1), placement: .dataOnly),
        Table.Column("high", "At most", .number(decimals: 1), placement: .dataOnly),
        Table.Column("value", "whole units", spanner: Self.closes, alignment: .right),
        Table.Column("divisible", "in parts", .number(decimals: 0), spanner: Self.closes),
        Table.Column("closes", "Where", placement: .below),
      ],
      rows: advice.asks.map { Table.Row(cells($0)) },
      notes: [
        "Whole units: the value is proved to lie between the two ends; asks whose ranges overlap cannot be "
          + "told apart and share ranks. In parts: exact, if units could be divided.",
        "Where: by how many days without cover the needs change between the two plans found.",
      ])
  }

  private static let closes = "Closes, weighted gap-days"

  private func cells(_ ask: Ask) -> [Cell] {
    let unit: UnitAsk? = if case .unit(let unit) = ask.subject { unit } else { nil }
    return [
      .text(ask.kind), .optional(ask.mission), .optional(unit?.capability),
      unit.map { .number($0.pledge.quantity) } ?? .missing, .text(Self.rank(ask.ranks)),
      .text(words.subject(ask)), .number(ask.value.low), .number(ask.value.high),
      .text(AskWords.range(ask.value)), .number(ask.divisible),
      .optional(changes(ask.closes)),
    ]
  }

  /// The best set and, beside it, the one found by always adding the best next unit.
  var sets: Table {
    let rows = [("best", "Best set", advice.best), ("greedy", "Always the best next", advice.greedy)]
    return Table(
      name: "ask-sets", caption: "What to ask for together",
      columns: [
        Table.Column("kind", "Kind", placement: .dataOnly), Table.Column("set", "Set"),
        Table.Column("asks", "Asks"),
        Table.Column("low", "At least", .number(decimals: 1), placement: .dataOnly),
        Table.Column("high", "At most", .number(decimals: 1), placement: .dataOnly),
        Table.Column("value", "Closes", unit: "weighted gap-days", alignment: .right),
      ],
      rows: rows.compactMap { kind, name, set in
        set.map {
          Table.Row([
            .text(kind), .text(name), .text(words.list($0)), .number($0.value.low), .number($0.value.high),
            .text(
              kind == "best"
                ? AskWords.range($0.value)
                : "at least \(AskWords.range(ValueRange(low: $0.value.low, high: $0.value.low)))"
            ),
          ])
        }
      },
      notes: [
        "Best set: found by solving with all units on offer; no set of as many closes more than its upper end. "
          + "Always the best next: what comes of adding the unit that closes most, one after the other, "
          + "without a claim."
      ])
  }

  static func rank(_ ranks: ClosedRange<Int>) -> String {
    ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
  }

  private func changes(_ changes: [NeedChange]) -> String {
    NeedChangeText.list(changes, labels)
  }
}

/// Changes of needs in one line.
enum NeedChangeText {
  private static let most = 4

  /// The largest first, by weighted days; a gap that shrinks with a minus, or `openFirst` with a plus.
  static func list(_ changes: [NeedChange], _ labels: Labels, openFirst: Bool = false) -> String {
    let sorted = changes.sorted {
      abs($0.weightedGapDays) == abs($1.weightedGapDays)
        ? $0.need < $1.need : abs($0.weightedGapDays) > abs($1.weightedGapDays)
    }
    let shown = sorted.prefix(most).map { change in
      let days = NumberText.grouped(abs(change.shortfallDays))
      return
        "\(labels.place(ofNeed: change.need)) \((change.shortfallDays < 0) != openFirst ? "+" : "−")\(days) days"
    }
    let more = sorted.count > most ? ["and \(sorted.count - most) more"] : []
    return (shown + more).joined(separator: ", ")
  }
}

extension Ask {
  /// In data files.
  var kind: String {
    switch subject {
    case .unit: "unit"
    case .step(let step):
      switch step {
      case .ceiling: "ceiling"
      case .missionBudget, .budget: "budget"
      case .lift: "lift"
      case .languageShare: "languageShare"
      case .womenShare: "womenShare"
      case .support: "support"
      }
    }
  }

  /// The mission that it concerns; `nil` where it concerns all.
  var mission: String? {
    switch subject {
    case .unit(let unit): unit.mission
    case .step(let step):
      switch step {
      case .ceiling(let mission, _), .missionBudget(let mission), .languageShare(let mission),
        .womenShare(let mission, _):
        mission
      case .budget, .lift, .support: nil
      }
    }
  }
}
