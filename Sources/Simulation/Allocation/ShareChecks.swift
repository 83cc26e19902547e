/// Shares of missions that could not be met even if every pledge that helps came.
struct ShareChecks: Sendable {
  private let scenario: Scenario
  private let fits: Fits
  private let builder: DeploymentBuilder
  private let categories: [String: PersonnelCategory]

  init(_ scenario: Scenario, _ fits: Fits) {
    self.scenario = scenario
    self.fits = fits
    builder = DeploymentBuilder(scenario: scenario)
    categories = Dictionary(uniqueKeysWithValues: scenario.capabilities.map { ($0.id, $0.category) })
  }

  var warnings: [ScenarioWarning] { scenario.missions.flatMap(warnings(of:)) }

  private func warnings(of mission: Mission) -> [ScenarioWarning] {
    guard mission.languageShare != nil || !mission.womenShare.isEmpty else { return [] }
    let pledges = pledges(of: mission)
    return ([language(mission, pledges)] + PersonnelCategory.allCases.map { women(mission, $0, pledges) })
      .compactMap(\.self)
  }

  /// Pledges that can serve a need of the mission and are not there already.
  private func pledges(of mission: Mission) -> [Pledge] {
    let needs = Set(scenario.needs.indices.filter { scenario.needs[$0].mission == mission.id })
    return scenario.pledges.indices.filter { pledge in
      scenario.pledges[pledge].inPlace == nil
        && fits.needs(forPledge: pledge).contains { needs.contains($0) && fits.canServe(pledge, need: $0) }
    }.map { scenario.pledges[$0] }
  }

  private func language(_ mission: Mission, _ pledges: [Pledge]) -> ScenarioWarning? {
    guard let share = mission.languageShare else { return nil }
    let uniformed = [PersonnelCategory.military, .police]
    let people = uniformed.reduce(0) { $0 + MissionPresence.figure(mission.present, $1) }
    let best = best(share, of: pledges.filter { categories[$0.capability] != .civilian }) {
      builder.speakers(of: $0, in: mission.id)
    }
    let missing = share * people - (mission.presentSpeakers ?? 0) - best
    guard missing > 1e-9 else { return nil }
    return ScenarioWarning(
      .share, entry: "missions.\(mission.id).languageShare",
      BilingualText(
        en: "\(words(missing)) speakers are missing for a share of \(share.plain), even if every pledge came",
        fr: """
          il manque \(words(missing)) locuteurs pour une part de \(share.plain), même si tous les engagements \
          étaient tenus
          """))
  }

  private func women(
    _ mission: Mission, _ category: PersonnelCategory, _ pledges: [Pledge]
  ) -> ScenarioWarning? {
    guard let share = mission.womenShare[category] else { return nil }
    let people = MissionPresence.figure(mission.present, category)
    let women = MissionPresence.figure(mission.presentWomen, category)
    let own = pledges.filter { categories[$0.capability].map(category.includes) ?? false }
    let missing = share * people - women - best(share, of: own) { $0.women }
    guard missing > 1e-9 else { return nil }
    return ScenarioWarning(
      .share, entry: "missions.\(mission.id).womenShare.\(category.rawValue)",
      BilingualText(
        en: "\(words(missing)) women are missing for a share of \(share.plain), even if every pledge came",
        fr: """
          il manque \(words(missing)) femmes pour une part de \(share.plain), même si tous les engagements étaient \
          tenus
          """))
  }

  /// What pledges add above the share, counting only those that raise it.
  private func best(_ share: Double, of pledges: [Pledge], _ count: (Pledge) -> Double) -> Double {
    pledges.reduce(0) { $0 + max(0, count($1) - share * $1.personnel) }
  }

  private func words(_ people: Double) -> String { NumberWords.rough(people.rounded(.up)) }
}
