/// What the levels before have reached, and how little of it a later level may give up.
struct LevelHold: Sendable {
  /// Weighted gap in days, at most.
  let gap: Double
  /// US dollars, at most.
  let cost: Double
  let floor: CoverageFloor?

  /// How far a value may rise above the best found, relative.
  ///
  /// Half of what a plan called optimal may be away from its bound.
  static let share = PlanProof.optimalGap / 2

  /// - Parameters:
  ///   - gap: The best value found.
  ///   - cost: The best value found; infinite while it is not held.
  ///   - floor: What fairness has reached.
  init(gap: Double, cost: Double = .infinity, floor: CoverageFloor?) {
    self.gap = gap * (1 + Self.share)
    self.cost = cost + Self.share * abs(cost)
    self.floor = floor
  }

  func isKept(by plan: PlanState) -> Bool {
    plan.weightedGap <= gap && plan.cost <= cost && plan.keepsEveryLimit && floor?.isKept(by: plan) ?? true
  }
}
