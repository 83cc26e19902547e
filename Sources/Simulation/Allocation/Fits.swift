/// Which pledges and needs go together, by capability first: few pairs are looked at closely.
struct Fits: Sendable {
  private let scenario: Scenario
  private let eligibility: Eligibility
  private let pledgesByCapability: [String: [Int]]
  private let needsByCapability: [String: [Int]]
  /// Capabilities that may stand in for one, and those that one may stand in for.
  private let substitutes: [String: [String]]
  private let targets: [String: [String]]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    eligibility = Eligibility(scenario: scenario)
    pledgesByCapability = Dictionary(grouping: scenario.pledges.indices) { scenario.pledges[$0].capability }
    needsByCapability = Dictionary(grouping: scenario.needs.indices) { scenario.needs[$0].capability }
    substitutes = Dictionary(grouping: scenario.substitutions, by: \.target).mapValues { $0.map(\.of) }
    targets = Dictionary(grouping: scenario.substitutions, by: \.of).mapValues { $0.map(\.target) }
  }

  /// Pledges whose capability fits, in order: its own first.
  func pledges(forNeed need: Int) -> [Int] {
    let capability = scenario.needs[need].capability
    return ([capability] + (substitutes[capability] ?? [])).flatMap { pledgesByCapability[$0] ?? [] }
  }

  /// Needs whose capability fits, in order: its own first.
  func needs(forPledge pledge: Int) -> [Int] {
    let capability = scenario.pledges[pledge].capability
    return ([capability] + (targets[capability] ?? [])).flatMap { needsByCapability[$0] ?? [] }
  }

  /// Whether a pledge could count for a need of its capability on any day.
  func canServe(_ pledge: Int, need: Int) -> Bool {
    if scenario.pledges[pledge].inPlace == scenario.needs[need].id { return true }
    return isInTime(pledge, need)
      && eligibility.refusals(of: scenario.pledges[pledge], for: scenario.needs[need]).isEmpty
  }

  /// What all pledges that could count for a need come to at most, as a share of it.
  func mostCoverage(ofNeed need: Int) -> Double {
    let wanted = scenario.needs[need]
    return pledges(forNeed: need).filter { canServe($0, need: need) }.reduce(0) { sum, pledge in
      let offer = scenario.pledges[pledge]
      return sum + offer.quantity * (eligibility.effectiveness(of: offer, for: wanted) ?? 0)
    } / wanted.quantity
  }

  /// Why it cannot, in words.
  func obstacles(_ pledge: Int, need: Int) -> BilingualText {
    let refusals = eligibility.refusals(of: scenario.pledges[pledge], for: scenario.needs[need]).map(\.text)
    let name = scenario.pledges[pledge].id
    let absent = BilingualText(
      en: "\(name) is not there on any of its days", fr: "\(name) n'est là aucun de ses jours")
    return .list(isInTime(pledge, need) ? refusals : refusals + [absent])
  }

  private func isInTime(_ pledge: Int, _ need: Int) -> Bool {
    let pledge = scenario.pledges[pledge]
    let span = scenario.needs[need].span(in: scenario.horizon)
    return max(span.lowerBound, pledge.from, pledge.requestFrom) < min(span.upperBound, pledge.until)
  }
}
