/// The three readings of the needs in one share each, weighted by need and mission.
package struct Headline: Sendable, Equatable {
  /// Coverage if every pledge were there throughout; `nil` without a plan or without weight.
  package var pledged: Double?
  /// Coverage in the plan, averaged over each need's days.
  package var planned: Double?
  /// What is there so many days after each need's first day.
  package var inTime: [HeadlineShare]
  private let isOfGivenPlan: Bool

  package init(_ result: RunResult) {
    let labels = Labels(result.scenario, result.wording)
    let needs = result.allocation?.needs ?? []
    let onPaper = Self.mean(of: needs.map { ($0.pledged, labels.weight(ofNeed: $0.need)) })
    pledged = result.isOfGivenPlan ? nil : onPaper
    isOfGivenPlan = result.isOfGivenPlan
    planned = Self.mean(of: needs.map { ($0.coverage, labels.weight(ofNeed: $0.need)) })
    inTime = result.timeline?.headline ?? []
  }

  private static func mean(of shares: [(share: Double, weight: Double)]) -> Double? {
    let total = shares.reduce(0) { $0 + $1.weight }
    return total > 0 ? shares.reduce(0) { $0 + $1.share * $1.weight } / total : nil
  }

  package func table(_ w: Wording) -> Table {
    let share = { (value: Double?) in value.map(Cell.share) ?? .missing }
    let onPaper =
      isOfGivenPlan
      ? [] : [Table.Row([.text(w(en: "Pledged on paper", fr: "Promis sur le papier")), share(pledged)])]
    let planned =
      onPaper + [
        Table.Row([.text(w(en: "Covered by the plan", fr: "Couvert par le plan")), share(self.planned)])
      ]
    let timed = inTime.map { reading in
      Table.Row([
        .text(
          w(
            en: "There on day \(reading.standardDays)", fr: "Présent au jour \(reading.standardDays)")),
        .estimate(reading.share),
      ])
    }
    return Table(
      name: "headline",
      caption: w(
        en: "How much of the weighted need is met", fr: "Part des besoins pondérés qui est satisfaite"),
      columns: [
        Table.Column("reading", w(en: "Reading", fr: "Lecture")),
        Table.Column("share", w(en: "Share", fr: "Part"), .shareEstimate(decimals: 1), unit: "%"),
      ], rows: planned + timed,
      notes: notes(w), language: w.language)
  }

  private func notes(_ w: Wording) -> [String] {
    let weights = w(
      en: "Needs are weighted by their own weight times their mission's. ",
      fr: "Les besoins comptent selon leur poids multiplié par celui de leur mission. ")
    let onPaper = w(
      en: "On paper: every pledge there throughout. ",
      fr: "Sur le papier : tout ce qui est promis est présent en permanence. ")
    let inPlan = w(
      en: "Plan: every pledge keeps its word; mean over each need's days.",
      fr: "Plan : chaque engagement est tenu ; moyenne sur les jours de chaque besoin.")
    let planned = weights + (isOfGivenPlan ? "" : onPaper) + inPlan
    guard !inTime.isEmpty else { return [planned] }
    return [
      planned,
      w(
        en: """
          There on day N: with delays and pledges that never come, N days after each need's first; ± one \
          standard error.
          """,
        fr: """
          Présent au jour N : avec les retards et les engagements qui ne viennent jamais, N jours après le \
          premier jour de chaque besoin ; ± une erreur type.
          """),
    ]
  }
}
