extension RunResult {
  /// Mission × need: what is required, pledged, planned, and there in time, and why it is short.
  package var coverageTable: Table {
    let labels = Labels(scenario)
    let ranking = GapRanking(self)
    let worst = Set(ranking.worst(3).map(\.need))
    let rows = scenario.missions.flatMap { mission in
      ranking.gaps.filter { $0.plan.mission == mission.id }.map { gap in
        Table.Row(coverageCells(gap, labels), tone: worst.contains(gap.need) ? .alarm : .plain)
      }
    }
    return Table(
      name: "gap-coverage", caption: "Needs by mission, the largest weighted gap first",
      columns: coverageColumns, rows: rows, notes: coverageNotes)
  }

  private var coverageColumns: [Table.Column] {
    [
      Table.Column("mission", "Mission id", placement: .dataOnly),
      Table.Column("missionName", "Mission", placement: .heading),
      Table.Column("need", "Need id", placement: .dataOnly),
      Table.Column("needName", "Need"),
      Table.Column("weight", "Weight", .number(decimals: 2), placement: .dataOnly),
      Table.Column("required", "Required", .quantity),
      Table.Column("pledged", "Pledged", .share(decimals: 0), unit: "%"),
      Table.Column("coverage", "Planned", .share(decimals: 0), unit: "%"),
    ] + gapColumns + [Table.Column("mainReason", "Main reason", placement: .below)]
  }

  private var gapColumns: [Table.Column] {
    let planned = Table.Column(
      "shortfallDays", "Planned gap", .number(decimals: 1), unit: "days",
      placement: timeline == nil ? .column : .dataOnly)
    guard timeline != nil else { return [planned] }
    return scenario.simulation.standards.map { days in
      Table.Column(
        "fullyCoveredBy\(days)", "\(days)", .chance, spanner: "Chance, %, of being full by day")
    } + [planned, Table.Column("gapDays", "Gap", .estimate(decimals: 1), unit: "days")]
  }

  private func coverageCells(_ gap: GapRanking.Gap, _ labels: Labels) -> [Cell] {
    let plan = gap.plan
    let chances =
      timeline == nil
      ? [] : scenario.simulation.standards.map { Cell.optional(gap.timeline?.fullyCoveredBy[$0]) }
    return [
      .text(plan.mission), .text(labels.mission(plan.mission)), .text(plan.need),
      .text(labels.need(plan.need)), .number(labels.weight(ofNeed: plan.need)),
      .quantity(plan.required, measure: labels.measure(plan.capability)), .share(plan.pledged),
      .share(plan.coverage),
    ] + chances + [.number(plan.shortfallDays)]
      + (timeline == nil ? [] : [.optional(gap.timeline?.gapDays)])
      + [.optional(Reason.main(of: plan.reasons))]
  }

  private var coverageNotes: [String] {
    let shares =
      "Pledged: coverage if every pledge were there throughout. Planned: mean over the need's days."
    guard timeline != nil else { return [shares] }
    return [
      shares,
      "Days are counted from each need's first day. A chance stands with its 95 % interval, and alone where "
        + "the interval rounds to the same figure. Gap: days × missing share, ± one standard error.",
    ]
  }

  /// The needs with the largest weighted gaps, across missions.
  package var worstGapsTable: Table {
    let labels = Labels(scenario)
    let days = scenario.simulation.standards.contains(90) ? 90 : scenario.simulation.standards.last
    let rows = GapRanking(self).worst(3).map { gap in
      let gapDays = timeline == nil ? Cell.number(gap.plan.shortfallDays) : .optional(gap.timeline?.gapDays)
      return Table.Row(
        [
          .text(labels.place(ofNeed: gap.need)),
          .quantity(gap.plan.required, measure: labels.measure(gap.plan.capability)),
          .share(gap.plan.coverage), .optional(days.flatMap { gap.timeline?.fullyCoveredBy[$0] }), gapDays,
          .number(labels.weight(ofNeed: gap.need)), .optional(Reason.main(of: gap.plan.reasons)),
        ], tone: .alarm)
    }
    return Table(
      name: "worst-gaps", caption: "The worst gaps, by weight and days",
      columns: [
        Table.Column("need", "Need"), Table.Column("required", "Required", .quantity),
        Table.Column("coverage", "Planned", .share(decimals: 0), unit: "%"),
        Table.Column("fullyCovered", "Full by day \(days ?? 0)", .chance, unit: "%"),
        Table.Column("gapDays", "Gap", .estimate(decimals: 1), unit: "days"),
        Table.Column("weight", "Weight", .number(decimals: 1)),
        Table.Column("mainReason", "Main reason", placement: .below),
      ], rows: rows)
  }
}
