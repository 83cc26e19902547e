import Simulation

extension Scenario {
  /// One mission, one capability counted in units, 60 days in two periods; needs and pledges to be added.
  static func bare(days: Int = 60, periodDays: Int = 30) -> Scenario {
    var scenario = Scenario(
      id: "small", title: "Small", dayZero: .epoch, horizon: Horizon(days: days, periodDays: periodDays))
    scenario.capabilities = [
      Capability(
        id: "battalion", name: "Battalion", measure: .units, category: .contingents,
        usualSize: UsualSize(quantity: 1, personnel: 800))
    ]
    scenario.missions = [Mission(id: "mission", name: "Mission")]
    scenario.contributors = [Contributor(id: "AAA", name: "Aland", languages: ["en"])]
    scenario.allocation.gap = 0
    return scenario
  }

  mutating func need(
    _ id: String, _ quantity: Double = 1, mission: String = "mission", capability: String = "battalion",
    from: Int = 0, until: Int? = nil, _ change: (inout Need) -> Void = { _ in }
  ) {
    var need = Need(
      id: id, mission: mission, capability: capability, quantity: quantity, from: from,
      until: until ?? horizon.days)
    change(&need)
    needs.append(need)
    needs.sort { $0.id < $1.id }
  }

  mutating func pledge(
    _ id: String, _ quantity: Double = 1, units: Int = 1, capability: String = "battalion", from: Int = 0,
    _ change: (inout Pledge) -> Void = { _ in }
  ) {
    var pledge = Pledge(
      id: id, contributor: "AAA", capability: capability, quantity: quantity, units: units,
      until: horizon.days)
    pledge.from = from
    change(&pledge)
    pledges.append(pledge)
    pledges.sort { $0.id < $1.id }
  }
}
