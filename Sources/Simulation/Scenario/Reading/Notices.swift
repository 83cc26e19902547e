/// What is to be said about a scenario that was read without a mistake.
enum Notices {
  /// One line each: what was read but plays no part yet, then how much has no source.
  static func about(_ scenario: Scenario, overridesNotApplied: [String]) -> [String] {
    unapplied(overridesNotApplied) + unsourced(scenario)
  }

  private static func unapplied(_ overrides: [String]) -> [String] {
    guard !overrides.isEmpty else { return [] }
    return ["overrides offered, not applied: \(overrides.joined(separator: ", "))"]
  }

  private static func unsourced(_ scenario: Scenario) -> [String] {
    let total =
      scenario.missions.count + scenario.needs.count + scenario.pledges.count + scenario.processes.count
    let count = scenario.unsourced.count
    guard count > 0 else { return [] }
    return [
      "unsourced: \(count) of \(total) missions, needs, pledges and processes have neither source nor assumption"
    ]
  }
}
