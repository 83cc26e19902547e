/// People a mission has on the ground without any new deployment, period by period.
///
/// What is in place is part of the mission's `present` until its end, and then leaves it.
struct MissionPresence: Sendable {
  let mission: Mission
  private let periods: [Range<Int>]
  private let leaving: [Leaving]

  private struct Leaving: Sendable {
    /// One element, and how many there are.
    var leg: DeploymentLeg
    var elements: Double
    var until: Int
  }

  init(mission: Mission, scenario: Scenario, deployments: [Deployment]) {
    self.mission = mission
    periods = scenario.horizon.periods
    leaving = deployments.compactMap { deployment in
      guard deployment.isInPlace, scenario.needs[deployment.need].mission == mission.id else { return nil }
      return Leaving(
        leg: deployment.legs[0], elements: deployment.least, until: scenario.pledges[deployment.pledge].until)
    }
  }

  /// People of a category, averaged over the period's days.
  func people(_ category: PersonnelCategory, in period: Int) -> Double {
    let start = Self.figure(mission.present, category)
    return max(0, start - gone(in: period, category) { $0.people })
  }

  func women(_ category: PersonnelCategory, in period: Int) -> Double {
    max(0, Self.figure(mission.presentWomen, category) - gone(in: period, category) { $0.women })
  }

  /// All uniformed people, averaged over the period's days.
  func uniformed(in period: Int) -> Double { people(.military, in: period) + people(.police, in: period) }

  func speakers(in period: Int) -> Double {
    let left =
      gone(in: period, .military) { $0.speakers } + gone(in: period, .police) { $0.speakers }
    return max(0, (mission.presentSpeakers ?? 0) - left)
  }

  /// Of a figure kept by category: its own entry, or else the sum of its parts.
  static func figure(_ figures: [PersonnelCategory: Double], _ category: PersonnelCategory) -> Double {
    if let own = figures[category] { return own }
    return category.parts.filter { $0 != category }.reduce(0) { $0 + (figures[$1] ?? 0) }
  }

  private func gone(
    in period: Int, _ category: PersonnelCategory, _ count: (DeploymentLeg) -> Double
  ) -> Double {
    let days = periods[period]
    return leaving.reduce(0) { sum, unit in
      guard category.includes(unit.leg.category) else { return sum }
      let absent = (unit.until..<max(unit.until, days.upperBound)).clamped(to: days).count
      return sum + count(unit.leg) * unit.elements * Double(absent) / Double(days.count)
    }
  }
}
