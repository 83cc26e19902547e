/// What holds up the units that are sent to a need, among the causes found for the whole plan.
struct NeedCauses {
  private static let most = 5

  private let scenario: Scenario
  /// Those that are removed and move the gap.
  private let removable: [Cause]
  /// Of units, by need, those that come last most often first.
  private let units: [String: [Cause]]
  private let processes: [String: ProcessPlan]
  private let labels: Labels
  private let words: CauseWords
  private let w: Wording

  /// `nil` where causes were not looked for.
  init?(_ result: RunResult) {
    guard let found = result.timeline?.causes else { return nil }
    scenario = result.scenario
    w = result.wording
    labels = Labels(scenario, w)
    words = CauseWords(scenario, w)
    removable = found.causes.filter { $0.kind != .unit && $0.isBeyondNoise }
    let last = found.causes.filter { $0.kind == .unit && ($0.criticality?.mean ?? 0) > 0 }
    units = Dictionary(grouping: last) { $0.need ?? "" }.mapValues { units in
      units.sorted { ($0.criticality?.mean ?? 0, $1.name) > ($1.criticality?.mean ?? 0, $0.name) }
    }
    processes = Dictionary(scenario.processes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// One sentence for each, those that close most first, then how often each unit is the last to come.
  func sentences(for need: String, _ assignments: [Assignment]) -> [String] {
    let pledges = assignments.filter { !$0.isInPlace }.compactMap { labels.pledge(withId: $0.pledge) }
    guard !pledges.isEmpty, let mission = labels.need(withId: need)?.mission else { return [] }
    let own = removable.filter { touches($0, pledges, mission: mission) }
    let last = units[need] ?? []
    // With one unit alone there is nothing to tell.
    return own.prefix(Self.most).map(sentence)
      + (last.count > 1 ? last.prefix(Self.most).map(lastSentence) : [])
  }

  private func sentence(_ cause: Cause) -> String {
    let days = Cell.optional(cause.daysClosed).text(in: .estimate(decimals: 0), form: .paper, w)
    let name = words.text(cause)
    return w(
      en: "\(name): its removal would close \(days) days of all gaps",
      fr: "\(name) : sa suppression comblerait \(days) jours de tous les écarts")
  }

  private func lastSentence(_ cause: Cause) -> String {
    let share = Cell.optional(cause.criticality).text(in: .shareEstimate(decimals: 0), form: .paper, w)
    let name = words.text(cause)
    return w(
      en: "\(name) is the last to come in \(share) % of all runs",
      fr: "\(name) arrive en dernier dans \(share) % des exécutions")
  }

  /// Whether a cause lies on the way of one of some pledges to a mission.
  private func touches(_ cause: Cause, _ pledges: [Pledge], mission: String) -> Bool {
    pledges.contains { touches(cause, $0, mission: mission) }
  }

  private func touches(_ cause: Cause, _ pledge: Pledge, mission: String) -> Bool {
    let stages = pledge.process.flatMap { processes[$0] }?.stages ?? []
    switch cause.kind {
    case .stage: return cause.process == pledge.process && stages.contains { $0.id == cause.name }
    case .gate:
      guard cause.mission == mission, let gate = scenario.gates.first(where: { $0.id == cause.name }) else {
        return false
      }
      return stages.contains { $0.gate == gate.kind }
    case .lift: return stages.contains { $0.lift == cause.name }
    case .resource: return stages.contains { $0.uses == cause.name }
    case .season: return cause.mission == mission && stages.contains { $0.season[cause.name] != nil }
    case .risk:
      guard let risk = scenario.risks.first(where: { $0.id == cause.name }) else { return false }
      return stages.contains { $0.id == risk.stage }
        && (risk.missions.isEmpty || risk.missions.contains(mission))
        && (risk.contributors.isEmpty || risk.contributors.contains(pledge.contributor))
    case .never: return pledge.probability < 1
    case .withdrawal: return pledge.withdrawalPerYear > 0
    case .unit: return false
    }
  }
}
