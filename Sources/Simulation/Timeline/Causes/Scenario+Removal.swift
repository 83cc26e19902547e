extension Scenario {
  /// The same without one cause of delay; the plan's units stay what they are.
  ///
  /// - Parameters:
  ///   - cause: Of the scenario.
  ///   - servers: So many carriers or servers that nobody waits for one.
  /// - Returns: A scenario to test the same plan on.
  func without(_ cause: Cause, servers: Int) -> Scenario {
    var scenario = self
    switch cause.kind {
    case .stage:
      for index in pledges.indices where pledges[index].process == cause.process {
        scenario.pledges[index].done.insert(cause.name)
      }
    case .gate: scenario.gates.removeAll { $0.id == cause.name }
    case .lift:
      for index in lift.indices where lift[index].id == cause.name { scenario.lift[index].carriers = servers }
    case .resource:
      for index in resources.indices where resources[index].id == cause.name {
        scenario.resources[index].count = servers
      }
    case .season:
      for index in missions.indices where missions[index].id == cause.mission {
        scenario.missions[index].seasons.removeAll { $0.id == cause.name }
      }
    case .risk: scenario.risks.removeAll { $0.id == cause.name }
    case .never: for index in pledges.indices { scenario.pledges[index].probability = 1 }
    case .withdrawal: for index in pledges.indices { scenario.pledges[index].withdrawalPerYear = 0 }
    case .unit: break
    }
    return scenario
  }
}
