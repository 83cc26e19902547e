/// What entries of a scenario are called where people read.
struct Labels {
  private let scenario: Scenario
  private let missions: [String: Mission]
  private let needs: [String: Need]
  private let pledges: [String: Pledge]
  private let capabilities: [String: Capability]
  private let contributors: [String: Contributor]
  /// Mission and capability of needs that share both with another need.
  private let ambiguous: Set<[String]>

  private let w: Wording

  /// - Parameters:
  ///   - scenario: What has the names; they are the same in every language.
  ///   - w: The language of what is between them.
  init(_ scenario: Scenario, _ w: Wording = .english) {
    self.w = w
    func byId<Entry>(_ entries: [Entry], _ id: (Entry) -> String) -> [String: Entry] {
      Dictionary(entries.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.scenario = scenario
    missions = byId(scenario.missions, \.id)
    needs = byId(scenario.needs, \.id)
    pledges = byId(scenario.pledges, \.id)
    capabilities = byId(scenario.capabilities, \.id)
    contributors = byId(scenario.contributors, \.id)
    let pairs = scenario.needs.map { [$0.mission, $0.capability] }
    ambiguous = Set(Dictionary(grouping: pairs) { $0 }.filter { $0.value.count > 1 }.keys)
  }

  func mission(withId id: String) -> Mission? { missions[id] }
  func need(withId id: String) -> Need? { needs[id] }
  func pledge(withId id: String) -> Pledge? { pledges[id] }

  /// The mission's name, with its country where one is given.
  func mission(_ id: String) -> String {
    guard let mission = missions[id] else { return id }
    return mission.country.map { "\(mission.name), \($0)" } ?? mission.name
  }

  /// The capability's name, with the need's identifier where the mission needs that capability twice.
  ///
  /// An identifier that begins with the mission's is shown without it.
  func need(_ id: String) -> String {
    guard let need = needs[id] else { return id }
    let name = capability(need.capability)
    guard ambiguous.contains([need.mission, need.capability]) else { return name }
    let prefix = need.mission + "-"
    return "\(name) (\(id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id))"
  }

  /// Mission and need in one line.
  func place(ofNeed id: String) -> String {
    guard let need = needs[id] else { return id }
    return pair(missions[need.mission]?.name ?? need.mission, self.need(id))
  }

  /// Contributor and identifier of a pledge.
  func pledge(_ id: String) -> String {
    guard let pledge = pledges[id] else { return id }
    return pair(contributors[pledge.contributor]?.name ?? pledge.contributor, id)
  }

  /// The same of a pledge that may not be in the scenario's pool.
  func pledge(_ id: String, of contributor: String) -> String {
    pair(contributors[contributor]?.name ?? contributor, id)
  }

  /// Two names with a colon between them.
  func pair(_ first: String, _ second: String) -> String {
    w(en: "\(first): \(second)", fr: "\(first) : \(second)")
  }

  /// The state or organisation behind a pledge.
  func contributor(ofPledge id: String) -> String {
    guard let pledge = pledges[id] else { return id }
    return contributors[pledge.contributor]?.name ?? pledge.contributor
  }

  func capability(_ id: String) -> String { capabilities[id]?.name ?? id }

  /// The measure that quantities of a capability are counted in.
  func measure(_ capability: String) -> Capability.Measure? { capabilities[capability]?.measure }

  func date(ofDay day: Int) -> CalendarDate { scenario.dayZero.advanced(byDays: day) }

  /// Weight of a need: its own times its mission's.
  func weight(ofNeed id: String) -> Double {
    guard let need = needs[id] else { return 0 }
    return need.weight * (missions[need.mission]?.weight ?? 1)
  }

  /// Day by which each unit for a need should be there.
  func deadline(ofNeed id: String) -> Int? {
    guard let need = needs[id] else { return nil }
    return (need.deadlineDays ?? missions[need.mission]?.standardDays).map { max(0, need.from) + $0 }
  }
}
