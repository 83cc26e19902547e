/// The causes that a plan can meet, with what each is in its graph.
struct CauseList {
  private(set) var causes: [Cause] = []
  /// By activity that is the first of its stage: its stage's place, or -1.
  private(set) var stageOf: [Int]
  /// By queue of the graph.
  private(set) var queueCauses: [Int] = []
  /// By gate of the scenario that something waits for.
  private(set) var gateCauses: [Int: Int] = [:]
  /// By activity whose work seasons can stretch.
  private(set) var seasonsOf: [SeasonShares?]
  /// Seasons whose days cannot be told from another's.
  private(set) var unmeasured: Set<Int> = []
  /// By entry of the plan; `nil` where it is in place.
  private(set) var entryCauses: [Int?] = []

  private let scenario: Scenario
  private let graph: ActivityGraph
  private let units: [PlannedUnit]

  init(graph: ActivityGraph, units: [PlannedUnit], entries: [PlanEntry], parts: UnitParts, scenario: Scenario)
  {
    self.scenario = scenario
    self.graph = graph
    self.units = units
    stageOf = [Int](repeating: -1, count: graph.activities.count)
    seasonsOf = [SeasonShares?](repeating: nil, count: graph.activities.count)
    addStages()
    addQueues()
    addGates()
    addSeasons()
    addRisks()
    addPledges()
    entryCauses = entries.map { entry in
      if units[parts.list[entry.parts.lowerBound].unit].isInPlace { return nil }
      var cause = Cause(kind: .unit, name: scenario.pledges[entry.pledge].id)
      cause.need = scenario.needs[entry.need].id
      return add(cause)
    }
  }

  private mutating func add(_ cause: Cause) -> Int {
    if let known = causes.firstIndex(of: cause) { return known }
    causes.append(cause)
    return causes.count - 1
  }

  private mutating func addStages() {
    for (index, activity) in graph.activities.enumerated() where !activity.stage.isEmpty {
      // A stage that is lifted and then works is two activities; the first stands for both.
      let continues = activity.after.contains {
        graph.activities[$0].unit == activity.unit && graph.activities[$0].stage == activity.stage
      }
      guard !continues, let process = scenario.pledges[units[activity.unit].pledge].process else { continue }
      var cause = Cause(kind: .stage, name: activity.stage)
      cause.process = process
      stageOf[index] = add(cause)
    }
  }

  private mutating func addQueues() {
    for queue in graph.queues {
      queueCauses.append(
        add(
          queue.isLift
            ? Cause(kind: .lift, name: scenario.lift[queue.index].id)
            : Cause(kind: .resource, name: scenario.resources[queue.index].id)))
    }
  }

  private mutating func addGates() {
    for gate in Set(graph.activities.flatMap(\.gates)).sorted() {
      var cause = Cause(kind: .gate, name: scenario.gates[gate].id)
      cause.mission = scenario.gates[gate].mission
      gateCauses[gate] = add(cause)
    }
  }

  private mutating func addSeasons() {
    var known: [[String?]: SeasonShares] = [:]
    for (index, activity) in graph.activities.enumerated() where activity.season != nil {
      let unit = units[activity.unit]
      let process = scenario.pledges[unit.pledge].process
      let mission = scenario.needs[unit.need].mission
      let key = [process, activity.stage, mission]
      if known[key] == nil {
        let effects = scenario.processes.first { $0.id == process }?
          .stages.first { $0.id == activity.stage }?.season
        known[key] = shares(of: effects ?? [:], in: mission)
      }
      seasonsOf[index] = known[key]
    }
  }

  private mutating func shares(of effects: [String: Stage.SeasonEffect], in mission: String) -> SeasonShares {
    let seasons = (scenario.missions.first { $0.id == mission }?.seasons ?? [])
      .filter { effects[$0.id] != nil }
    let shares = SeasonShares(seasons, effects: effects, scenario: scenario) { season in
      var cause = Cause(kind: .season, name: season.id)
      cause.mission = mission
      return add(cause)
    }
    unmeasured.formUnion(shares.alike)
    return shares
  }

  private mutating func addRisks() {
    for risk in Set(graph.activities.flatMap(\.risks).map(\.risk)).sorted() {
      _ = add(Cause(kind: .risk, name: scenario.risks[risk].id))
    }
  }

  private mutating func addPledges() {
    let pledges = Set(units.filter { !$0.isInPlace }.map(\.pledge)).map { scenario.pledges[$0] }
    if pledges.contains(where: { $0.probability < 1 }) { _ = add(Cause(kind: .never, name: "")) }
    let all = units.map { scenario.pledges[$0.pledge] }
    if all.contains(where: { $0.withdrawalPerYear > 0 }) { _ = add(Cause(kind: .withdrawal, name: "")) }
  }
}
