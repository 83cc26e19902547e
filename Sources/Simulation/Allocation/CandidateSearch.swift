/// Looks at every pledge and need, with and without help, and tells which go together and why others do not.
struct CandidateSearch {
  private let scenario: Scenario
  private let eligibility: Eligibility
  /// Supports that can change when a unit is there, or what it is: training and equipment.
  private let helpers: [Int]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    eligibility = Eligibility(scenario: scenario)
    helpers = scenario.supports.indices.filter { scenario.supports[$0].helpsUnits }
  }

  /// Candidates in the order of pledge, need and support, none before any; and refusals of other pairs.
  ///
  /// A pair that only a support makes possible keeps its refusals too, until it has a column.
  var found: (candidates: [DeploymentCatalogue.Candidate], refusals: [DeploymentCatalogue.Pair: [Reason]]) {
    var candidates: [DeploymentCatalogue.Candidate] = []
    var refusals: [DeploymentCatalogue.Pair: [Reason]] = [:]
    for (pledgeIndex, pledge) in scenario.pledges.enumerated() {
      let own = pledge.inPlace == nil ? helpers.filter { scenario.supports[$0].fits(pledge) } : []
      for (needIndex, need) in scenario.needs.enumerated() {
        guard let worth = eligibility.effectiveness(of: pledge, for: need) else { continue }
        if let place = pledge.inPlace, place != need.id { continue }
        let pair = DeploymentCatalogue.Pair(pledge: pledgeIndex, need: needIndex)
        let reasons = pledge.inPlace == nil ? eligibility.refusals(of: pledge, for: need) : []
        if reasons.isEmpty {
          candidates.append(DeploymentCatalogue.Candidate(pair: pair, effectiveness: worth))
        } else {
          refusals[pair] = reasons
        }
        for support in own where makes(support, aDifferenceTo: pledge, for: need, refused: !reasons.isEmpty) {
          candidates.append(
            DeploymentCatalogue.Candidate(pair: pair, effectiveness: worth, support: support))
        }
      }
    }
    return (candidates, refusals)
  }

  private func makes(
    _ support: Int, aDifferenceTo pledge: Pledge, for need: Need, refused: Bool
  ) -> Bool {
    let raised = scenario.supports[support].raised(pledge)
    guard eligibility.refusals(of: raised, for: need).isEmpty else { return false }
    guard !refused, let mission = scenario.missions.first(where: { $0.id == need.mission }) else {
      return true
    }
    let key = { LeadTime.sharedKey(pledge: pledge, mission: mission, scenario: scenario, support: $0) }
    return key(nil) != key(scenario.supports[support])
  }
}

extension Support {
  /// Whether units may use it: lift alone adds carriers to a pool, for all.
  fileprivate var helpsUnits: Bool { capacity > 0 && (effect != nil || raisesReadinessTo != nil) }

  /// Whether it is offered to a pledge: one that is on each list that it names.
  func fits(_ pledge: Pledge) -> Bool {
    (capabilities.isEmpty || capabilities.contains(pledge.capability))
      && (pledges.isEmpty || pledges.contains(pledge.id))
      && (contributors.isEmpty || contributors.contains(pledge.contributor))
  }
}
