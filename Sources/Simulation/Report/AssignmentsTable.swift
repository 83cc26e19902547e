extension RunResult {
  /// Who is sent where and when, as planned and as it may turn out.
  package var assignmentsTable: Table {
    let w = wording
    let labels = Labels(scenario, wording)
    let timelines = pledgeTimelines
    let order = Dictionary(
      scenario.missions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rank = { (assignment: Assignment) in
      labels.need(withId: assignment.need).flatMap { order[$0.mission] } ?? order.count
    }
    // Within a mission the plan's own order stays: by need, pledge and day.
    let sorted = (allocation?.assignments ?? []).enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    return Table(
      name: "assignments", caption: w(en: "Who is sent where", fr: "Qui est envoyé où"),
      columns: assignmentColumns,
      rows: sorted.map {
        Table.Row(cells($0.element, timelines[[$0.element.pledge, $0.element.need]], labels))
      },
      notes: assignmentNotes, language: language)
  }

  private var assignmentNotes: [String] {
    let w = wording
    let zero = w.short(scenario.dayZero)
    let days = w(
      en: "Days are counted from \(zero), which is day 0.",
      fr: "Les jours sont comptés à partir du \(zero), jour 0.")
    guard timeline != nil else { return [days] }
    return [
      days,
      w(
        en: "P50 and P90: day by which it is there in 50 and 90 % of all runs; – where it is not.",
        fr: """
          P50 et P90 : jour auquel l'unité est présente dans 50 et 90 % des simulations ; – si elle ne l'est \
          pas.
          """),
    ]
  }

  /// By pledge and need.
  var pledgeTimelines: [[String]: PledgeTimeline] {
    Dictionary(
      (timeline?.pledges ?? []).map { ([$0.pledge, $0.need], $0) }, uniquingKeysWith: { first, _ in first })
  }

  private var assignmentColumns: [Table.Column] {
    let w = wording
    let arrival = w(en: "Day of arrival", fr: "Jour d'arrivée")
    let dates = "Date"
    let likely = [
      Table.Column("p50", "P50", .day, spanner: arrival), Table.Column("p90", "P90", .day, spanner: arrival),
    ]
    return [
      Table.Column("mission", w(en: "Mission id", fr: "Code de la mission"), placement: .dataOnly),
      Table.Column("need", w(en: "Need id", fr: "Code du besoin"), placement: .dataOnly),
      Table.Column("pledge", w(en: "Pledge id", fr: "Code de l'engagement"), placement: .dataOnly),
      Table.Column("place", w(en: "For", fr: "Pour"), placement: .heading),
      Table.Column("pledgeName", w(en: "Pledge", fr: "Engagement")),
      Table.Column("units", w(en: "Units", fr: "Unités"), .number(decimals: 2), placement: .dataOnly),
      Table.Column("quantity", w(en: "Sends", fr: "Envoie"), .quantity),
      Table.Column("requestDay", w(en: "Request day", fr: "Jour de la demande"), .day, placement: .dataOnly),
      Table.Column("requestDate", w(en: "request", fr: "demande"), .date, spanner: dates),
      Table.Column(
        "arrivalDate", w(en: "arrival, plan", fr: "arrivée, plan"), .date, spanner: dates,
        placement: .roomyColumn),
      Table.Column("arrivalDay", "plan", .day, spanner: arrival),
      Table.Column("package", w(en: "Package", fr: "Lot"), placement: .dataOnly),
      Table.Column("support", w(en: "Support", fr: "Appui"), placement: .dataOnly),
    ] + (timeline == nil ? [] : likely) + [
      Table.Column("deadlineDay", w(en: "Due day", fr: "Jour dû"), .day),
      Table.Column("untilDay", w(en: "Leaves day", fr: "Départ, jour"), .day),
    ] + (timeline == nil ? [] : [Table.Column("onTime", w(en: "On time", fr: "À temps"), .chance, unit: "%")])
  }

  private func cells(_ assignment: Assignment, _ timed: PledgeTimeline?, _ labels: Labels) -> [Cell] {
    let need = labels.need(withId: assignment.need)
    let measure = labels.pledge(withId: assignment.pledge).flatMap { labels.measure($0.capability) }
    let request = assignment.requestDay.map { Cell.date(labels.date(ofDay: $0)) }
    let likely = [50, 90].map { Cell.optional(day: timed?.arrivalQuantiles[$0] ?? nil) }
    return [
      .optional(need?.mission), .text(assignment.need), .text(assignment.pledge),
      .text(labels.place(ofNeed: assignment.need)), .text(labels.pledge(assignment.pledge)),
      .number(assignment.units), .quantity(assignment.quantity, measure: measure),
      .optional(day: assignment.requestDay),
      assignment.isInPlace ? .text(wording(en: "in place", fr: "sur place")) : request ?? .missing,
      .date(labels.date(ofDay: assignment.arrivalDay)), .day(assignment.arrivalDay),
      .optional(assignment.package), .optional(assignment.support),
    ] + (timeline == nil ? [] : likely)
      + [.optional(day: labels.deadline(ofNeed: assignment.need)), .day(assignment.untilDay)]
      + (timeline == nil ? [] : [.optional(timed?.onTime)])
  }
}
