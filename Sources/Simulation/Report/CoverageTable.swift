extension RunResult {
  /// Mission × need: what is required, pledged, planned, and there in time, and why it is short.
  package var coverageTable: Table {
    let labels = Labels(scenario, wording)
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
      name: "gap-coverage",
      caption: wording(
        en: "Needs by mission, the largest weighted gap first",
        fr: "Besoins par mission, le plus grand écart pondéré d'abord"),
      columns: coverageColumns, rows: rows, notes: coverageNotes, language: language)
  }

  /// What to ask for; `nil` where no other plan was looked at.
  private var asks: NeedAsks? { isOfGivenPlan ? nil : allocation.map { NeedAsks(scenario, $0, wording) } }

  /// Needs named at the top of the page.
  private static let worstShown = 5

  private var coverageColumns: [Table.Column] {
    let w = wording
    let covered = w(en: "Covered, %", fr: "Couverture, %")
    return [
      Table.Column("mission", w(en: "Mission id", fr: "Code de la mission"), placement: .dataOnly),
      Table.Column("missionName", "Mission", placement: .heading),
      Table.Column("need", w(en: "Need id", fr: "Code du besoin"), placement: .dataOnly),
      Table.Column("needName", w(en: "Need", fr: "Besoin")),
      Table.Column("weight", w(en: "Weight", fr: "Poids"), .number(decimals: 1), placement: .roomyColumn),
      Table.Column("required", w(en: "Required", fr: "Requis"), .quantity),
      Table.Column(
        "pledged", w(en: "on paper", fr: "promise"), .share(decimals: 0), spanner: covered,
        placement: isOfGivenPlan ? .dataOnly : .column),
      Table.Column("coverage", w(en: "in plan", fr: "planifiée"), .share(decimals: 0), spanner: covered),
    ] + gapColumns + [
      Table.Column("mainReason", w(en: "Main reason", fr: "Raison principale"), placement: .aside),
      Table.Column("ask", w(en: "Ask for", fr: "À demander"), placement: .aside),
    ]
  }

  private var gapColumns: [Table.Column] {
    let w = wording
    let planned = Table.Column(
      "shortfallDays", w(en: "Planned gap", fr: "Écart planifié"), .number(decimals: 1),
      unit: w(en: "days", fr: "jours"),
      placement: timeline == nil ? .column : .dataOnly)
    guard timeline != nil else { return [planned] }
    return scenario.simulation.standards.map { days in
      Table.Column(
        "fullyCoveredBy\(days)", "\(days)", .chance,
        spanner: w(en: "Chance of full cover by day, %", fr: "Probabilité de couverture complète au jour, %"))
    } + [
      planned,
      Table.Column(
        "gapDays", w(en: "Gap", fr: "Écart"), .estimate(decimals: gapDecimals),
        unit: w(en: "days", fr: "jours")),
    ]
  }

  /// Tenths of a day say something where gaps are short only.
  private var gapDecimals: Int {
    let longest = timeline?.needs.map(\.gapDays.mean).max() ?? 0
    return longest < 100 ? 1 : 0
  }

  /// Why a need has a gap: the plan's reason, or chance where the plan would cover it.
  private func mainReason(_ gap: GapRanking.Gap) -> Cell {
    if let reason = ReasonText(wording).main(of: gap.plan.reasons) { return .text(reason) }
    guard let days = gap.timeline?.gapDays.mean, days >= 0.05 else { return .missing }
    // Why a given plan leaves something open is not known.
    if isOfGivenPlan, gap.plan.shortfallDays > 1e-6 { return .missing }
    return .text(
      wording(
        en: "covered in the plan, but units may come late or never",
        fr: "couvert par le plan, mais des unités peuvent arriver tard ou jamais"))
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
    let onPaper = wording(
      en: "On paper: if every pledge were there throughout. ",
      fr: "Promise : si tout ce qui est promis était présent en permanence. ")
    let inPlan = wording(
      en: "In plan: if every pledge keeps its word, mean over the need's days.",
      fr: "Planifiée : si chaque engagement est tenu, moyenne sur les jours du besoin.")
    let shares = (isOfGivenPlan ? "" : onPaper) + inPlan
    guard timeline != nil else { return [shares] }
    return [
      shares,
      wording(
        en: """
          Full cover by day N: reached at least once by then, N days after the need's first. A chance stands \
          with its 95 % interval, and alone where the interval rounds to the same figure. Gap: days × missing \
          share, ± one standard error.
          """,
        fr: """
          Couverture complète au jour N : atteinte au moins une fois avant cette échéance, N jours après le \
          premier jour du besoin. Une probabilité est donnée avec son intervalle à 95 %, et seule si \
          l'intervalle s'arrondit au même chiffre. Écart : jours × part manquante, ± une erreur type.
          """),
    ]
  }

  /// The needs with the largest weighted gaps, across missions.
  package var worstGapsTable: Table {
    let w = wording
    let labels = Labels(scenario, wording)
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
      name: "worst-gaps",
      caption: w(
        en: "The worst gaps, by weight and days", fr: "Les écarts les plus graves, selon poids et jours"),
      columns: [
        Table.Column("need", w(en: "Need", fr: "Besoin")),
        Table.Column("required", w(en: "Required", fr: "Requis"), .quantity),
        Table.Column("coverage", w(en: "In plan", fr: "Plan"), .share(decimals: 0), unit: "%"),
        Table.Column(
          "fullyCovered", w(en: "Full by day \(days ?? 0)", fr: "Complet au jour \(days ?? 0)"), .chance,
          unit: "%",
          placement: timeline == nil ? .dataOnly : .column),
        Table.Column(
          "gapDays", w(en: "Gap", fr: "Écart"), .estimate(decimals: timeline == nil ? 1 : gapDecimals),
          unit: w(en: "days", fr: "jours")),
        Table.Column("weight", w(en: "Weight", fr: "Poids"), .number(decimals: 1)),
        Table.Column("mainReason", w(en: "Main reason", fr: "Raison principale"), placement: .aside),
        Table.Column("ask", w(en: "Ask for", fr: "À demander"), placement: .aside),
      ], rows: rows, language: language)
  }
}
