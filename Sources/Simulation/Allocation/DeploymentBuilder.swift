/// Fills a deployment's figures in from the pledge, the need and the mission.
struct DeploymentBuilder: Sendable {
  private let scenario: Scenario
  private let capabilities: [String: Capability]
  private let contributors: [String: Contributor]
  let missions: [String: Mission]

  init(scenario: Scenario) {
    self.scenario = scenario
    capabilities = Dictionary(uniqueKeysWithValues: scenario.capabilities.map { ($0.id, $0) })
    contributors = Dictionary(uniqueKeysWithValues: scenario.contributors.map { ($0.id, $0) })
    missions = Dictionary(uniqueKeysWithValues: scenario.missions.map { ($0.id, $0) })
  }

  func deployment(
    _ candidate: DeploymentCatalogue.Candidate, arrival: Int, end: Int, request: Int?,
    lift: [Deployment.LiftDemand], isInPlace: Bool = false
  ) -> Deployment {
    let pledge = scenario.pledges[candidate.pair.pledge]
    let need = scenario.needs[candidate.pair.need]
    let elements = Double(pledge.units)
    // What is in place has been deployed already: it costs its days.
    let deploymentCost = isInPlace ? 0 : pledge.cost.deployment(to: need.mission)
    let daysCost = pledge.cost.perDay(in: need.mission) * Double(max(0, end - arrival))
    return Deployment(
      pledge: candidate.pair.pledge, need: candidate.pair.need, arrival: arrival, end: end, request: request,
      contribution: candidate.effectiveness * pledge.elementQuantity, least: isInPlace ? elements : 0,
      most: elements, cost: (deploymentCost + daysCost) / elements, people: pledge.personnel / elements,
      women: pledge.women / elements, speakers: speakers(of: pledge, in: need.mission) / elements,
      category: capabilities[pledge.capability]?.category ?? .contingents, lift: lift, isInPlace: isInPlace)
  }

  /// People of the pledge who speak a working language of the mission; with several, the best-spoken one.
  func speakers(of pledge: Pledge, in mission: String) -> Double {
    let working = missions[mission]?.languages ?? []
    let shares = working.map { language in
      if !pledge.languages.isEmpty { return pledge.languages[language] ?? 0 }
      return contributors[pledge.contributor]?.languages.contains(language) == true ? 1 : 0
    }
    return pledge.personnel * (shares.max() ?? 0)
  }
}
