/// What is still to come in a cell that is short, and why not sooner.
struct ArrivalReasons {
  let scenario: Scenario
  let state: PlanState
  let use: PlanUse
  /// Deployments that can serve each need.
  let columns: [[Int]]

  func causes(ofCell cell: Int, need: Int) -> [ReasonCause] {
    let days = state.model.cells[cell].days
    return turns(in: days, need) + parts(in: days, need) + late(in: days, need)
  }

  /// Members of a rotation whose turn begins after a hole.
  private func turns(in days: Range<Int>, _ need: Int) -> [ReasonCause] {
    columns[need].filter { state.sent[$0] > 1e-9 && state.model.deployments[$0].takesTurns }.flatMap {
      number in
      let legs = state.model.deployments[number].legs
      return zip(legs, legs.dropFirst()).compactMap { last, next -> ReasonCause? in
        guard last.end <= days.lowerBound, days.upperBound <= next.arrival, let package = package(of: number)
        else { return nil }
        let pledge = scenario.pledges[next.pledge].id
        return ReasonCause(
          kind: .package, pledge: pledge,
          fact: .coming("the turn of \(pledge) in \(package) begins on day \(next.arrival)"))
      }
    }
  }

  /// What is sent, of which a part is to follow.
  private func parts(in days: Range<Int>, _ need: Int) -> [ReasonCause] {
    columns[need].filter { state.sent[$0] > 1e-9 }.flatMap { number in
      state.model.deployments[number].legs.compactMap { leg -> ReasonCause? in
        guard leg.need == need, leg.days.contains(days.lowerBound),
          let next = leg.parts.first(where: { $0.day > days.lowerBound })
        else { return nil }
        let pledge = scenario.pledges[leg.pledge].id
        return ReasonCause(
          kind: .late, pledge: pledge, fact: .coming("a part of \(pledge) follows on day \(next.day)"))
      }
    }
  }

  /// Pledges that fit the need but cannot be there yet, by themselves or with their package.
  private func late(in days: Range<Int>, _ need: Int) -> [ReasonCause] {
    var earliest: [Int: (arrival: Int, column: Int, leg: DeploymentLeg)] = [:]
    for column in columns[need] where !state.model.deployments[column].isInPlace {
      let deployment = state.model.deployments[column]
      // Later turns are late by their nature.
      let legs = deployment.takesTurns ? Array(deployment.legs.prefix(1)) : deployment.legs
      for leg in legs where leg.need == need && leg.arrival < earliest[leg.pledge]?.arrival ?? .max {
        earliest[leg.pledge] = (leg.arrival, column, leg)
      }
    }
    return earliest.keys.sorted().compactMap { pledge in
      guard let first = earliest[pledge], first.arrival >= days.upperBound, isToCome(pledge, need)
      else { return nil }
      let id = scenario.pledges[pledge].id
      guard let package = package(of: first.column), first.leg.firstDay < days.upperBound else {
        return ReasonCause(kind: .late, pledge: id, fact: .late(first.arrival))
      }
      return ReasonCause(
        kind: .package, pledge: id,
        fact: .coming("\(id) comes with \(package), which is sent whole, from day \(first.arrival)"))
    }
  }

  private func package(of column: Int) -> String? {
    state.model.deployments[column].package.map { scenario.packages[$0].id }
  }

  /// Whether any of the pledge is sent to this need, or left over.
  private func isToCome(_ pledge: Int, _ need: Int) -> Bool {
    use.sent[pledge] < Double(scenario.pledges[pledge].units) || use.needs[pledge].contains(need)
  }
}
