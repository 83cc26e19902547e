extension RunResult {
  /// How far and how fast each mission is covered.
  package var missionsTable: Table {
    let w = wording
    let labels = Labels(scenario, wording)
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
      let short = (plan?.alreadyShort ?? []).map { $0.words(w) }.joined(separator: "; ")
      return Table.Row(
        planned + (timeline == nil ? [] : timed(timelines[mission.id]))
          + [.optional(short)])
    }
    return Table(
      name: "mission-standards", caption: "Missions", columns: missionColumns, rows: rows,
      notes: timeline == nil
        ? []
        : [
          w(
            en: """
              Median day: half of all runs have come so far by then; – where they have not. Standard: every \
              need full within so many days of its first.
              """,
            fr: """
              Jour médian : la moitié des simulations en sont là à cette date ; – si elles n'y parviennent pas. \
              Norme : chaque besoin entièrement couvert en autant de jours à partir de son premier.
              """)
        ], language: language)
  }

  private var missionColumns: [Table.Column] {
    let w = wording
    let planned = [
      Table.Column("mission", w(en: "Mission id", fr: "Code de la mission"), placement: .dataOnly),
      Table.Column("missionName", "Mission"),
      Table.Column("weight", w(en: "Weight", fr: "Poids"), .number(decimals: 2), placement: .dataOnly),
      Table.Column("coverage", w(en: "In plan", fr: "Plan"), .share(decimals: 0), unit: "%"),
    ]
    let short = Table.Column(
      "alreadyShort", w(en: "Already short", fr: "Déjà en défaut"), placement: .below)
    guard timeline != nil else { return planned + [short] }
    let shares = Self.reportedShares.map {
      Table.Column(
        "daysTo\(Int($0 * 100)).p50", "\(Int($0 * 100))", .day,
        spanner: w(en: "Median day of covering, %", fr: "Jour médian de couverture de, %"))
    }
    let first = Table.Column(
      "firstArrivalDay.p50", w(en: "Median day of first arrival", fr: "Jour médian de première arrivée"), .day
    )
    return planned + [first] + shares + [
      Table.Column(
        "standardDays", w(en: "Standard", fr: "Norme"), .number(decimals: 0),
        unit: w(en: "days", fr: "jours")),
      Table.Column(
        "standardMet", w(en: "Chance to meet it", fr: "Probabilité de la tenir"), .chance, unit: "%"), short,
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
