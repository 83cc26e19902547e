/// What the readers of one scenario's entries share: problems found, identifiers known, days fixed.
final class Reading {
  /// Entries that one list may hold.
  static let longestList = 200_000

  let problems = ProblemCollector()
  /// Takes down what is asked for, where a test wants to know.
  var record: ReadingRecord?
  /// What is doubtful, though not refused.
  var warnings: [ScenarioWarning] = []
  var names = NearestName()
  var kinds = CSVKinds()
  /// Cells whose JSON cannot be read, which were reported.
  var brokenCells: Set<SourcePlace> = []
  /// Titles of columns that were reported.
  var unknownTitles: Set<SourcePlace> = []
  /// Titles that rows miss and no column has, which were reported.
  var missingTitles: Set<String> = []
  /// Kinds of entries of which some could not be read: what names one that is missing is not to blame.
  ///
  /// Whoever adds a kind has reported why, so that no scenario is accepted with names unchecked.
  var incomplete: Set<EntryKind> = []
  /// Identifiers in lists that overrides change, by the list's place.
  var identifiers: [SourcePlace: Set<String>] = [:]
  /// Where overrides put values: the way to the override, by the value's place and by its key's.
  var overridden: [SourcePlace: JSONPath] = [:]
  var index = EntryIndex()
  /// `nil` until read, or where it is wrong.
  var dayZero: CalendarDate?
  var horizonDays: Int?
  // Entries read already, for checks of those that name them.
  var capabilities: [String: Capability] = [:]
  var missions: [String: Mission] = [:]
  /// Site identifiers by mission.
  var sites: [String: Set<String>] = [:]
  var allSites: Set<String> = []
  /// Identifiers of seasons of any mission.
  var seasons: Set<String> = []
  var closures = YearClosures([])
  var needs: [String: Need] = [:]
  var substitutes: Set<Substitute> = []
  var processes: [String: ProcessFacts] = [:]
  /// Identifiers of stages of any process.
  var stages: Set<String> = []
  var stagePairs = StagePairs([])
  /// Gate by mission and kind.
  var gates: [String: String] = [:]
  var pools: [String: LiftPool] = [:]
  var pledges: [String: Pledge] = [:]

  /// The way to the override that put something there; `nil` for what the scenario itself says.
  func path(at place: SourcePlace) -> JSONPath? { overridden.isEmpty ? nil : overridden[place] }

  /// Says which name was probably meant: `; did you mean 'x'?`, the few there are, or nothing.
  func hint(for name: String, among candidates: some Collection<String>) -> String {
    if let nearest = names.nearest(to: name, among: candidates) { return "; did you mean '\(nearest)'?" }
    guard !candidates.isEmpty, candidates.count <= 8 else { return "" }
    return "; allowed: \(candidates.sorted().joined(separator: ", "))"
  }
}

/// Kinds of entries that have an identifier at the top of a scenario; the raw value is their list's key.
enum EntryKind: String, CaseIterable {
  case capabilities, missions, needs, contributors, pledges, packages, supports, lift, processes, gates
  case resources, risks, milestones

  /// One of them, in a message.
  var singular: String {
    switch self {
    case .capabilities: "capability"
    case .missions: "mission"
    case .needs: "need"
    case .contributors: "contributor"
    case .pledges: "pledge"
    case .packages: "package"
    case .supports: "support"
    case .lift: "lift pool"
    case .processes: "process"
    case .gates: "gate"
    case .resources: "resource"
    case .risks: "risk"
    case .milestones: "milestone"
    }
  }
}
