extension RunResult {
  /// Coverage of each need day by day.
  package var coverageByDayTable: Table {
    let w = wording
    let labels = Labels(scenario, wording)
    let rows = (timeline?.needs ?? []).flatMap { need in
      need.coverageByDay.map { day in
        Table.Row([
          .text(need.need), .text(labels.place(ofNeed: need.need)), .day(day.day), .estimate(day.coverage),
          .share(day.p10), .share(day.p90),
        ])
      }
    }
    return Table(
      name: "coverage-by-day",
      caption: w(
        en: "Coverage of each need on period starts and standard days",
        fr: "Couverture de chaque besoin aux débuts de période et aux jours de référence"),
      columns: [
        Table.Column("need", w(en: "Need id", fr: "Code du besoin"), placement: .dataOnly),
        Table.Column("place", w(en: "Need", fr: "Besoin")),
        Table.Column("day", w(en: "Day", fr: "Jour"), .day),
        Table.Column("coverage", w(en: "Mean", fr: "Moyenne"), .shareEstimate(decimals: 1), unit: "%"),
        Table.Column("p10", "P10", .share(decimals: 0), unit: "%"),
        Table.Column("p90", "P90", .share(decimals: 0), unit: "%"),
      ], rows: rows,
      notes: [
        w(
          en: "P10 and P90 are a band of what may happen, not an interval of the mean.",
          fr: "P10 et P90 bornent ce qui peut arriver ; ce n'est pas un intervalle de la moyenne.")
      ], language: language)
  }

  /// Every reason of every shortfall and of every unused pledge.
  package var reasonsTable: Table { reasonsTable(naming: .max) }

  /// The same, of which each reason names so many pledges at most.
  func reasonsTable(naming most: Int) -> Table {
    let w = wording
    let words = ReasonText(w)
    let labels = Labels(scenario, wording)
    func list(_ pledges: [String]) -> String {
      guard pledges.count > most else { return pledges.joined(separator: ";") }
      let more = pledges.count - most + 1
      return pledges.prefix(most - 1).joined(separator: ";")
        + w(en: " and \(more) more", fr: " et \(more) autres")
    }
    func rows(_ id: String, _ name: String, _ reasons: [Reason]) -> [Table.Row] {
      reasons.map { reason in
        Table.Row([
          .text(id), .text(name), .text(reason.kind.rawValue), .text(words.text(reason)),
          .optional(list(reason.pledges)),
        ])
      }
    }
    let short = (allocation?.needs ?? []).flatMap { rows($0.need, labels.place(ofNeed: $0.need), $0.reasons) }
    let unused = (allocation?.unused ?? []).flatMap { rows($0.pledge, labels.pledge($0.pledge), $0.reasons) }
    return Table(
      name: "reasons",
      caption: w(
        en: "Why needs are short and pledges unused",
        fr: "Pourquoi des besoins restent ouverts et des engagements inutilisés"),
      columns: [
        Table.Column("id", w(en: "Entry id", fr: "Code"), placement: .dataOnly),
        Table.Column("name", w(en: "Need or pledge", fr: "Besoin ou engagement")),
        Table.Column("kind", w(en: "Kind", fr: "Genre"), placement: .dataOnly),
        Table.Column("reason", w(en: "Reason", fr: "Raison")),
        Table.Column("pledges", w(en: "Pledges concerned", fr: "Engagements concernés")),
      ], rows: short + unused, language: language)
  }

  /// What the scenario's author assumed.
  package var assumptionsTable: Table {
    entryTable(
      name: "assumptions",
      caption: wording(
        en: "Assumptions that the figures rest on",
        fr: "Hypothèses sur lesquelles reposent les chiffres"), scenario.assumptions)
  }

  /// Where the scenario's facts are from.
  package var sourcesTable: Table {
    entryTable(name: "sources", caption: "Sources", scenario.sources)
  }

  /// Entries with neither source nor assumption.
  package var unsourcedTable: Table {
    Table(
      name: "unsourced",
      caption: wording(
        en: "Entries with neither source nor assumption", fr: "Entrées sans source ni hypothèse"),
      columns: [Table.Column("entry", wording(en: "Entry", fr: "Entrée"))],
      rows: scenario.unsourced.map { Table.Row([.text($0)]) }, language: language)
  }

  private func entryTable(name: String, caption: String, _ entries: [EvidenceLine]) -> Table {
    Table(
      name: name, caption: caption,
      columns: [
        Table.Column("number", wording(en: "No.", fr: "Nº"), .number(decimals: 0)),
        Table.Column("entry", wording(en: "Entry", fr: "Entrée")),
        Table.Column("text", wording(en: "Text", fr: "Texte")),
      ],
      rows: entries.enumerated().map { number, line in
        Table.Row([.number(Double(number + 1)), .text(line.entry), .text(line.text)])
      }, language: language)
  }

  /// The tables that go into files, in the order of the page.
  package var tables: [Table] {
    let plan =
      [Headline(self).table(wording), coverageTable, missionsTable, assignmentsTable, unusedTable]
      + (isOfGivenPlan ? [] : [reasonsTable])
    let causes = [causesTable, MissionCauses(self)?.table, lastUnitsTable].compactMap(\.self)
    let times = timeline == nil ? [] : [arrivalsTable, coverageByDayTable] + causes
    let answers = inquiry?.tables(scenario, wording) ?? []
    let basis = TableBasis(self).notes
    let findings = (allocation == nil ? answers : plan + times).map { table in
      var table = table
      table.basis = basis
      return table
    }
    return findings + [assumptionsTable, sourcesTable, unsourcedTable]
  }
}
