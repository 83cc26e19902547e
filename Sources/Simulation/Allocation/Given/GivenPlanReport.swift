extension GivenPlan {
  /// What the plan covers if every pledge keeps its word, and which limits it goes beyond.
  ///
  /// Nothing is proved of it, and no reasons are known: no other plan was looked at.
  package func judged(for scenario: Scenario) -> (allocation: Allocation, warnings: [BilingualText]) {
    let deployments = columns(in: scenario)
    let model = AllocationModel(of: scenario, deployments: deployments, wholeUnits: false)
    let state = PlanState(model: model, sending: deployments.map(\.most))
    var catalogue = DeploymentCatalogue.empty
    catalogue.deployments = deployments
    var allocation = PlanReport(
      scenario: scenario, catalogue: catalogue, state: state,
      pledged: scenario.needs.map { _ in .nan }, proof: nil
    ).allocation
    allocation.assignments = assignments
    return (allocation, brokenLimits(of: state))
  }

  /// One for each assignment, and one for the turns of a rotation together.
  private func columns(in scenario: Scenario) -> [Deployment] {
    let rotations = Set(scenario.packages.filter(\.takesTurns).map(\.id))
    var columns: [Deployment] = []
    var turns: [String: [DeploymentLeg]] = [:]
    let legs = LegReading(scenario)
    for assignment in assignments {
      guard let leg = legs.leg(assignment) else { continue }
      if let package = assignment.package, rotations.contains(package), !assignment.isInPlace {
        turns["\(package) \(assignment.need)", default: []].append(leg)
      } else {
        let least = assignment.isInPlace ? 1.0 : 0
        columns.append(Deployment(legs: [leg], least: least, most: 1, isInPlace: assignment.isInPlace))
      }
    }
    let chains = turns.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.arrival < $1.arrival } }
    return columns + chains.map { Deployment(legs: $0, most: 1, takesTurns: true) }
  }

  /// Limits beyond which the plan goes, each once; planned lift is left to the timeline, which queues for it.
  private func brokenLimits(of state: PlanState) -> [BilingualText] {
    let broken = state.model.limits.indices.filter(state.isBroken).map { state.model.limits[$0] }
    var told: Set<String> = []
    return broken.compactMap { limit in
      guard told.insert(limit.words).inserted else { return nil }
      let text = limit.text
      if case .pin = limit.kind {
        return BilingualText(
          en: "the plan does not keep \(text.english)", fr: "le plan ne respecte pas \(text.french)")
      }
      let period = limit.period.map { state.model.scenario.horizon.period($0).lowerBound }
      let since = period.map { BilingualText(en: " from day \($0)", fr: " à partir du jour \($0)") } ?? ""
      return BilingualText(
        en: "the plan goes beyond \(text.english)", fr: "le plan dépasse \(text.french)") + since
    }
  }
}

extension Package {
  fileprivate var takesTurns: Bool {
    if case .rotation = kind { true } else { false }
  }
}

/// Reads what assignments send, with what is looked up for all of them made once.
private struct LegReading {
  private let scenario: Scenario
  private let eligibility: Eligibility
  private let builder: DeploymentBuilder
  private let pledges: [String: Int]
  private let needs: [String: Int]
  private let supports: [String: Int]

  init(_ scenario: Scenario) {
    func places(_ ids: [String]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    }
    self.scenario = scenario
    eligibility = Eligibility(scenario: scenario)
    builder = DeploymentBuilder(scenario: scenario)
    pledges = places(scenario.pledges.map(\.id))
    needs = places(scenario.needs.map(\.id))
    supports = places(scenario.supports.map(\.id))
  }

  /// `nil` where the pledge does not fit the need.
  func leg(_ assignment: Assignment) -> DeploymentLeg? {
    guard let pledge = pledges[assignment.pledge], let need = needs[assignment.need],
      let worth = eligibility.effectiveness(of: scenario.pledges[pledge], for: scenario.needs[need])
    else { return nil }
    let candidate = DeploymentCatalogue.Candidate(
      pair: DeploymentCatalogue.Pair(pledge: pledge, need: need), effectiveness: worth,
      support: assignment.support.flatMap { supports[$0] })
    return builder.leg(
      candidate, arrival: max(0, assignment.arrivalDay), end: assignment.untilDay,
      request: assignment.requestDay, firstDay: assignment.arrivalDay, isInPlace: assignment.isInPlace
    ).times(assignment.units)
  }
}
