extension RunResult {
  /// Who is sent where and when, as planned and as it may turn out.
  package var assignmentsTable: Table {
    let labels = Labels(scenario)
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
      name: "assignments", caption: "Who is sent where", columns: assignmentColumns,
      rows: sorted.map {
        Table.Row(cells($0.element, timelines[[$0.element.pledge, $0.element.need]], labels))
      },
      notes: ["Days are counted from \(scenario.dayZero), which is day 0."]
        + (timeline == nil
          ? [] : ["P50 and P90: day by which it is there in 50 and 90 % of all runs; – where it is not."]))
  }

  /// By pledge and need.
  var pledgeTimelines: [[String]: PledgeTimeline] {
    Dictionary(
      (timeline?.pledges ?? []).map { ([$0.pledge, $0.need], $0) }, uniquingKeysWith: { first, _ in first })
  }

  private var assignmentColumns: [Table.Column] {
    let arrival = "Day of arrival"
    let dates = "Date"
    let likely = [
      Table.Column("p50", "P50", .day, spanner: arrival), Table.Column("p90", "P90", .day, spanner: arrival),
    ]
    return [
      Table.Column("mission", "Mission id", placement: .dataOnly),
      Table.Column("need", "Need id", placement: .dataOnly),
      Table.Column("pledge", "Pledge id", placement: .dataOnly),
      Table.Column("place", "For", placement: .heading), Table.Column("pledgeName", "Pledge"),
      Table.Column("units", "Units", .number(decimals: 2), placement: .dataOnly),
      Table.Column("quantity", "Sends", .quantity),
      Table.Column("requestDay", "Request day", .day, placement: .dataOnly),
      Table.Column("requestDate", "request", .date, spanner: dates),
      Table.Column("arrivalDate", "arrival, plan", .date, spanner: dates, placement: .roomyColumn),
      Table.Column("arrivalDay", "plan", .day, spanner: arrival),
      Table.Column("package", "Package", placement: .dataOnly),
      Table.Column("support", "Support", placement: .dataOnly),
    ] + (timeline == nil ? [] : likely) + [
      Table.Column("deadlineDay", "Due day", .day), Table.Column("untilDay", "Leaves day", .day),
    ] + (timeline == nil ? [] : [Table.Column("onTime", "On time", .chance, unit: "%")])
  }

  private func cells(_ assignment: Assignment, _ timed: PledgeTimeline?, _ labels: Labels) -> [Cell] {
    let need = labels.need(withId: assignment.need)
    let measure = labels.pledge(withId: assignment.pledge).map { labels.measure($0.capability) } ?? ""
    let request = assignment.requestDay.map { Cell.date(labels.date(ofDay: $0)) }
    let likely = [50, 90].map { Cell.optional(day: timed?.arrivalQuantiles[$0] ?? nil) }
    return [
      .optional(need?.mission), .text(assignment.need), .text(assignment.pledge),
      .text(labels.place(ofNeed: assignment.need)), .text(labels.pledge(assignment.pledge)),
      .number(assignment.units), .quantity(assignment.quantity, measure: measure),
      .optional(day: assignment.requestDay),
      assignment.isInPlace ? .text("in place") : request ?? .missing,
      .date(labels.date(ofDay: assignment.arrivalDay)), .day(assignment.arrivalDay),
      .optional(assignment.package), .optional(assignment.support),
    ] + (timeline == nil ? [] : likely)
      + [.optional(day: labels.deadline(ofNeed: assignment.need)), .day(assignment.untilDay)]
      + (timeline == nil ? [] : [.optional(timed?.onTime)])
  }
}
