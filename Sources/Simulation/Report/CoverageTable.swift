extension RunResult {
  /// Mission × need: what is required, pledged, planned, and there in time, and why it is short.
  package var coverageTable: Table {
    let labels = Labels(scenario)
    let ranking = GapRanking(self)
    let worst = Set(ranking.worst(Self.worstShown).map(\.need))
    let asks = asks
    let rows = scenario.missions.flatMap { mission in
      ranking.gaps.filter { $0.plan.mission == mission.id }.map { gap in
        Table.Row(
          coverageCells(gap, labels) + [.optional(asks?.ask(for: gap.plan))],
          tone: worst.contains(gap.need) ? .alarm : .plain)
      }
    }
    return Table(
      name: "gap-coverage", caption: "Needs by mission, the largest weighted gap first",
      columns: coverageColumns, rows: rows, notes: coverageNotes)
  }

  /// What to ask for; `nil` where no other plan was looked at.
  private var asks: NeedAsks? { isOfGivenPlan ? nil : allocation.map { NeedAsks(scenario, $0) } }

  /// Needs named at the top of the page.
  private static let worstShown = 5

  private var coverageColumns: [Table.Column] {
    let covered = "Covered, %"
    return [
      Table.Column("mission", "Mission id", placement: .dataOnly),
      Table.Column("missionName", "Mission", placement: .heading),
      Table.Column("need", "Need id", placement: .dataOnly),
      Table.Column("needName", "Need"),
      Table.Column("weight", "Weight", .number(decimals: 1), placement: .roomyColumn),
      Table.Column("required", "Required", .quantity),
      Table.Column(
        "pledged", "on paper", .share(decimals: 0), spanner: covered,
        placement: isOfGivenPlan ? .dataOnly : .column),
      Table.Column("coverage", "in plan", .share(decimals: 0), spanner: covered),
    ] + gapColumns + [
      Table.Column("mainReason", "Main reason", placement: .below),
      Table.Column("ask", "Ask for", placement: .below),
    ]
  }

  private var gapColumns: [Table.Column] {
    let planned = Table.Column(
      "shortfallDays", "Planned gap", .number(decimals: 1), unit: "days",
      placement: timeline == nil ? .column : .dataOnly)
    guard timeline != nil else { return [planned] }
    return scenario.simulation.standards.map { days in
      Table.Column(
        "fullyCoveredBy\(days)", "\(days)", .chance, spanner: "Chance of full cover by day, %")
    } + [planned, Table.Column("gapDays", "Gap", .estimate(decimals: gapDecimals), unit: "days")]
  }

  /// Tenths of a day say something where gaps are short only.
  private var gapDecimals: Int {
    let longest = timeline?.needs.map(\.gapDays.mean).max() ?? 0
    return longest < 100 ? 1 : 0
  }

  /// Why a need has a gap: the plan's reason, or chance where the plan would cover it.
  private func mainReason(_ gap: GapRanking.Gap) -> Cell {
    if let reason = Reason.main(of: gap.plan.reasons) { return .text(reason) }
    guard let days = gap.timeline?.gapDays.mean, days >= 0.05 else { return .missing }
    // Why a given plan leaves something open is not known.
    if isOfGivenPlan, gap.plan.shortfallDays > 1e-6 { return .missing }
    return .text("covered in the plan, but units may come late or never")
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
      + [mainReason(gap)]
  }

  private var coverageNotes: [String] {
    let shares =
      (isOfGivenPlan ? "" : "On paper: if every pledge were there throughout. ")
      + "In plan: if every pledge keeps its word, mean over "
      + "the need's days."
    guard timeline != nil else { return [shares] }
    return [
      shares,
      "Full cover by day N: reached at least once by then, N days after the need's first. A chance stands "
        + "with its 95 % interval, and alone where the interval rounds to the same figure. Gap: days × missing "
        + "share, ± one standard error.",
    ]
  }

  /// The needs with the largest weighted gaps, across missions.
  package var worstGapsTable: Table {
    let labels = Labels(scenario)
    let days = scenario.simulation.standards.contains(90) ? 90 : scenario.simulation.standards.last
    let asks = asks
    let rows = GapRanking(self).worst(Self.worstShown).map { gap in
      let gapDays = timeline == nil ? Cell.number(gap.plan.shortfallDays) : .optional(gap.timeline?.gapDays)
      return Table.Row(
        [
          .text(labels.place(ofNeed: gap.need)),
          .quantity(gap.plan.required, measure: labels.measure(gap.plan.capability)),
          .share(gap.plan.coverage), .optional(days.flatMap { gap.timeline?.fullyCoveredBy[$0] }), gapDays,
          .number(labels.weight(ofNeed: gap.need)), mainReason(gap), .optional(asks?.ask(for: gap.plan)),
        ], tone: .alarm)
    }
    return Table(
      name: "worst-gaps", caption: "The worst gaps, by weight and days",
      columns: [
        Table.Column("need", "Need"), Table.Column("required", "Required", .quantity),
        Table.Column("coverage", "In plan", .share(decimals: 0), unit: "%"),
        Table.Column(
          "fullyCovered", "Full by day \(days ?? 0)", .chance, unit: "%",
          placement: timeline == nil ? .dataOnly : .column),
        Table.Column("gapDays", "Gap", .estimate(decimals: timeline == nil ? 1 : gapDecimals), unit: "days"),
        Table.Column("weight", "Weight", .number(decimals: 1)),
        Table.Column("mainReason", "Main reason", placement: .below),
        Table.Column("ask", "Ask for", placement: .below),
      ], rows: rows)
  }
}
