/// The tables of `simrun frontier`.
struct FrontierTables {
  private let frontier: Frontier
  private let name: String

  init(_ frontier: Frontier, _ scenario: Scenario) {
    self.frontier = frontier
    name = frontier.limit.title(Labels(scenario))
  }

  private var limit: Table.Column {
    Table.Column(
      "limit", frontier.limit.isBudget ? "Budget" : "Ceiling", .text,
      unit: frontier.limit.isBudget ? "US$" : "people", alignment: .right)
  }

  /// Plans in whole units.
  var plans: Table {
    let gap = "Weighted gap, days"
    return Table(
      name: "frontier", caption: "Plans at each \(frontier.limit.isBudget ? "budget" : "ceiling")",
      columns: [
        Table.Column("value", "Value", .number(decimals: 0), placement: .dataOnly), limit,
        Table.Column("weightedGapDays", "plan", .number(decimals: 1), spanner: gap),
        Table.Column("bound", "not less than", .number(decimals: 1), spanner: gap),
        Table.Column("divisible", "in parts", .number(decimals: 1), spanner: gap),
        Table.Column("cost", "Cost, US$", .text, alignment: .right),
      ],
      rows: frontier.plans.map { plan in
        let divisible = frontier.curve.first { $0.limit == plan.limit }
        return Table.Row([
          .number(plan.limit), .text(NumberText.grouped(plan.limit)), .number(plan.weightedGapDays),
          .number((plan.bound * 10).rounded(.down) / 10),
          divisible.map { .number($0.weightedGapDays) } ?? .missing, .text(NumberText.grouped(plan.cost)),
        ])
      },
      notes: ["Plan: in whole units. Not less than: proved for every plan in whole units."])
  }

  /// Every breakpoint of the exact curve.
  var curve: Table {
    let per = frontier.limit.isBudget ? 1e6 : 100
    return Table(
      name: "frontier-curve", caption: "\(name), if units could be divided: every point where it bends",
      columns: [
        Table.Column("value", "Value", .number(decimals: 2), placement: .dataOnly), limit,
        Table.Column("weightedGapDays", "Weighted gap", .number(decimals: 1), unit: "days"),
        Table.Column(
          "perStep", frontier.limit.isBudget ? "The next million closes" : "The next 100 people close",
          .number(decimals: 2), unit: "days"),
      ],
      rows: frontier.curve.map {
        Table.Row([
          .number($0.limit), .text(NumberText.grouped($0.limit)), .number($0.weightedGapDays),
          .number($0.perUnit * per),
        ])
      },
      notes: [
        "Exact. Between two points it is straight; what the next step closes holds up to the next point."
      ])
  }
}

extension LimitChoice {
  /// In words, for headings.
  func title(_ labels: Labels) -> String {
    func name(_ id: String) -> String { labels.mission(withId: id)?.name ?? id }
    return switch self {
    case .budget: "Weighted gap against the budget for all missions"
    case .missionBudget(let mission): "Weighted gap against the budget of \(name(mission))"
    case .ceiling(let mission, let category):
      "Weighted gap against the \(category.words) ceiling of \(name(mission))"
    }
  }
}
