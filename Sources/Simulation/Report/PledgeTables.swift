extension RunResult {
  /// Pledges, or elements of them, that the plan sends nowhere, and why.
  package var unusedTable: Table {
    let w = wording
    let labels = Labels(scenario, wording)
    let rows = (allocation?.unused ?? []).map { unused in
      let pledge = labels.pledge(withId: unused.pledge)
      let quantity = pledge.map {
        Cell.quantity($0.elementQuantity * unused.units, measure: labels.measure($0.capability))
      }
      return Table.Row([
        .text(unused.pledge), .text(labels.pledge(unused.pledge)),
        .optional(pledge.map { labels.capability($0.capability) }), .number(unused.units),
        quantity ?? .missing, .optional(ReasonText(w).main(of: unused.reasons)),
      ])
    }
    return Table(
      name: "unused-pledges",
      caption: w(en: "Pledges that the plan does not use", fr: "Engagements que le plan n'utilise pas"),
      columns: [
        Table.Column("pledge", w(en: "Pledge id", fr: "Code de l'engagement"), placement: .dataOnly),
        Table.Column("pledgeName", w(en: "Pledge", fr: "Engagement")),
        Table.Column("capability", w(en: "Capability", fr: "Capacité")),
        Table.Column("units", w(en: "Units", fr: "Unités"), .number(decimals: 2), placement: .dataOnly),
        Table.Column("quantity", w(en: "Unused", fr: "Inutilisé"), .quantity),
        Table.Column("mainReason", w(en: "Main reason", fr: "Raison principale"), placement: .below),
      ], rows: rows, language: language)
  }

  /// When each pledge of the plan is there, over all replications.
  package var arrivalsTable: Table {
    let w = wording
    let labels = Labels(scenario, wording)
    let percents = [10, 50, 80, 90, 95]
    let rows = (timeline?.pledges ?? []).map { pledge in
      Table.Row(
        [
          .text(pledge.pledge), .text(pledge.need), .text(labels.pledge(pledge.pledge)),
          .text(labels.place(ofNeed: pledge.need)), .optional(pledge.arrivalDay),
        ] + percents.map { .optional(day: pledge.arrivalQuantiles[$0] ?? nil) }
          + [.chance(pledge.onTime), .chance(pledge.never)]
          + percents.flatMap { percent -> [Cell] in
            let interval = pledge.arrivalIntervals[percent]
            return [.optional(day: interval?.low), .optional(day: interval?.high)]
          })
    }
    return Table(
      name: "arrivals",
      caption: w(en: "When pledges are really there", fr: "Quand les engagements sont vraiment présents"),
      columns: [
        Table.Column("pledge", w(en: "Pledge id", fr: "Code de l'engagement"), placement: .dataOnly),
        Table.Column("need", w(en: "Need id", fr: "Code du besoin"), placement: .dataOnly),
        Table.Column("pledgeName", w(en: "Pledge", fr: "Engagement")),
        Table.Column("place", w(en: "For", fr: "Pour")),
        Table.Column("arrivalDay", w(en: "Mean day", fr: "Jour moyen"), .estimate(decimals: 1)),
      ] + percents.map { Table.Column("p\($0)", "P\($0)", .day) } + [
        Table.Column("onTime", w(en: "On time", fr: "À temps"), .chance, unit: "%"),
        Table.Column("never", w(en: "Never", fr: "Jamais"), .chance, unit: "%"),
      ] + intervalColumns(percents), rows: rows,
      notes: [
        w(
          en: """
            Days from day 0. Mean over the replications in which it comes, ± one standard error; P10 to P95 \
            over all replications, – where so many never see it; data files have their 95 % intervals, too.
            """,
          fr: """
            Jours à partir du jour 0. Moyenne sur les répétitions où l'unité vient, ± une erreur type ; P10 à \
            P95 sur toutes les répétitions, – si tant d'entre elles ne la voient jamais ; les fichiers de données \
            ont aussi leurs intervalles à 95 %.
            """)
      ], language: language)
  }

  /// Both ends of the interval of each quantile.
  private func intervalColumns(_ percents: [Int]) -> [Table.Column] {
    percents.flatMap { percent in
      [
        Table.Column(
          "p\(percent)Low", wording(en: "P\(percent), low end", fr: "P\(percent), borne basse"), .day,
          placement: .dataOnly),
        Table.Column(
          "p\(percent)High", wording(en: "P\(percent), high end", fr: "P\(percent), borne haute"), .day,
          placement: .dataOnly),
      ]
    }
  }
}
