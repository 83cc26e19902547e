extension RunResult {
  /// What holds the plan up, those first whose removal closes most; `nil` where it was not asked.
  package var causesTable: Table? {
    guard let found = timeline?.causes else { return nil }
    let words = CauseWords(scenario, wording)
    let removable = found.causes.filter { $0.kind != .unit }
    return Table(
      name: "causes",
      caption: wording(
        en: "What holds the plan up, and what its removal would change",
        fr: "Ce qui retarde le plan, et ce que changerait sa suppression"),
      columns: columns(wording),
      rows: removable.map { cause in
        Table.Row([
          .text(cause.kind.rawValue), .text(cause.name), .text(words.text(cause)),
          .optional(cause.gapDaysIfRemoved), .optional(cause.daysWaited), .optional(cause.criticality),
        ])
      }, notes: (MissionCauses(self)?.sentences ?? []) + words.notes(found), language: language)
  }

  /// How often each unit is the last of its need.
  package var lastUnitsTable: Table? {
    guard let found = timeline?.causes else { return nil }
    let labels = Labels(scenario, wording)
    let units = found.causes.filter { $0.kind == .unit }
    return Table(
      name: "last-units",
      caption: wording(
        en: "How often a unit is the last to arrive of its need",
        fr: "Fréquence à laquelle une unité arrive la dernière de son besoin"),
      columns: [
        Table.Column(
          "pledge", wording(en: "Pledge id", fr: "Code de l'engagement"), placement: .dataOnly),
        Table.Column("need", wording(en: "Need id", fr: "Code du besoin"), placement: .dataOnly),
        Table.Column("pledgeName", wording(en: "Pledge", fr: "Engagement")),
        Table.Column("place", wording(en: "Need", fr: "Besoin")),
        Table.Column(
          "last", wording(en: "Last of its need", fr: "Dernière du besoin"), .shareEstimate(decimals: 1),
          unit: "%"),
      ],
      rows: units.map { cause in
        Table.Row([
          .text(cause.name), .optional(cause.need), .text(labels.pledge(cause.name)),
          .text(labels.place(ofNeed: cause.need ?? "")), .optional(cause.criticality),
        ])
      },
      notes: [
        wording(
          en: "Units that never come are last, all of them, so that shares may sum to more than one.",
          fr: """
            Les unités qui ne viennent jamais sont toutes les dernières : la somme des parts peut dépasser un.
            """)
      ], language: language)
  }

  /// The page's table: the causes that can be told from chance, the ten foremost.
  var foremostCausesTable: Table? {
    guard var table = causesTable else { return nil }
    let most = 10
    let removable = (timeline?.causes?.causes ?? []).filter { $0.kind != .unit }
    table.rows = zip(removable, table.rows).filter { $0.0.isBeyondNoise }.prefix(most).map(\.1)
    if table.rows.isEmpty {
      table.notes =
        (MissionCauses(self)?.sentences ?? []) + [
          wording(
            en: "No cause whose removal moves the gap by more than two standard errors.",
            fr: "Aucune cause dont la suppression change l'écart de plus de deux erreurs types.")
        ]
    }
    return table
  }

  private func columns(_ w: Wording) -> [Table.Column] {
    [
      Table.Column("kind", w(en: "Kind", fr: "Genre"), placement: .dataOnly),
      Table.Column("name", w(en: "Cause id", fr: "Code de la cause"), placement: .dataOnly),
      Table.Column("cause", "Cause"),
      Table.Column(
        "gapDaysIfRemoved", w(en: "Change of gap", fr: "Variation de l'écart"), .estimate(decimals: 1),
        unit: w(en: "days", fr: "jours")),
      Table.Column(
        "daysWaited", w(en: "Waited", fr: "Attente"), .estimate(decimals: 1),
        unit: w(en: "unit-days", fr: "jours-unités")),
      Table.Column(
        "criticality", w(en: "On longest path", fr: "Sur le chemin le plus long"),
        .shareEstimate(decimals: 1), unit: "%"),
    ]
  }
}
