/// Every deployment that is possible, and for every other pair of pledge and need the reasons why not.
///
/// Columns come in the order of pledge, need, arrival day, all by identifier: ties in the plan are broken
/// by that order and not by the order of the file.
package struct DeploymentCatalogue: Sendable {
  package var deployments: [Deployment] = []
  /// Refusals of pairs whose capability fits, by need and pledge.
  package var refusals: [Pair: [Reason]] = [:]

  package struct Pair: Hashable, Sendable {
    package var pledge: Int
    package var need: Int
  }

  /// A pair that is not refused, and what one unit of the pledge's measure is worth to the need.
  struct Candidate: Sendable {
    var pair: Pair
    var effectiveness: Double
  }

  package init(scenario: Scenario, threads: Int) {
    let eligibility = Eligibility(scenario: scenario)
    var candidates: [Candidate] = []
    for (pledgeIndex, pledge) in scenario.pledges.enumerated() {
      for (needIndex, need) in scenario.needs.enumerated() {
        guard let worth = eligibility.effectiveness(of: pledge, for: need) else { continue }
        let pair = Pair(pledge: pledgeIndex, need: needIndex)
        if let place = pledge.inPlace {
          guard place == need.id else { continue }
          candidates.append(Candidate(pair: pair, effectiveness: worth))
          continue
        }
        let reasons = eligibility.refusals(of: pledge, for: need)
        if reasons.isEmpty {
          candidates.append(Candidate(pair: pair, effectiveness: worth))
        } else {
          refusals[pair] = reasons
        }
      }
    }
    let columns = DeploymentDays(scenario: scenario).columns(of: candidates, threads: threads)
    for (candidate, found) in zip(candidates, columns) {
      if found.isEmpty { refusals[candidate.pair] = [Self.tooLate(candidate.pair, in: scenario)] }
      deployments += found
    }
  }

  /// Every pledge present throughout wherever its capability fits: the reading "pledged".
  package init(pledgedIn scenario: Scenario) {
    let eligibility = Eligibility(scenario: scenario)
    let builder = DeploymentBuilder(scenario: scenario)
    for pledge in scenario.pledges.indices {
      for need in scenario.needs.indices {
        guard let worth = eligibility.effectiveness(of: scenario.pledges[pledge], for: scenario.needs[need])
        else { continue }
        let span = scenario.needs[need].span(in: scenario.horizon)
        let candidate = Candidate(pair: Pair(pledge: pledge, need: need), effectiveness: worth)
        deployments.append(
          builder.deployment(
            candidate, arrival: span.lowerBound, end: span.upperBound, request: nil, lift: []))
      }
    }
  }

  private static func tooLate(_ pair: Pair, in scenario: Scenario) -> Reason {
    let pledge = scenario.pledges[pair.pledge]
    return Reason(
      kind: .late, detail: "\(pledge.id) cannot be there before \(scenario.needs[pair.need].id) ends",
      pledges: [pledge.id])
  }
}
