/// Fills a leg's figures in from the pledge, the need and the mission.
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

  /// One element, there from `arrival` until `end`; with `atOnce` all its parts from the first day.
  func leg(
    _ candidate: DeploymentCatalogue.Candidate, arrival: Int, end: Int, request: Int?, firstDay: Int,
    lift: [DeploymentLeg.LiftDemand] = [], isInPlace: Bool = false,
    atOnce: Bool = false
  ) -> DeploymentLeg {
    let pledge = scenario.pledges[candidate.pair.pledge]
    let need = scenario.needs[candidate.pair.need]
    let elements = Double(pledge.units)
    // What is in place has been deployed already: it costs its days, and all of it is there.
    let deploymentCost = isInPlace ? 0 : pledge.cost.deployment(to: need.mission)
    let daysCost = pledge.cost.perDay(in: need.mission) * Double(max(0, end - arrival))
    return DeploymentLeg(
      pledge: candidate.pair.pledge, need: candidate.pair.need, support: candidate.support, elements: 1,
      arrival: arrival, end: end, request: request, firstDay: firstDay,
      contribution: candidate.effectiveness * pledge.elementQuantity,
      cost: (deploymentCost + daysCost) / elements, people: pledge.personnel / elements,
      women: pledge.women / elements, speakers: speakers(of: pledge, in: need.mission) / elements,
      category: capabilities[pledge.capability]?.category ?? .contingents, lift: lift,
      parts: isInPlace || atOnce ? [] : pledge.parts(arrivingOn: arrival))
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

extension Pledge {
  /// Its parts by whole days; empty where all of it comes on the first.
  func parts(arrivingOn arrival: Int) -> [DeploymentLeg.Part] {
    guard parts.contains(where: { $0.lagDays > 0 }) else { return [] }
    return parts.map { part in
      DeploymentLeg.Part(day: arrival + Int(PlanningDay.of(part.lagDays)), share: part.share)
    }
  }
}
