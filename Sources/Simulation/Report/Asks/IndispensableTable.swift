/// The table of `simrun indispensable`.
struct IndispensableTable {
  private let found: Indispensability
  private let scenario: Scenario
  private let labels: Labels
  private let w: Wording

  init(_ found: Indispensability, _ scenario: Scenario, _ wording: Wording) {
    w = wording
    self.found = found
    self.scenario = scenario
    labels = Labels(scenario, wording)
  }

  var table: Table {
    let opens = w(en: "Opens, weighted gap-days", fr: "Ouvre, jours d'écart pondérés")
    return Table(
      name: "indispensable",
      caption: w(en: "The plan without each contributor", fr: "Le plan sans chaque pays contributeur"),
      columns: [
        Table.Column(
          "contributor", w(en: "Contributor id", fr: "Code du pays contributeur"), placement: .dataOnly),
        Table.Column("rank", w(en: "Rank", fr: "Rang"), alignment: .right),
        Table.Column("name", w(en: "Without", fr: "Sans")),
        Table.Column("pledges", w(en: "Pledges", fr: "Engagements"), .number(decimals: 0)),
        Table.Column("joint", w(en: "of them joint", fr: "dont communs"), .number(decimals: 0)),
        Table.Column("low", w(en: "At least", fr: "Au moins"), .number(decimals: 1), placement: .dataOnly),
        Table.Column("high", w(en: "At most", fr: "Au plus"), .number(decimals: 1), placement: .dataOnly),
        Table.Column("opens", w(en: "whole units", fr: "unités entières"), spanner: opens, alignment: .right),
        Table.Column("divisible", w(en: "in parts", fr: "divisible"), .number(decimals: 0), spanner: opens),
        Table.Column("where", w(en: "Where", fr: "Où"), placement: .below),
        Table.Column(
          "takesOver", w(en: "Others send instead", fr: "D'autres envoient à la place"), placement: .below),
      ],
      rows: found.contributors.map { Table.Row(cells($0)) },
      notes: [
        w(
          en: """
            Without a contributor is without all that it pledges alone or jointly with others. Whole units: \
            both ends are proved; contributors whose ranges overlap cannot be told apart and share ranks. In \
            parts: exact, if units could be divided.
            """,
          fr: """
            Sans un pays contributeur : sans tout ce qu'il promet seul ou avec d'autres. Unités entières : les \
            deux bornes sont prouvées ; des pays dont les intervalles se chevauchent ne peuvent être départagés \
            et partagent leurs rangs. Divisible : exact, si les unités pouvaient être divisées.
            """)
      ], language: w.language)
  }

  private func cells(_ loss: ContributorLoss) -> [Cell] {
    let name = scenario.contributors.first { $0.id == loss.contributor }?.name ?? loss.contributor
    let instead = loss.takesOver.map { taken in
      let (pledge, place) = (labels.pledge(taken.pledge), labels.place(ofNeed: taken.need))
      return w(en: "\(pledge) to \(place)", fr: "\(pledge) vers \(place)")
    }
    return [
      .text(loss.contributor), .text(AskTables.rank(loss.ranks)), .text(name),
      .number(Double(loss.pledges.count + loss.joint.count)), .number(Double(loss.joint.count)),
      .number(loss.opens.low), .number(loss.opens.high), .text(AskWords(scenario, w).range(loss.opens)),
      .number(loss.divisible), .optional(NeedChangeText.list(loss.needs, labels, w, openFirst: true)),
      .optional(ReasonText(w).few(instead)),
    ]
  }
}
