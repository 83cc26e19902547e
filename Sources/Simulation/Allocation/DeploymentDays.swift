/// On which days a pledge can arrive for a need, and when it must be requested for each.
///
/// Lead times are sampled once for each class of pledges that pass the same process in the same mission with
/// the same help.
struct DeploymentDays: Sendable {
  let scenario: Scenario
  let builder: DeploymentBuilder
  let pools: [String: LiftPool]
  let processes: [String: ProcessPlan]

  init(scenario: Scenario) {
    self.scenario = scenario
    builder = DeploymentBuilder(scenario: scenario)
    pools = Dictionary(uniqueKeysWithValues: scenario.lift.map { ($0.id, $0) })
    processes = Dictionary(uniqueKeysWithValues: scenario.processes.map { ($0.id, $0) })
  }

  /// The columns of each candidate, in order of arrival; none where it would come after the need's end.
  func columns(of candidates: [DeploymentCatalogue.Candidate], threads: Int) -> [[Deployment]] {
    inClasses(candidates, threads: threads) { $0.columns }.map { $0 ?? [] }
  }

  /// When each candidate can be there.
  func itineraries(of candidates: [DeploymentCatalogue.Candidate], threads: Int) -> [Itinerary?] {
    inClasses(candidates, threads: threads) { $0 }
  }

  /// What `make` says of each candidate, in order; a lead time is dropped as soon as its class is done.
  private func inClasses<Value: Sendable>(
    _ candidates: [DeploymentCatalogue.Candidate], threads: Int, _ make: @Sendable (Itinerary) -> Value
  ) -> [Value?] {
    var classes: [LeadTime.Key: [Int]] = [:]
    var order: [LeadTime.Key] = []
    for (number, candidate) in candidates.enumerated() {
      guard let mission = mission(of: candidate) else { continue }
      let key = LeadTime.sharedKey(
        pledge: scenario.pledges[candidate.pair.pledge], mission: mission, scenario: scenario,
        support: support(of: candidate))
      if classes[key] == nil { order.append(key) }
      classes[key, default: []].append(number)
    }
    let members = order.map { classes[$0] ?? [] }
    let found = parallelMap(count: members.count, threads: threads) {
      valuesOfClass(members[$0].map { candidates[$0] }, make)
    }
    var values = [Value?](repeating: nil, count: candidates.count)
    for (numbers, list) in zip(members, found) {
      for (number, value) in zip(numbers, list) { values[number] = value }
    }
    return values
  }

  private func valuesOfClass<Value: Sendable>(
    _ candidates: [DeploymentCatalogue.Candidate], _ make: (Itinerary) -> Value
  ) -> [Value] {
    guard let first = candidates.first, let mission = mission(of: first) else { return [] }
    let lead = LeadTime(
      pledge: scenario.pledges[first.pair.pledge], mission: mission, scenario: scenario,
      support: support(of: first))
    return candidates.map { make(Itinerary(candidate: $0, lead: lead, context: self)) }
  }

  private func mission(of candidate: DeploymentCatalogue.Candidate) -> Mission? {
    builder.missions[scenario.needs[candidate.pair.need].mission]
  }

  private func support(of candidate: DeploymentCatalogue.Candidate) -> Support? {
    candidate.support.map { scenario.supports[$0] }
  }
}
