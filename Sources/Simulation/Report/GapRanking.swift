/// The needs in the order in which they should worry a planner.
package struct GapRanking: Sendable {
  package struct Gap: Sendable {
    package var need: String
    package var plan: NeedCoverage
    package var timeline: NeedTimeline?
    /// Gap-days of the timeline, or else of the plan, times the weights of need and mission.
    package var weightedGapDays: Double
  }

  /// The largest weighted gap first; equal ones by identifier.
  package let gaps: [Gap]

  package init(_ result: RunResult) {
    let labels = Labels(result.scenario, result.wording)
    let timelines = Dictionary(
      (result.timeline?.needs ?? []).map { ($0.need, $0) }, uniquingKeysWith: { first, _ in first })
    gaps = (result.allocation?.needs ?? []).map { plan in
      let timeline = timelines[plan.need]
      let days = timeline?.gapDays.mean ?? plan.shortfallDays
      return Gap(
        need: plan.need, plan: plan, timeline: timeline,
        weightedGapDays: days * labels.weight(ofNeed: plan.need))
    }
    .sorted { left, right in
      left.weightedGapDays == right.weightedGapDays
        ? left.need.unicodeScalars.lexicographicallyPrecedes(right.need.unicodeScalars)
        : left.weightedGapDays > right.weightedGapDays
    }
  }

  /// Needs that miss anything worth naming, at most so many.
  package func worst(_ count: Int) -> [Gap] {
    Array(gaps.prefix { $0.weightedGapDays > 1e-6 }.prefix(count))
  }
}
