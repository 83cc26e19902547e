/// Reads the top of a scenario and, in the order in which they rely on one another, its lists.
struct ScenarioReader {
  private let reading: Reading
  private let root: JSONNode

  init(_ reading: Reading, root: JSONNode) {
    self.reading = reading
    self.root = root
  }

  /// The scenario; `nil` where the top cannot be read at all.
  func read() -> Scenario? {
    let cursor = Cursor(node: root, path: .root, reading: reading)
    guard !isCatalogue else {
      cursor.report(
        "this file is a catalogue: it has lists of entries, but no id, dayZero and horizon; "
          + "run a scenario that names it under \"include\"")
      return nil
    }
    return cursor.object { fields in
      _ = fields.required("formatVersion")?.whole(in: FormatVersion.current...FormatVersion.current)
      reading.index = EntryIndex(root, reading)
      var scenario = frame(fields)
      readLists(of: fields, into: &scenario)
      // Applied before anything was read; what is wrong with them has been told.
      _ = fields["overrides"]?.table(key: { $0.identifier() }, value: { _ in true })
      return scenario
    }
  }

  /// Whether it is a file for scenarios to include: a list, and nothing that only a scenario has.
  private var isCatalogue: Bool {
    guard case .object(let members) = root.value else { return false }
    let keys = Set(members.map(\.key))
    return keys.isDisjoint(with: ScenarioList.notIncluded) && !keys.isDisjoint(with: ScenarioList.all)
  }

  /// Names, days and settings: all that the lists rely on.
  private func frame(_ fields: Fields) -> Scenario {
    _ = fields["$schema"]?.text()
    let id = fields.required("id")?.identifier() ?? ""
    let title = fields["title"].map { $0.text() ?? "" } ?? id
    let dayZero = fields.required("dayZero")?.date()
    reading.dayZero = dayZero
    let horizon = fields.required("horizon")?.object { $0.horizon() }
    reading.horizonDays = horizon?.days
    let anyDate = CalendarDate(year: 2000, month: 1, day: 1)
    guard let date = dayZero ?? anyDate else { preconditionFailure("1 January 2000 exists") }
    return Scenario(id: id, title: title, dayZero: date, horizon: horizon ?? Horizon(days: 1))
  }

  private func readLists(of fields: Fields, into scenario: inout Scenario) {
    scenario.capabilities = fields.entries(.capabilities) { $0.capability() }
    reading.capabilities = Self.byID(scenario.capabilities, \.id)
    scenario.substitutions = fields.substitutions()
    reading.substitutes = Set(scenario.substitutions.map { Substitute(of: $0.of, target: $0.target) })
    scenario.contributors = fields.entries(.contributors) { $0.contributor() }
    scenario.missions = fields.entries(.missions) { $0.mission() }
    reading.missions = Self.byID(scenario.missions, \.id)
    reading.sites = reading.missions.mapValues { Set($0.sites.map(\.id)) }
    reading.allSites = reading.sites.values.reduce(into: []) { $0.formUnion($1) }
    reading.seasons = Set(scenario.missions.flatMap { $0.seasons.map(\.id) })
    reading.closures = YearClosures(scenario.missions)
    scenario.needs = fields.entries(.needs) { $0.need() }
    reading.needs = Self.byID(scenario.needs, \.id)
    scenario.resources = fields.entries(.resources) { $0.resource() }
    scenario.lift = fields.entries(.lift) { $0.liftPool() }
    reading.pools = Self.byID(scenario.lift, \.id)
    scenario.processes = fields.entries(.processes) { $0.process() }
    reading.processes = Self.byID(scenario.processes, \.id).mapValues {
      ProcessFacts($0, pools: reading.pools)
    }
    reading.stages = reading.processes.values.reduce(into: []) { $0.formUnion($1.stages) }
    reading.stagePairs = StagePairs(scenario.processes)
    scenario.pledges = fields.entries(.pledges) { $0.pledge() }
    reading.pledges = Self.byID(scenario.pledges, \.id)
    scenario.gates = fields.entries(.gates) { $0.gate() }
    scenario.packages = fields.entries(.packages) { $0.package() }
    scenario.supports = fields.entries(.supports) { $0.support() }
    scenario.risks = fields.entries(.risks) { $0.risk() }
    scenario.milestones = fields.entries(.milestones) { $0.milestone() }
    scenario.trigger = fields["trigger"]?.object { $0.trigger() } ?? Trigger()
    let allocation = fields["allocation"]?.object { $0.allocationSettings() }
    scenario.allocation = allocation ?? AllocationSettings()
    let simulation = fields["simulation"]?.object { $0.simulationSettings() }
    scenario.simulation = simulation ?? SimulationSettings()
  }

  /// Of two entries with one identifier, reported before, the first.
  private static func byID<Entry>(_ entries: [Entry], _ id: (Entry) -> String) -> [String: Entry] {
    Dictionary(entries.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
