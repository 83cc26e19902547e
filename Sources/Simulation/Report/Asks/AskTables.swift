/// The tables of `simrun ask`.
struct AskTables {
  let advice: Advice
  private let labels: Labels
  private let words: AskWords
  private let w: Wording

  init(_ advice: Advice, _ scenario: Scenario, _ wording: Wording) {
    w = wording
    self.advice = advice
    labels = Labels(scenario, wording)
    words = AskWords(scenario, wording)
  }

  /// Every ask with both ends of its value, and what it closes.
  var asks: Table {
    Table(
      name: "asks", caption: w(en: "What to ask for next", fr: "Que demander ensuite"),
      columns: [
        Table.Column("kind", w(en: "Kind", fr: "Genre"), placement: .dataOnly),
        Table.Column("mission", w(en: "Mission id", fr: "Code de la mission"), placement: .dataOnly),
        Table.Column("capability", w(en: "Capability id", fr: "Code de la capacité"), placement: .dataOnly),
        Table.Column(
          "quantity", w(en: "Quantity", fr: "Quantité"), .number(decimals: 2), placement: .dataOnly),
        Table.Column("rank", w(en: "Rank", fr: "Rang"), alignment: .right),
        Table.Column("ask", w(en: "Ask", fr: "Demande")),
        Table.Column("low", w(en: "At least", fr: "Au moins"), .number(decimals: 1), placement: .dataOnly),
        Table.Column("high", w(en: "At most", fr: "Au plus"), .number(decimals: 1), placement: .dataOnly),
        Table.Column(
          "value", w(en: "whole units", fr: "unités entières"), spanner: closes, alignment: .right),
        Table.Column("divisible", w(en: "in parts", fr: "divisible"), .number(decimals: 0), spanner: closes),
        Table.Column("closes", w(en: "Where", fr: "Où"), placement: .below),
      ],
      rows: advice.asks.map { Table.Row(cells($0)) },
      notes: [
        w(
          en: """
            Whole units: the value is proved to lie between the two ends; asks whose ranges overlap cannot be \
            told apart and share ranks. In parts: exact, if units could be divided.
            """,
          fr: """
            Unités entières : il est prouvé que la valeur se trouve entre les deux bornes ; des demandes dont \
            les intervalles se chevauchent ne peuvent être départagées et partagent leurs rangs. Divisible : \
            exact, si les unités pouvaient être divisées.
            """),
        w(
          en: "Where: by how many days without cover the needs change between the two plans found.",
          fr: "Où : de combien de jours sans couverture les besoins changent entre les deux plans trouvés."),
      ], language: w.language)
  }

  private var closes: String {
    w(en: "Closes, weighted gap-days", fr: "Comble, jours d'écart pondérés")
  }

  private func cells(_ ask: Ask) -> [Cell] {
    let unit: UnitAsk? = if case .unit(let unit) = ask.subject { unit } else { nil }
    return [
      .text(ask.kind), .optional(ask.mission), .optional(unit?.capability),
      unit.map { .number($0.pledge.quantity) } ?? .missing, .text(Self.rank(ask.ranks)),
      .text(words.subject(ask)), .number(ask.value.low), .number(ask.value.high),
      .text(words.range(ask.value)), .number(ask.divisible),
      .optional(changes(ask.closes)),
    ]
  }

  /// The best set and, beside it, the one found by always adding the best next unit.
  var sets: Table {
    let rows = [
      ("best", w(en: "Best set", fr: "Meilleur ensemble"), advice.best),
      ("greedy", w(en: "Always the best next", fr: "Toujours la meilleure suivante"), advice.greedy),
    ]
    return Table(
      name: "ask-sets", caption: w(en: "What to ask for together", fr: "Que demander ensemble"),
      columns: [
        Table.Column("kind", w(en: "Kind", fr: "Genre"), placement: .dataOnly),
        Table.Column("set", w(en: "Set", fr: "Ensemble")),
        Table.Column("asks", w(en: "Asks", fr: "Demandes")),
        Table.Column("low", w(en: "At least", fr: "Au moins"), .number(decimals: 1), placement: .dataOnly),
        Table.Column("high", w(en: "At most", fr: "Au plus"), .number(decimals: 1), placement: .dataOnly),
        Table.Column(
          "value", w(en: "Closes", fr: "Comble"),
          unit: w(en: "weighted gap-days", fr: "jours d'écart pondérés"), alignment: .right),
      ],
      rows: rows.compactMap { kind, name, set in
        set.map {
          Table.Row([
            .text(kind), .text(name), .text(words.list($0)), .number($0.value.low), .number($0.value.high),
            .text(
              kind == "best"
                ? words.range($0.value)
                : atLeast($0.value.low)
            ),
          ])
        }
      },
      notes: [
        w(
          en: """
            Best set: found by solving with all units on offer; no set of as many closes more than its upper \
            end. Always the best next: what comes of adding the unit that closes most, one after the other, \
            without a claim.
            """,
          fr: """
            Meilleur ensemble : trouvé en planifiant avec toutes les unités offertes ; aucun ensemble d'autant \
            d'unités ne comble plus que sa borne supérieure. Toujours la meilleure suivante : ce que l'on \
            obtient en ajoutant à chaque fois l'unité qui comble le plus, sans garantie.
            """)
      ], language: w.language)
  }

  private func atLeast(_ value: Double) -> String {
    let range = words.range(ValueRange(low: value, high: value))
    return w(en: "at least \(range)", fr: "au moins \(range)")
  }

  static func rank(_ ranks: ClosedRange<Int>) -> String {
    ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
  }

  private func changes(_ changes: [NeedChange]) -> String {
    NeedChangeText.list(changes, labels, w)
  }
}

/// Changes of needs in one line.
enum NeedChangeText {
  private static let most = 4

  /// The largest first, by weighted days; a gap that shrinks with a minus, or `openFirst` with a plus.
  static func list(
    _ changes: [NeedChange], _ labels: Labels, _ w: Wording, openFirst: Bool = false
  ) -> String {
    let sorted = changes.sorted {
      abs($0.weightedGapDays) == abs($1.weightedGapDays)
        ? $0.need < $1.need : abs($0.weightedGapDays) > abs($1.weightedGapDays)
    }
    let shown = sorted.prefix(most).map { change in
      let days = w.grouped(abs(change.shortfallDays))
      let place = labels.place(ofNeed: change.need)
      let sign = (change.shortfallDays < 0) != openFirst ? "+" : "−"
      return w(en: "\(place) \(sign)\(days) days", fr: "\(place) \(sign)\(days) jours")
    }
    let more =
      sorted.count > most
      ? [w(en: "and \(sorted.count - most) more", fr: "et \(sorted.count - most) autres")] : []
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
