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
    let labels = Labels(result.scenario)
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

  package var table: Table {
    let share = { (value: Double?) in value.map(Cell.share) ?? .missing }
    let onPaper = isOfGivenPlan ? [] : [Table.Row([.text("Pledged on paper"), share(pledged)])]
    let planned = onPaper + [Table.Row([.text("Covered by the plan"), share(self.planned)])]
    let timed = inTime.map { reading in
      Table.Row([.text("There on day \(reading.standardDays)"), .estimate(reading.share)])
    }
    return Table(
      name: "headline", caption: "How much of the weighted need is met",
      columns: [
        Table.Column("reading", "Reading"),
        Table.Column("share", "Share", .shareEstimate(decimals: 1), unit: "%"),
      ], rows: planned + timed,
      notes: [
        "Needs are weighted by their own weight times their mission's. "
          + (isOfGivenPlan ? "" : "On paper: every pledge there throughout. ")
          + "Plan: every pledge keeps its word; mean over each need's days."
      ]
        + (inTime.isEmpty
          ? []
          : [
            "There on day N: with delays and pledges that never come, N days after each need's first; "
              + "± one standard error."
          ]))
  }
}
