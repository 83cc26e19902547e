/// Turns a plan into what a reader is told of it.
struct PlanReport {
  let scenario: Scenario
  let catalogue: DeploymentCatalogue
  let state: PlanState
  /// Coverage of each need in the reading "pledged", 0 … 1.
  let pledged: [Double]
  /// `nil` for a given plan: then no reasons are looked for either.
  let proof: PlanProof?
  /// Never change what is told.
  var threads = 1
  /// From when on reasons are looked for in a few places only; `nil` for never.
  var hurry: StopSignal?

  var allocation: Allocation {
    let needs = needCoverage
    return Allocation(
      status: proof?.status ?? .given, stoppedByTime: proof?.stoppedByTime ?? false,
      objective: Allocation.Objective(
        weightedGapDays: proof?.weightedGap ?? state.weightedGap, cost: state.cost),
      bound: proof?.bound ?? 0, gap: proof?.gap ?? 1, assignments: assignments, needs: needs,
      missions: missionCoverage(needs), unused: unused)
  }

  private var unused: [UnusedPledge] {
    let reasons = UnusedReasons(scenario, catalogue, state)
    return proof == nil ? reasons.withoutReasons : reasons.all(threads: threads, hurry: hurry)
  }

  /// One for each leg of what is sent.
  private var assignments: [Assignment] {
    let legs = state.sent.indices.filter { state.sent[$0] > 1e-9 }.flatMap { number in
      state.model.deployments[number].legs.map { (number: number, leg: $0) }
    }
    let order = legs.sorted {
      ($0.leg.need, $0.leg.pledge, $0.leg.arrival, $0.number)
        < ($1.leg.need, $1.leg.pledge, $1.leg.arrival, $1.number)
    }
    return order.map { number, leg in
      let deployment = state.model.deployments[number]
      let pledge = scenario.pledges[leg.pledge]
      let units = state.sent[number] * leg.elements
      return Assignment(
        pledge: pledge.id, need: scenario.needs[leg.need].id, units: units,
        quantity: units * pledge.elementQuantity, requestDay: leg.request, arrivalDay: leg.arrival,
        untilDay: leg.end, isInPlace: deployment.isInPlace,
        support: leg.support.map { scenario.supports[$0].id },
        package: deployment.package.map { scenario.packages[$0].id })
    }
  }

  private var needCoverage: [NeedCoverage] {
    let reasons = proof.map { _ in
      ShortfallReasons(scenario, catalogue, state).all(threads: threads, hurry: hurry)
    }
    let cells = Self.cellsByNeed(of: scenario, state)
    return scenario.needs.enumerated().map { index, need in
      let short = Self.shortfallDays(state, cells[index])
      return NeedCoverage(
        need: need.id, mission: need.mission, capability: need.capability, required: need.quantity,
        pledged: pledged[index], coverage: Self.coverage(short, need.span(in: scenario.horizon).count),
        shortfallDays: short, cells: joined(cells[index]), reasons: reasons?[index] ?? [])
    }
  }

  /// Neighbouring cells of equal coverage as one.
  private func joined(_ cells: [Int]) -> [NeedCoverage.Cell] {
    cells.reduce(into: []) { joined, cell in
      let days = state.model.cells[cell].days
      let coverage = 1 - state.shortfall(ofCell: cell) / state.model.demands[cell].required
      if let last = joined.last, abs(last.coverage - coverage) < 1e-12 {
        joined[joined.count - 1].until = days.upperBound
      } else {
        joined.append(
          NeedCoverage.Cell(from: days.lowerBound, until: days.upperBound, coverage: coverage))
      }
    }
  }

  private func missionCoverage(_ needs: [NeedCoverage]) -> [MissionCoverage] {
    let ownNeeds = Dictionary(grouping: zip(scenario.needs, needs)) { $0.0.mission }
    let inPlace = catalogue.deployments.filter(\.isInPlace)
    return scenario.missions.map { mission in
      let own = ownNeeds[mission.id] ?? []
      let weight = own.reduce(0) { $0 + $1.0.weight }
      let sum = own.reduce(0) { $0 + $1.0.weight * $1.1.coverage }
      let presence = MissionPresence(
        mission: mission, scenario: scenario, deployments: inPlace)
      return MissionCoverage(
        mission: mission.id, coverage: weight > 0 ? sum / weight : 1, alreadyShort: presence.alreadyShort)
    }
  }

  // MARK: Shared figures

  static func cellsByNeed(of scenario: Scenario, _ state: PlanState) -> [[Int]] {
    var cells = [[Int]](repeating: [], count: scenario.needs.count)
    for (number, cell) in state.model.cells.enumerated() { cells[cell.need].append(number) }
    return cells
  }

  /// Σ shortfall / requirement · days over some cells.
  static func shortfallDays(_ state: PlanState, _ cells: [Int]) -> Double {
    cells.reduce(0) { $0 + state.shortfallDays(ofCell: $1) }
  }

  /// 1 − shortfall days / days; a need without days lacks nothing.
  static func coverage(_ shortfallDays: Double, _ days: Int) -> Double {
    days > 0 ? 1 - shortfallDays / Double(days) : 1
  }

  /// Coverage of each need of a scenario.
  static func coverage(of scenario: Scenario, _ state: PlanState) -> [Double] {
    zip(scenario.needs, cellsByNeed(of: scenario, state)).map { need, cells in
      coverage(shortfallDays(state, cells), need.span(in: scenario.horizon).count)
    }
  }
}

extension MissionPresence {
  /// Limits that the mission is beyond on day 0.
  var alreadyShort: [AlreadyShort] {
    var limits: [AlreadyShort] = []
    for category in PersonnelCategory.allCases {
      if let ceiling = mission.ceilings[category], people(category, in: 0) > ceiling {
        let over = Int((people(category, in: 0) - ceiling).rounded(.up))
        limits.append(.ceiling(category, people: over))
      }
      if let share = mission.womenShare[category], let women = mission.presentWomen[category],
        women < share * people(category, in: 0)
      {
        let missing = Int((share * people(category, in: 0) - women).rounded(.up))
        limits.append(.women(category, people: missing))
      }
    }
    if let share = mission.languageShare, let speakers = mission.presentSpeakers,
      speakers < share * uniformed(in: 0)
    {
      let missing = Int((share * uniformed(in: 0) - speakers).rounded(.up))
      limits.append(.speakers(people: missing))
    }
    return limits
  }
}
