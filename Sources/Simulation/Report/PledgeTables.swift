extension RunResult {
  /// Pledges, or elements of them, that the plan sends nowhere, and why.
  package var unusedTable: Table {
    let labels = Labels(scenario)
    let rows = (allocation?.unused ?? []).map { unused in
      let pledge = labels.pledge(withId: unused.pledge)
      let quantity = pledge.map {
        Cell.quantity($0.elementQuantity * unused.units, measure: labels.measure($0.capability))
      }
      return Table.Row([
        .text(unused.pledge), .text(labels.pledge(unused.pledge)),
        .optional(pledge.map { labels.capability($0.capability) }), .number(unused.units),
        quantity ?? .missing, .optional(Reason.main(of: unused.reasons)),
      ])
    }
    return Table(
      name: "unused-pledges", caption: "Pledges that the plan does not use",
      columns: [
        Table.Column("pledge", "Pledge id", placement: .dataOnly), Table.Column("pledgeName", "Pledge"),
        Table.Column("capability", "Capability"),
        Table.Column("units", "Units", .number(decimals: 2), placement: .dataOnly),
        Table.Column("quantity", "Unused", .quantity),
        Table.Column("mainReason", "Main reason", placement: .below),
      ], rows: rows)
  }

  /// When each pledge of the plan is there, over all replications.
  package var arrivalsTable: Table {
    let labels = Labels(scenario)
    let percents = [10, 50, 80, 90, 95]
    let rows = (timeline?.pledges ?? []).map { pledge in
      Table.Row(
        [
          .text(pledge.pledge), .text(pledge.need), .text(labels.pledge(pledge.pledge)),
          .text(labels.place(ofNeed: pledge.need)), .optional(pledge.arrivalDay),
        ] + percents.map { .optional(day: pledge.arrivalQuantiles[$0] ?? nil) }
          + [.chance(pledge.onTime), .chance(pledge.never)])
    }
    return Table(
      name: "arrivals", caption: "When pledges are really there",
      columns: [
        Table.Column("pledge", "Pledge id", placement: .dataOnly),
        Table.Column("need", "Need id", placement: .dataOnly),
        Table.Column("pledgeName", "Pledge"), Table.Column("place", "For"),
        Table.Column("arrivalDay", "Mean day", .estimate(decimals: 1)),
      ] + percents.map { Table.Column("p\($0)", "P\($0)", .day) } + [
        Table.Column("onTime", "On time", .chance, unit: "%"),
        Table.Column("never", "Never", .chance, unit: "%"),
      ], rows: rows,
      notes: [
        "Days from day 0. Mean over the replications in which it comes, ± one standard error; P10 to P95 over "
          + "all replications, – where so many never see it."
      ])
  }
}
