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
    columns = Dictionary(grouping: state.model.deployments.indices) {
      let deployment = state.model.deployments[$0]
      return DeploymentCatalogue.Pair(pledge: deployment.pledge, need: deployment.need)
    }
  }

  /// Pledges with elements that the plan sends nowhere, in identifier order.
  var all: [UnusedPledge] {
    let left = scenario.pledges.indices.map { Double(scenario.pledges[$0].units) - use.sent[$0] }
    return scenario.pledges.indices.filter { left[$0] > 1e-9 && scenario.pledges[$0].inPlace == nil }.map {
      UnusedPledge(pledge: scenario.pledges[$0].id, units: left[$0], reasons: reasons(for: $0))
    }
  }

  private func reasons(for pledge: Int) -> [Reason] {
    let fitting = scenario.needs.indices.filter {
      eligibility.effectiveness(of: scenario.pledges[pledge], for: scenario.needs[$0]) != nil
    }
    guard !fitting.isEmpty else {
      let id = scenario.pledges[pledge].id
      return [
        Reason(
          kind: .nobody, detail: "no need asks for \(scenario.pledges[pledge].capability)", pledges: [id])
      ]
    }
    let found = fitting.flatMap { reasons(for: pledge, need: $0) }
    // What could be moved by the planner comes before what is met anyway and what is ruled out.
    return found.filter { isLimit($0.kind) } + found.filter { $0.kind == .outweighed }
      + found.filter { !isLimit($0.kind) && $0.kind != .outweighed }
  }

  private func isLimit(_ kind: Reason.Kind) -> Bool {
    switch kind {
    case .ceiling, .budget, .lift, .languageShare, .womenShare, .package, .indivisible: true
    default: false
    }
  }

  private func reasons(for pledge: Int, need: Int) -> [Reason] {
    let pair = DeploymentCatalogue.Pair(pledge: pledge, need: need)
    if let refused = catalogue.refusals[pair] { return refused }
    guard let own = columns[pair] else { return [] }
    let best = own.max { state.gain($0, 1) < state.gain($1, 1) }
    guard let best, state.gain(best, 1) > 1e-9 else { return [covered(pledge, need)] }
    let entry = scenario.pledges[pledge]
    if let broken = state.firstLimitBroken(by: best, 1), let kind = broken.limit.reason {
      let deployment = state.model.deployments[best]
      return [ShortfallReasons.reason(kind, broken.limit, left: broken.left, pledge: entry, deployment)]
    }
    return [
      Reason(
        kind: .outweighed, detail: "\(scenario.needs[need].id) could take it: the search ended before",
        pledges: [entry.id])
    ]
  }

  /// The need is met without it on every day on which it could be there.
  private func covered(_ pledge: Int, _ need: Int) -> Reason {
    let others = use.pledges[need].filter { $0 != pledge }.map { scenario.pledges[$0].id }
    let by = others.isEmpty ? "what is sent already" : others.joined(separator: ", ")
    return Reason(
      kind: .outweighed, detail: "\(scenario.needs[need].id) is met by \(by)", pledges: others)
  }
}
