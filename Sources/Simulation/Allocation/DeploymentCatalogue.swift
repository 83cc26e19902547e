/// Every deployment that is possible, and for every other pair of pledge and need the reasons why not.
///
/// Columns come in the order of pledge, need, support, arrival day, all by identifier, and packages behind
/// them: ties in the plan are broken by that order and not by the order of the file.
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
    /// The support that helps it to come, an index into the scenario's.
    var support: Int?
  }

  package init(scenario: Scenario, threads: Int) {
    let (candidates, refused) = CandidateSearch(scenario).found
    refusals = refused
    let members = PackageMembers(scenario)
    let days = DeploymentDays(scenario: scenario)
    addSingle(candidates.filter { !members.contains($0.pair.pledge) }, days, threads: threads)
    addPackages(candidates.filter { members.contains($0.pair.pledge) && $0.support == nil }, days, threads)
  }

  private init() {}

  /// Without anything that could be sent.
  static var empty: DeploymentCatalogue { DeploymentCatalogue() }

  /// Every pledge present throughout wherever its capability fits: the reading "pledged".
  ///
  /// - Parameters:
  ///   - scenario: What is planned for.
  ///   - heedsRefusals: Whether caveats, the host state and what a need accepts rule pairs out all the same.
  package init(pledgedIn scenario: Scenario, heedsRefusals: Bool = false) {
    let eligibility = Eligibility(scenario: scenario)
    let builder = DeploymentBuilder(scenario: scenario)
    for pledge in scenario.pledges.indices {
      for need in scenario.needs.indices {
        guard let worth = eligibility.effectiveness(of: scenario.pledges[pledge], for: scenario.needs[need])
        else { continue }
        if heedsRefusals,
          !eligibility.refusals(of: scenario.pledges[pledge], for: scenario.needs[need]).isEmpty
        {
          continue
        }
        let span = scenario.needs[need].span(in: scenario.horizon)
        let candidate = Candidate(pair: Pair(pledge: pledge, need: need), effectiveness: worth)
        let leg = builder.leg(
          candidate, arrival: span.lowerBound, end: span.upperBound, request: nil,
          firstDay: span.lowerBound, atOnce: true)
        deployments.append(Deployment(legs: [leg], most: Double(scenario.pledges[pledge].units)))
      }
    }
  }

  /// Columns of elements sent by themselves.
  private mutating func addSingle(_ candidates: [Candidate], _ days: DeploymentDays, threads: Int) {
    let columns = days.columns(of: candidates, threads: threads)
    var plain: (pair: Pair, columns: [Deployment])?
    var served: Set<Pair> = []
    for (candidate, found) in zip(candidates, columns) {
      if candidate.support == nil { plain = (candidate.pair, found) }
      let own = plain?.pair == candidate.pair ? plain?.columns ?? [] : []
      let kept = candidate.support == nil ? found : found.filter { !$0.isNoBetter(thanOneOf: own) }
      if !kept.isEmpty { served.insert(candidate.pair) }
      deployments += kept
    }
    refuse(candidates.map(\.pair).filter { !served.contains($0) }) { Self.tooLate($0, in: days.scenario) }
    for pair in served { refusals[pair] = nil }
  }

  private mutating func addPackages(_ candidates: [Candidate], _ days: DeploymentDays, _ threads: Int) {
    let itineraries = days.itineraries(of: candidates, threads: threads)
    var byPair: [Pair: Itinerary] = [:]
    for case let itinerary? in itineraries { byPair[itinerary.candidate.pair] = itinerary }
    let packages = PackageDeployments(scenario: days.scenario, itineraries: byPair)
    deployments += days.scenario.packages.indices.flatMap(packages.columns)
    let served = Set(
      deployments.filter { $0.package != nil }.flatMap(\.legs).map { Pair(pledge: $0.pledge, need: $0.need) })
    refuse(candidates.map(\.pair).filter { !served.contains($0) }, packages.refusal)
  }

  /// Keeps a reason for pairs without a column that have none yet.
  private mutating func refuse(_ pairs: [Pair], _ reason: (Pair) -> Reason) {
    for pair in pairs where refusals[pair] == nil { refusals[pair] = [reason(pair)] }
  }

  private static func tooLate(_ pair: Pair, in scenario: Scenario) -> Reason {
    let (pledge, need) = (scenario.pledges[pair.pledge].id, scenario.needs[pair.need].id)
    let text = BilingualText(
      en: "\(pledge) cannot be there before \(need) ends",
      fr: "\(pledge) ne peut être là avant la fin de \(need)")
    return Reason(kind: .late, detail: text, pledges: [pledge])
  }
}

extension Deployment {
  /// Whether one of some columns without a support does the same: then the support is not needed.
  fileprivate func isNoBetter(thanOneOf others: [Deployment]) -> Bool {
    others.contains { $0.arrival == arrival && $0.end == end && $0.legs[0].lift == legs[0].lift }
  }
}
