extension RunResult {
  /// How far and how fast each mission is covered.
  package var missionsTable: Table {
    let labels = Labels(scenario)
    let plans = Dictionary(
      (allocation?.missions ?? []).map { ($0.mission, $0) }, uniquingKeysWith: { first, _ in first })
    let timelines = Dictionary(
      (timeline?.missions ?? []).map { ($0.mission, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = scenario.missions.map { mission in
      let plan = plans[mission.id]
      let planned: [Cell] = [
        .text(mission.id), .text(labels.mission(mission.id)), .number(mission.weight),
        plan.map { .share($0.coverage) } ?? .missing,
      ]
      let short = (plan?.alreadyShort ?? []).joined(separator: "; ")
      return Table.Row(
        planned + (timeline == nil ? [] : timed(timelines[mission.id]))
          + [.optional(short)])
    }
    return Table(
      name: "mission-standards", caption: "Missions", columns: missionColumns, rows: rows,
      notes: timeline == nil
        ? []
        : [
          "Median day: half of all runs have come so far by then; – where they have not. "
            + "Standard: every need full within so many days of its first."
        ])
  }

  private var missionColumns: [Table.Column] {
    let planned = [
      Table.Column("mission", "Mission id", placement: .dataOnly),
      Table.Column("missionName", "Mission"),
      Table.Column("weight", "Weight", .number(decimals: 2), placement: .dataOnly),
      Table.Column("coverage", "In plan", .share(decimals: 0), unit: "%"),
    ]
    let short = Table.Column("alreadyShort", "Already short", placement: .below)
    guard timeline != nil else { return planned + [short] }
    let shares = Self.reportedShares.map {
      Table.Column(
        "daysTo\(Int($0 * 100)).p50", "\(Int($0 * 100))", .day, spanner: "Median day of covering, %")
    }
    return planned + [Table.Column("firstArrivalDay.p50", "Median day of first arrival", .day)] + shares + [
      Table.Column("standardDays", "Standard", .number(decimals: 0), unit: "days"),
      Table.Column("standardMet", "Chance to meet it", .chance, unit: "%"), short,
    ]
  }

  private static let reportedShares = [0.25, 0.5, 0.75, 0.9]

  private func timed(_ mission: MissionTimeline?) -> [Cell] {
    [.optional(day: mission?.firstArrivalDay[50] ?? nil)]
      + Self.reportedShares.map { .optional(day: mission?.daysToShare[$0]?[50] ?? nil) }
      + [
        mission.map { .number(Double($0.standardDays)) } ?? .missing, .optional(mission?.standardMet),
      ]
  }
}
