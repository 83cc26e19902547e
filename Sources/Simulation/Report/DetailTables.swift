extension RunResult {
  /// Coverage of each need day by day.
  package var coverageByDayTable: Table {
    let labels = Labels(scenario)
    let rows = (timeline?.needs ?? []).flatMap { need in
      need.coverageByDay.map { day in
        Table.Row([
          .text(need.need), .text(labels.place(ofNeed: need.need)), .day(day.day), .estimate(day.coverage),
          .share(day.p10), .share(day.p90),
        ])
      }
    }
    return Table(
      name: "coverage-by-day", caption: "Coverage of each need on period starts and standard days",
      columns: [
        Table.Column("need", "Need id", placement: .dataOnly), Table.Column("place", "Need"),
        Table.Column("day", "Day", .day),
        Table.Column("coverage", "Mean", .shareEstimate(decimals: 1), unit: "%"),
        Table.Column("p10", "P10", .share(decimals: 0), unit: "%"),
        Table.Column("p90", "P90", .share(decimals: 0), unit: "%"),
      ], rows: rows,
      notes: ["P10 and P90 are a band of what may happen, not an interval of the mean."])
  }

  /// Every reason of every shortfall and of every unused pledge.
  package var reasonsTable: Table {
    let labels = Labels(scenario)
    func rows(_ id: String, _ name: String, _ reasons: [Reason]) -> [Table.Row] {
      reasons.map { reason in
        Table.Row([
          .text(id), .text(name), .text(reason.kind.rawValue), .text(reason.text),
          .optional(reason.pledges.joined(separator: ";")),
        ])
      }
    }
    let short = (allocation?.needs ?? []).flatMap { rows($0.need, labels.place(ofNeed: $0.need), $0.reasons) }
    let unused = (allocation?.unused ?? []).flatMap { rows($0.pledge, labels.pledge($0.pledge), $0.reasons) }
    return Table(
      name: "reasons", caption: "Why needs are short and pledges unused",
      columns: [
        Table.Column("id", "Entry id", placement: .dataOnly), Table.Column("name", "Need or pledge"),
        Table.Column("kind", "Kind", placement: .dataOnly), Table.Column("reason", "Reason"),
        Table.Column("pledges", "Pledges concerned"),
      ], rows: short + unused)
  }

  /// What the scenario's author assumed.
  package var assumptionsTable: Table {
    Self.entryTable(
      name: "assumptions", caption: "Assumptions that the figures rest on", scenario.assumptions)
  }

  /// Where the scenario's facts are from.
  package var sourcesTable: Table {
    Self.entryTable(name: "sources", caption: "Sources", scenario.sources)
  }

  /// Entries with neither source nor assumption.
  package var unsourcedTable: Table {
    Table(
      name: "unsourced", caption: "Entries with neither source nor assumption",
      columns: [Table.Column("entry", "Entry")], rows: scenario.unsourced.map { Table.Row([.text($0)]) })
  }

  private static func entryTable(name: String, caption: String, _ entries: [EvidenceLine]) -> Table {
    Table(
      name: name, caption: caption,
      columns: [Table.Column("entry", "Entry"), Table.Column("text", "Text")],
      rows: entries.map { Table.Row([.text($0.entry), .text($0.text)]) })
  }

  /// The tables that go into files, in the order of the page.
  package var tables: [Table] {
    let plan =
      [Headline(self).table, coverageTable, missionsTable, assignmentsTable, unusedTable]
      + (isOfGivenPlan ? [] : [reasonsTable])
    let times = timeline == nil ? [] : [arrivalsTable, coverageByDayTable]
    let answers = inquiry?.tables(scenario) ?? []
    return (allocation == nil ? answers : plan + times) + [assumptionsTable, sourcesTable, unsourcedTable]
  }
}
