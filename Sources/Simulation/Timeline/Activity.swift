/// One thing that a planned unit does, in the graph of all units of the plan.
struct Activity: Sendable {
  enum Kind: Sendable {
    /// The request, or never where the pledge does not come true.
    case request
    /// Days of work; `nil` is none.
    case work(Distribution?)
    /// Waits its turn in a queue, then is served so many times, each for a draw.
    case job(Distribution, services: Int)
    /// All is done: the unit is there.
    case arrival
  }

  var unit: Int
  /// Activities, all earlier in the list; empty only for the request.
  var after: [Int]
  /// Indexes of the scenario's gates.
  var gates: [Int]
  var kind: Kind
  var season: SeasonCalendar?
  var stage: String
  /// The queue that a job waits in.
  var queue: Int?
}

/// Something that units wait for in turn: a lift pool or a resource.
struct QueuePlan: Sendable, Equatable {
  var isLift: Bool
  /// Index of the scenario's pool or resource.
  var index: Int
  var servers: Int
}

/// All activities of a plan's units, and the queues they meet in.
struct ActivityGraph: Sendable {
  private(set) var activities: [Activity] = []
  private(set) var queues: [QueuePlan] = []

  init(units: [PlannedUnit], scenario: Scenario) {
    let missions = Dictionary(uniqueKeysWithValues: scenario.missions.map { ($0.id, $0) })
    for (index, unit) in units.enumerated() where !unit.isInPlace {
      guard let mission = missions[scenario.needs[unit.need].mission] else { continue }
      let pledge = scenario.pledges[unit.pledge]
      let graph = StageGraph(pledge: pledge, mission: mission, scenario: scenario)
      append(graph, unit: index, elements: unit.elements, scenario: scenario)
    }
    let jobs = activities.count { $0.queue != nil }
    precondition(jobs <= ArrivalKey.capacity, "more than a million waits for lift and resources")
    freeUncontested()
  }

  private mutating func append(_ graph: StageGraph, unit: Int, elements: Double, scenario: Scenario) {
    let request = activities.count
    activities.append(Activity(unit: unit, after: [], gates: [], kind: .request, stage: ""))
    for node in graph.nodes {
      let after = node.after.isEmpty ? [request] : node.after.map { request + 1 + $0 }
      activities.append(
        Activity(
          unit: unit, after: after,
          gates: node.gates.filter { scenario.gates[$0].opensOnDay },
          kind: kind(of: node.task, elements: elements, scenario: scenario), season: node.season,
          stage: node.stage, queue: queue(of: node.task, scenario: scenario)))
    }
    let last = graph.last.isEmpty ? [request] : graph.last.map { request + 1 + $0 }
    activities.append(Activity(unit: unit, after: last, gates: [], kind: .arrival, stage: ""))
  }

  private func kind(of task: StageGraph.Task, elements: Double, scenario: Scenario) -> Activity.Kind {
    switch task {
    case .work(let days?, _?): return .job(days, services: 1)
    case .work(let days, _): return .work(days)
    case .lift(let pool, let sorties):
      let loads = (Double(sorties) * elements - PlanningDay.noise).rounded(.up)
      return .job(scenario.lift[pool].cycleDays, services: max(1, Int(loads)))
    }
  }

  private mutating func queue(of task: StageGraph.Task, scenario: Scenario) -> Int? {
    switch task {
    case .work(_?, let resource?):
      queue(QueuePlan(isLift: false, index: resource, servers: scenario.resources[resource].count))
    case .work: nil
    case .lift(let pool, _):
      queue(QueuePlan(isLift: true, index: pool, servers: scenario.lift[pool].carriers))
    }
  }

  private mutating func queue(_ plan: QueuePlan) -> Int {
    if let known = queues.firstIndex(of: plan) { return known }
    queues.append(plan)
    return queues.count - 1
  }

  /// Where there is a server for each job nobody waits: then a single service is work like any other.
  private mutating func freeUncontested() {
    var services = [Int](repeating: 0, count: queues.count)
    for activity in activities {
      if let queue = activity.queue, case .job(_, let count) = activity.kind { services[queue] += count }
    }
    for index in activities.indices {
      guard let queue = activities[index].queue, services[queue] <= queues[queue].servers,
        case .job(let law, 1) = activities[index].kind
      else { continue }
      activities[index].kind = .work(law)
      activities[index].queue = nil
    }
  }
}

extension ActivityGraph {
  /// Queues, each after those from which its units come; where they go in circles, cut after as many rounds
  /// as there are queues.
  var queueOrder: [Int] {
    var rank = [Int](repeating: 0, count: queues.count)
    var passed = [Int](repeating: 0, count: activities.count)
    for _ in queues.indices {
      for index in activities.indices {
        for before in activities[index].after {
          let reached = activities[before].queue.map { rank[$0] + 1 } ?? passed[before]
          passed[index] = max(passed[index], reached)
        }
        if let queue = activities[index].queue { rank[queue] = max(rank[queue], passed[index]) }
      }
    }
    return queues.indices.sorted { (rank[$0], $0) < (rank[$1], $1) }
  }
}

extension Gate {
  /// Whether it opens on a day; one that waits for another need's coverage is taken as open.
  var opensOnDay: Bool {
    if case .onDay = opening { true } else { false }
  }
}
