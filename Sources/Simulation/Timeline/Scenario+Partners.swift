extension Scenario {
  /// Pledges that come together with one or not at all: members of its all-or-nothing packages that a plan sends,
  /// in the order of the scenario.
  ///
  /// What is in place is there already and holds nobody back.
  func partners(of pledge: String, among units: [PlannedUnit]) -> [Pledge] {
    let together = packages.filter { package in
      guard case .allOrNothing = package.kind else { return false }
      return package.members.contains(pledge)
    }
    let members = Set(together.flatMap(\.members)).subtracting([pledge])
    guard !members.isEmpty else { return [] }
    let sent = Set(units.filter { !$0.isInPlace }.map(\.pledge))
    return sent.sorted().map { pledges[$0] }.filter { members.contains($0.id) }
  }
}
