/// What is proved of a plan, in the words that may be printed.
struct PlanProof: Sendable {
  let weightedGap: Double
  let bound: Double
  let gap: Double
  let status: Allocation.Status
  let stoppedByTime: Bool

  /// A plan this near its bound is called optimal.
  static let optimalGap = 1e-9

  init(weightedGap: Double, bound: Double, gapAsked: Double, stoppedByTime: Bool) {
    self.weightedGap = weightedGap
    self.stoppedByTime = stoppedByTime
    // A bound above a plan that exists is arithmetic noise.
    self.bound = min(bound, weightedGap)
    gap = (weightedGap - self.bound) / max(weightedGap, 1e-9)
    status = gap <= Self.optimalGap ? .optimal : gap <= gapAsked ? .withinGap : .limit
  }
}
