/// What is still to come in a cell that is short, and why not sooner.
struct ArrivalReasons {
  let scenario: Scenario
  let state: PlanState
  let use: PlanUse
  /// Deployments that can serve each need.
  let columns: [[Int]]

  /// What is sent to a need, and the first that each pledge could send there, whatever the cell.
  struct Coming {
    /// Numbers of columns.
    fileprivate let sent: [Int]
    /// In the order of the pledges.
    fileprivate let first: [(arrival: Int, column: Int, leg: DeploymentLeg)]
  }

  func coming(to need: Int) -> Coming {
    Coming(sent: columns[need].filter { state.sent[$0] > 1e-9 }, first: first(to: need))
  }

  func causes(ofCell cell: Int, need: Int, _ coming: Coming) -> [ReasonCause] {
    let days = state.model.cells[cell].days
    return turns(in: days, coming) + parts(in: days, need, coming) + late(in: days, coming)
  }

  /// Members of a rotation whose turn begins after a hole.
  private func turns(in days: Range<Int>, _ coming: Coming) -> [ReasonCause] {
    coming.sent.filter { state.model.deployments[$0].takesTurns }.flatMap { number in
      let legs = state.model.deployments[number].legs
      return zip(legs, legs.dropFirst()).compactMap { last, next -> ReasonCause? in
        guard last.end <= days.lowerBound, days.upperBound <= next.arrival, let package = package(of: number)
        else { return nil }
        let pledge = scenario.pledges[next.pledge].id
        return ReasonCause(
          kind: .package, pledge: pledge,
          fact: .coming(
            BilingualText(
              en: "the turn of \(pledge) in \(package) begins on day \(next.arrival)",
              fr: "le tour de \(pledge) dans \(package) commence au jour \(next.arrival)")))
      }
    }
  }

  /// What is sent, of which a part is to follow.
  private func parts(in days: Range<Int>, _ need: Int, _ coming: Coming) -> [ReasonCause] {
    coming.sent.flatMap { number in
      state.model.deployments[number].legs.compactMap { leg -> ReasonCause? in
        guard leg.need == need, leg.days.contains(days.lowerBound),
          let next = leg.parts.first(where: { $0.day > days.lowerBound })
        else { return nil }
        let pledge = scenario.pledges[leg.pledge].id
        return ReasonCause(
          kind: .late, pledge: pledge,
          fact: .coming(
            BilingualText(
              en: "a part of \(pledge) follows on day \(next.day)",
              fr: "une partie de \(pledge) suit au jour \(next.day)")))
      }
    }
  }

  /// Pledges that fit the need but cannot be there yet, by themselves or with their package.
  private func late(in days: Range<Int>, _ coming: Coming) -> [ReasonCause] {
    coming.first.filter { $0.arrival >= days.upperBound }.map { first in
      let id = scenario.pledges[first.leg.pledge].id
      guard let package = package(of: first.column), first.leg.firstDay < days.upperBound else {
        return ReasonCause(kind: .late, pledge: id, fact: .late(first.arrival))
      }
      return ReasonCause(
        kind: .package, pledge: id,
        fact: .coming(
          BilingualText(
            en: "\(id) comes with \(package), which is sent whole, from day \(first.arrival)",
            fr: "\(id) vient avec \(package), envoyé en entier, à partir du jour \(first.arrival)")))
    }
  }

  /// Of each pledge that is to come the column that arrives first.
  private func first(to need: Int) -> [(arrival: Int, column: Int, leg: DeploymentLeg)] {
    var earliest: [Int: (arrival: Int, column: Int, leg: DeploymentLeg)] = [:]
    for column in columns[need] where !state.model.deployments[column].isInPlace {
      let deployment = state.model.deployments[column]
      // Later turns are late by their nature.
      let legs = deployment.takesTurns ? deployment.legs.prefix(1) : deployment.legs[...]
      for leg in legs where leg.need == need && leg.arrival < earliest[leg.pledge]?.arrival ?? .max {
        earliest[leg.pledge] = (leg.arrival, column, leg)
      }
    }
    return earliest.keys.sorted().compactMap { isToCome($0, need) ? earliest[$0] : nil }
  }

  private func package(of column: Int) -> String? {
    state.model.deployments[column].package.map { scenario.packages[$0].id }
  }

  /// Whether any of the pledge is sent to this need, or left over.
  private func isToCome(_ pledge: Int, _ need: Int) -> Bool {
    use.sent[pledge] < Double(scenario.pledges[pledge].units) || use.needs[pledge].contains(need)
  }
}
