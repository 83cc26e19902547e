/// On which days a pledge can arrive for a need, and when it must be requested for each.
///
/// Lead times are sampled once for each class of pledges that pass the same process in the same mission.
struct DeploymentDays: Sendable {
  private let scenario: Scenario
  private let builder: DeploymentBuilder
  private let pools: [String: LiftPool]
  private let processes: [String: ProcessPlan]

  init(scenario: Scenario) {
    self.scenario = scenario
    builder = DeploymentBuilder(scenario: scenario)
    pools = Dictionary(uniqueKeysWithValues: scenario.lift.map { ($0.id, $0) })
    processes = Dictionary(uniqueKeysWithValues: scenario.processes.map { ($0.id, $0) })
  }

  /// The columns of each candidate, in order of arrival; none where it would come after the need's end.
  func columns(of candidates: [DeploymentCatalogue.Candidate], threads: Int) -> [[Deployment]] {
    var classes: [LeadTime.Key: [Int]] = [:]
    var order: [LeadTime.Key] = []
    for (number, candidate) in candidates.enumerated() {
      guard let mission = mission(of: candidate) else { continue }
      let pledge = scenario.pledges[candidate.pair.pledge]
      let key = LeadTime.sharedKey(pledge: pledge, mission: mission, scenario: scenario)
      if classes[key] == nil { order.append(key) }
      classes[key, default: []].append(number)
    }
    let members = order.map { classes[$0] ?? [] }
    let found = parallelMap(count: members.count, threads: threads) {
      columnsOfClass(members[$0], candidates)
    }
    var columns = [[Deployment]](repeating: [], count: candidates.count)
    for (numbers, lists) in zip(members, found) {
      for (number, list) in zip(numbers, lists) { columns[number] = list }
    }
    return columns
  }

  private func mission(of candidate: DeploymentCatalogue.Candidate) -> Mission? {
    builder.missions[scenario.needs[candidate.pair.need].mission]
  }

  private func columnsOfClass(
    _ numbers: [Int], _ candidates: [DeploymentCatalogue.Candidate]
  ) -> [[Deployment]] {
    guard let first = numbers.first, let mission = mission(of: candidates[first]) else { return [] }
    let pledge = scenario.pledges[candidates[first].pair.pledge]
    let lead = LeadTime(pledge: pledge, mission: mission, scenario: scenario)
    return numbers.map { columns(of: candidates[$0], lead: lead) }
  }

  private func columns(of candidate: DeploymentCatalogue.Candidate, lead: LeadTime) -> [Deployment] {
    let pledge = scenario.pledges[candidate.pair.pledge]
    let need = scenario.needs[candidate.pair.need]
    let span = need.span(in: scenario.horizon)
    let lastEnd = min(pledge.until, span.upperBound)
    if pledge.inPlace != nil {
      let end = max(0, lastEnd)
      return [
        builder.deployment(candidate, arrival: 0, end: end, request: nil, lift: [], isInPlace: true)
      ]
    }
    guard let earliest = lead.presence(requestedOn: pledge.requestFrom) else { return [] }
    let first = max(pledge.from, earliest, span.lowerBound)
    return arrivals(from: first, pledge, need).compactMap { arrival in
      let end = min(pledge.tourDays.map { arrival + $0 } ?? lastEnd, lastEnd)
      guard end > arrival, arrival < scenario.horizon.days,
        let request = lead.latestRequest(arrivingOn: arrival, notBefore: pledge.requestFrom)
      else { return nil }
      let lift = liftDemand(of: pledge, arrival: arrival, request: request, lead: lead)
      return builder.deployment(candidate, arrival: arrival, end: end, request: request, lift: lift)
    }
  }

  /// The first possible day, each later period's first day, and the days that pins name.
  private func arrivals(from first: Int, _ pledge: Pledge, _ need: Need) -> [Int] {
    let starts = scenario.horizon.periods.map(\.lowerBound)
    let pinned = scenario.allocation.pins.filter { $0.pledge == pledge.id && $0.need == need.id }
      .compactMap(\.arrivalDay)
    return Set([first] + (starts + pinned).filter { $0 > first }).sorted()
  }

  private func liftDemand(
    of pledge: Pledge, arrival: Int, request: Int, lead: LeadTime
  ) -> [Deployment.LiftDemand] {
    guard let process = pledge.process.flatMap({ processes[$0] }),
      let after = lead.daysFromLiftToPresence(requestedOn: request)
    else { return [] }
    let elements = Double(pledge.units)
    return process.stages.compactMap { stage in
      let skipped = stage.skipFrom.map { pledge.readiness >= $0 } ?? false
      guard let pool = stage.lift.flatMap({ pools[$0] }), !skipped, !pledge.done.contains(stage.id)
      else { return nil }
      let sorties = pool.sorties(tonnes: pledge.tonnes / elements, people: pledge.personnel / elements)
      return Deployment.LiftDemand(pool: pool.id, sorties: Double(sorties), day: arrival - after)
    }
  }
}
