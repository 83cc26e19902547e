// Limits of one mission: ceilings, shares and its budget.
extension PlanLimits {
  /// - Parameters:
  ///   - mission: Whose limits.
  ///   - own: Places of its legs in ``movable``.
  ///   - columns: Numbers of all deployments to it.
  /// - Returns: Period by period, then the budget.
  func limits(of mission: Mission, legs own: [Int], columns: [Int]) -> [PlanLimit] {
    let presence = MissionPresence(mission: mission, scenario: scenario, deployments: inPlace)
    var limits: [PlanLimit] = []
    for period in scenario.horizon.periods.indices {
      limits += ceilings(of: mission, own, presence, period)
      limits += shares(of: mission, own, presence, period)
    }
    if let most = mission.budget {
      limits.append(spending(.missionBudget(mission: mission.id), of: columns, most: most))
    }
    return limits.filter { !$0.terms.isEmpty }
  }

  private func ceilings(
    of mission: Mission, _ own: [Int], _ presence: MissionPresence, _ period: Int
  ) -> [PlanLimit] {
    PersonnelCategory.allCases.compactMap { category in
      guard let ceiling = mission.ceilings[category] else { return nil }
      let terms = averaged(own.filter { category.includes(movable[$0].leg.category) }, period) { $0.people }
      // A mission already beyond its ceiling may not get worse; nothing is asked to leave.
      let room = max(0, ceiling - presence.people(category, in: period))
      let kind = PlanLimit.Kind.ceiling(mission: mission.id, category: category, period: period)
      return PlanLimit(kind: kind, terms: terms, most: room)
    }
  }

  /// Shares turned round to "at most": `Σ (s·P − f)·x ≤ max(0, F₀ − s·P₀)`.
  private func shares(
    of mission: Mission, _ own: [Int], _ presence: MissionPresence, _ period: Int
  ) -> [PlanLimit] {
    var limits: [PlanLimit] = []
    if let share = mission.languageShare {
      let uniformed = own.filter { movable[$0].leg.category != .civilian }
      let terms = averaged(uniformed, period) { share * $0.people - $0.speakers }
      let spare = presence.speakers(in: period) - share * presence.uniformed(in: period)
      limits.append(
        PlanLimit(
          kind: .languageShare(mission: mission.id, period: period), terms: terms, most: max(0, spare)))
    }
    for category in PersonnelCategory.allCases {
      guard let share = mission.womenShare[category] else { continue }
      let terms = averaged(own.filter { category.includes(movable[$0].leg.category) }, period) {
        share * $0.people - $0.women
      }
      let spare = presence.women(category, in: period) - share * presence.people(category, in: period)
      let kind = PlanLimit.Kind.womenShare(mission: mission.id, category: category, period: period)
      limits.append(PlanLimit(kind: kind, terms: terms, most: max(0, spare)))
    }
    return limits
  }

  /// Terms of a figure over a period's days, in the measure in which what is there of a leg counts.
  private func averaged(
    _ legs: [Int], _ period: Int, _ figure: (DeploymentLeg) -> Double
  ) -> [PlanLimit.Term] {
    let days = scenario.horizon.period(period)
    return terms(legs) { figure($0) * $0.presence(in: days) }
  }
}
