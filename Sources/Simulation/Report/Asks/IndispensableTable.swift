/// The table of `simrun indispensable`.
struct IndispensableTable {
  private let found: Indispensability
  private let scenario: Scenario
  private let labels: Labels

  init(_ found: Indispensability, _ scenario: Scenario) {
    self.found = found
    self.scenario = scenario
    labels = Labels(scenario)
  }

  var table: Table {
    let opens = "Opens, weighted gap-days"
    return Table(
      name: "indispensable", caption: "The plan without each contributor",
      columns: [
        Table.Column("contributor", "Contributor id", placement: .dataOnly),
        Table.Column("rank", "Rank", alignment: .right), Table.Column("name", "Without"),
        Table.Column("pledges", "Pledges", .number(decimals: 0)),
        Table.Column("joint", "of them joint", .number(decimals: 0)),
        Table.Column("low", "At least", .number(decimals: 1), placement: .dataOnly),
        Table.Column("high", "At most", .number(decimals: 1), placement: .dataOnly),
        Table.Column("opens", "whole units", spanner: opens, alignment: .right),
        Table.Column("divisible", "in parts", .number(decimals: 0), spanner: opens),
        Table.Column("where", "Where", placement: .below),
        Table.Column("takesOver", "Others send instead", placement: .below),
      ],
      rows: found.contributors.map { Table.Row(cells($0)) },
      notes: [
        "Without a contributor is without all that it pledges alone or jointly with others. Whole units: both "
          + "ends are proved; contributors whose ranges overlap cannot be told apart and share ranks. In "
          + "parts: exact, if units could be divided."
      ])
  }

  private func cells(_ loss: ContributorLoss) -> [Cell] {
    let name = scenario.contributors.first { $0.id == loss.contributor }?.name ?? loss.contributor
    let instead = loss.takesOver.map { "\(labels.pledge($0.pledge)) to \(labels.place(ofNeed: $0.need))" }
    return [
      .text(loss.contributor), .text(AskTables.rank(loss.ranks)), .text(name),
      .number(Double(loss.pledges.count + loss.joint.count)), .number(Double(loss.joint.count)),
      .number(loss.opens.low), .number(loss.opens.high), .text(AskWords.range(loss.opens)),
      .number(loss.divisible), .optional(NeedChangeText.list(loss.needs, labels, openFirst: true)),
      .optional(ReasonWording.few(instead)),
    ]
  }
}
