/// What is to be said about a scenario that was read without a mistake.
enum Notices {
  /// One line each: what was read but plays no part yet, then how much has no source.
  static func about(_ scenario: Scenario, overridesNotApplied: [String]) -> [String] {
    unapplied(overridesNotApplied) + unsourced(scenario)
  }

  /// What was left out of the pool of pledges.
  static func about(pool: Scenario, of whole: Scenario, asOf date: CalendarDate?) -> [String] {
    if let date {
      return ["the pool of \(date): \(pool.pledges.count) of \(whole.pledges.count) pledges were on record"]
    }
    let there = Set(pool.pledges.map(\.id))
    let gone = whole.pledges.map(\.id).filter { !there.contains($0) }
    return gone.isEmpty ? [] : ["withdrawn by day 0, so left out: \(gone.joined(separator: ", "))"]
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
