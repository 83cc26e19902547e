/// Why elements stay unused, found by asking the model what sending one more would do.
struct UnusedReasons {
  private let scenario: Scenario
  private let catalogue: DeploymentCatalogue
  private let state: PlanState
  private let use: PlanUse
  private let eligibility: Eligibility
  private let columns: [DeploymentCatalogue.Pair: [Int]]

  init(_ scenario: Scenario, _ catalogue: DeploymentCatalogue, _ state: PlanState) {
    self.scenario = scenario
    self.catalogue = catalogue
    self.state = state
    use = PlanUse(scenario, state)
    eligibility = Eligibility(scenario: scenario)
    var columns: [DeploymentCatalogue.Pair: [Int]] = [:]
    for (number, deployment) in state.model.deployments.enumerated() {
      for leg in deployment.legs {
        columns[DeploymentCatalogue.Pair(pledge: leg.pledge, need: leg.need), default: []].append(number)
      }
    }
    self.columns = columns
  }

  /// Pledges with elements that the plan sends nowhere, in identifier order.
  var all: [UnusedPledge] { unused { reasons(for: $0) } }

  /// The same with nobody asking why.
  var withoutReasons: [UnusedPledge] { unused { _ in [] } }

  private func unused(_ reasons: (Int) -> [Reason]) -> [UnusedPledge] {
    let left = scenario.pledges.indices.map { Double(scenario.pledges[$0].units) - use.sent[$0] }
    return scenario.pledges.indices.filter { left[$0] > 1e-9 && scenario.pledges[$0].inPlace == nil }.map {
      UnusedPledge(pledge: scenario.pledges[$0].id, units: left[$0], reasons: reasons($0))
    }
  }

  private func reasons(for pledge: Int) -> [Reason] {
    let entry = scenario.pledges[pledge]
    let fitting = scenario.needs.indices.filter {
      eligibility.effectiveness(of: entry, for: scenario.needs[$0]) != nil
    }
    var tally = ReasonTally()
    if fitting.isEmpty {
      let text = BilingualText(
        en: "no need asks for \(entry.capability)", fr: "aucun besoin ne demande \(entry.capability)")
      tally.add(ReasonCause(kind: .nobody, pledge: entry.id, fact: .nobody(text)), weight: 1)
    }
    for need in fitting {
      for cause in causes(for: pledge, need: need) { tally.add(cause, weight: Self.weight(of: cause.kind)) }
    }
    return tally.ranked
  }

  /// What a planner could move comes before what is met anyway, and that before what is ruled out.
  private static func weight(of kind: Reason.Kind) -> Double {
    switch kind {
    case .ceiling, .budget, .lift, .languageShare, .womenShare, .package, .support, .indivisible: 1e6
    case .outweighed: 1e3
    default: 1
    }
  }

  private func causes(for pledge: Int, need: Int) -> [ReasonCause] {
    let id = scenario.pledges[pledge].id
    let pair = DeploymentCatalogue.Pair(pledge: pledge, need: need)
    if let refused = catalogue.refusals[pair] { return refused.map { $0.cause(of: id) } }
    guard let own = columns[pair] else { return [] }
    let best = own.max { state.gain($0, 1) < state.gain($1, 1) }
    guard let best, state.gain(best, 1) > 1e-9 else {
      return [
        EnablingReasons(scenario, state).cause(forPledge: pledge, need: need, own) ?? covered(pledge, need)
      ]
    }
    let deployment = state.model.deployments[best]
    if let broken = state.firstLimitBroken(by: best, 1),
      let cause = ReasonCause(
        broken.limit, left: broken.left, scenario.names(of: deployment, pledge: pledge),
        people: deployment.mostPeople)
    {
      return [cause]
    }
    let name = scenario.needs[need].id
    let text = BilingualText(
      en: "\(name) could take it: the search ended before",
      fr: "\(name) pourrait le prendre : la recherche s'est arrêtée avant")
    return [ReasonCause(kind: .outweighed, pledge: id, fact: .servesElsewhere(text))]
  }

  /// The need is met without it on every day on which it could be there.
  private func covered(_ pledge: Int, _ need: Int) -> ReasonCause {
    let others = use.pledges[need].filter { $0 != pledge }.map { scenario.pledges[$0].id }
    let by =
      BilingualText.few(others) ?? BilingualText(en: "what is sent already", fr: "ce qui est déjà envoyé")
    let name = scenario.needs[need].id
    return ReasonCause(
      kind: .outweighed, pledge: scenario.pledges[pledge].id,
      fact: .servesElsewhere(
        BilingualText(
          en: "\(name) is met by \(by.english)", fr: "\(name) est satisfait par \(by.french)")))
  }
}
