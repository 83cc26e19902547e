/// The tables of `simrun frontier`.
struct FrontierTables {
  private let frontier: Frontier
  private let name: String
  private let w: Wording

  init(_ frontier: Frontier, _ scenario: Scenario, _ wording: Wording) {
    w = wording
    self.frontier = frontier
    name = frontier.limit.title(Labels(scenario, wording), wording)
  }

  private var isBudget: Bool { frontier.limit.isBudget }
  private var dollars: String { w(en: "US$", fr: "dollars É.-U.") }

  private var limit: Table.Column {
    Table.Column(
      "limit", isBudget ? "Budget" : w(en: "Ceiling", fr: "Plafond"), .text,
      unit: isBudget ? dollars : w.noun(.personnel), alignment: .right)
  }

  /// Plans in whole units.
  var plans: Table {
    let gap = w(en: "Weighted gap, days", fr: "Écart pondéré, jours")
    let value = w(en: "Value", fr: "Valeur")
    return Table(
      name: "frontier",
      caption: isBudget
        ? w(en: "Plans at each budget", fr: "Plans pour chaque budget")
        : w(en: "Plans at each ceiling", fr: "Plans pour chaque plafond"),
      columns: [
        Table.Column("value", value, .number(decimals: 0), placement: .dataOnly), limit,
        Table.Column("weightedGapDays", "plan", .number(decimals: 1), spanner: gap),
        Table.Column("bound", w(en: "not less than", fr: "au moins"), .number(decimals: 1), spanner: gap),
        Table.Column("divisible", w(en: "in parts", fr: "divisible"), .number(decimals: 1), spanner: gap),
        Table.Column("cost", w(en: "Cost", fr: "Coût"), .text, unit: dollars, alignment: .right),
      ],
      rows: frontier.plans.map { plan in
        let divisible = frontier.curve.first { $0.limit == plan.limit }
        return Table.Row([
          .number(plan.limit), .text(w.grouped(plan.limit)), .number(plan.weightedGapDays),
          .number((plan.bound * 10).rounded(.down) / 10),
          divisible.map { .number($0.weightedGapDays) } ?? .missing, .text(w.grouped(plan.cost)),
        ])
      },
      notes: [
        w(
          en: "Plan: in whole units. Not less than: proved for every plan in whole units.",
          fr: "Plan : en unités entières. Au moins : prouvé pour tout plan en unités entières.")
      ], language: w.language)
  }

  /// Every breakpoint of the exact curve.
  var curve: Table {
    let days = w(en: "days", fr: "jours")
    let per = isBudget ? 1e6 : 100
    return Table(
      name: "frontier-curve",
      caption: w(
        en: "\(name), if units could be divided: every point where it bends",
        fr: "\(name), si les unités étaient divisibles : chaque point où la courbe change de pente"),
      columns: [
        Table.Column("value", w(en: "Value", fr: "Valeur"), .number(decimals: 2), placement: .dataOnly),
        limit,
        Table.Column(
          "weightedGapDays", w(en: "Weighted gap", fr: "Écart pondéré"), .number(decimals: 1), unit: days),
        Table.Column(
          "perStep",
          isBudget
            ? w(en: "The next million closes", fr: "Le million suivant comble")
            : w(en: "The next 100 people close", fr: "Les 100 personnes suivantes comblent"),
          .number(decimals: 2), unit: days),
      ],
      rows: frontier.curve.map {
        Table.Row([
          .number($0.limit), .text(w.grouped($0.limit)), .number($0.weightedGapDays),
          .number($0.perUnit * per),
        ])
      },
      notes: [
        w(
          en:
            "Exact. Between two points it is straight; what the next step closes holds up to the next point.",
          fr: """
            Exact. Entre deux points la courbe est droite ; ce que le pas suivant comble vaut jusqu'au point \
            suivant.
            """)
      ], language: w.language)
  }
}

extension LimitChoice {
  /// In words, for headings.
  func title(_ labels: Labels, _ w: Wording) -> String {
    func name(_ id: String) -> String { labels.mission(withId: id)?.name ?? id }
    return switch self {
    case .budget:
      w(
        en: "Weighted gap against the budget for all missions",
        fr: "Écart pondéré selon le budget de toutes les missions")
    case .missionBudget(let mission):
      w(
        en: "Weighted gap against the budget of \(name(mission))",
        fr: "Écart pondéré selon le budget de \(name(mission))")
    case .ceiling(let mission, let category):
      w(
        en: "Weighted gap against the \(category.words) ceiling of \(name(mission))",
        fr: "Écart pondéré selon le plafond de \(name(mission)) (\(category.words(w)))")
    }
  }
}
