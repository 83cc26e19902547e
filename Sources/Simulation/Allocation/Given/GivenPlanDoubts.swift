/// What is to be told of a given plan though it can be tested as it is.
struct GivenPlanDoubts {
  private let scenario: Scenario
  private let assignments: [Assignment]

  init(_ scenario: Scenario, _ assignments: [Assignment]) {
    self.scenario = scenario
    self.assignments = assignments
  }

  /// In a fixed order.
  var all: [BilingualText] { [leftOut, split].compactMap(\.self) + packages }

  /// What the scenario has on the ground and the plan does not.
  private var leftOut: BilingualText? {
    let sent = Set(assignments.map(\.pledge))
    let missing = scenario.pledges.filter { $0.inPlace != nil && !sent.contains($0.id) }.map(\.id)
    guard !missing.isEmpty else { return nil }
    let names = missing.joined(separator: ", ")
    return BilingualText(
      en: "in place on day 0 and not in the plan, so taken as gone: \(names)",
      fr: "sur place au jour 0 et absents du plan, donc tenus pour partis : \(names)")
  }

  private var split: BilingualText? {
    let parts = assignments.filter { abs($0.units - $0.units.rounded()) > 1e-9 }.map(\.pledge)
    guard !parts.isEmpty else { return nil }
    let names = Set(parts).sorted().joined(separator: ", ")
    return BilingualText(
      en: "the plan splits elements that cannot be split, of \(names)",
      fr: "le plan divise des éléments indivisibles, de \(names)")
  }

  /// Members of what comes whole or not at all that are sent by themselves.
  private var packages: [BilingualText] {
    let sent = Set(assignments.map(\.pledge))
    let inPlace = Set(scenario.pledges.filter { $0.inPlace != nil }.map(\.id))
    return scenario.packages.compactMap { package in
      guard case .allOrNothing = package.kind else { return nil }
      let members = package.members.filter { !inPlace.contains($0) }
      let missing = members.filter { !sent.contains($0) }
      guard !missing.isEmpty, missing.count < members.count else { return nil }
      let names = missing.joined(separator: ", ")
      return BilingualText(
        en: "the package \(package.id) comes whole or not at all, and the plan sends it without \(names)",
        fr: "le lot \(package.id) vient en entier ou pas du tout, et le plan l'envoie sans \(names)")
    }
  }
}
