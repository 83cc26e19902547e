/// What is to be said about a scenario that was read without a mistake.
enum Notices {
  /// One line each: what was read but plays no part yet, then how much has no source.
  static func about(_ scenario: Scenario, overridesNotApplied: [String]) -> [BilingualText] {
    unapplied(overridesNotApplied) + unsourced(scenario)
  }

  /// What was left out of the pool of pledges.
  static func about(pool: Scenario, of whole: Scenario, asOf date: CalendarDate?) -> [BilingualText] {
    if let date {
      let (count, all) = (pool.pledges.count, whole.pledges.count)
      return [
        BilingualText(
          en: "the pool of \(date): \(count) of \(all) pledges were on record",
          fr: "les engagements au \(date) : \(count) sur \(all) étaient enregistrés")
      ]
    }
    let there = Set(pool.pledges.map(\.id))
    let gone = whole.pledges.map(\.id).filter { !there.contains($0) }.joined(separator: ", ")
    return gone.isEmpty
      ? []
      : [
        BilingualText(
          en: "withdrawn by day 0, so left out: \(gone)", fr: "retirés avant le jour 0, donc omis : \(gone)")
      ]
  }

  private static func unapplied(_ overrides: [String]) -> [BilingualText] {
    guard !overrides.isEmpty else { return [] }
    let names = overrides.joined(separator: ", ")
    return [
      BilingualText(
        en: "overrides offered, not applied: \(names)", fr: "variantes offertes, non appliquées : \(names)")
    ]
  }

  private static func unsourced(_ scenario: Scenario) -> [BilingualText] {
    let total =
      scenario.missions.count + scenario.needs.count + scenario.pledges.count + scenario.processes.count
    let count = scenario.unsourced.count
    guard count > 0 else { return [] }
    return [
      BilingualText(
        en:
          "unsourced: \(count) of \(total) missions, needs, pledges and processes have neither source nor assumption",
        fr: """
          sans source : \(count) des \(total) missions, besoins, engagements et processus n'ont ni source ni \
          hypothèse
          """)
    ]
  }
}
