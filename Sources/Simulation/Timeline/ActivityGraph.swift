/// All activities of a plan's units, and the queues they meet in.
struct ActivityGraph: Sendable {
  private(set) var activities: [Activity] = []
  private(set) var queues: [QueuePlan] = []
  /// By activity: whether a risk event at its end sends back to a queue, by itself or by one that may strike
  /// on the way.
  private(set) var sendsToQueue: [Bool] = []

  init(units: [PlannedUnit], scenario: Scenario) {
    let missions = Dictionary(uniqueKeysWithValues: scenario.missions.map { ($0.id, $0) })
    for (index, unit) in units.enumerated() where !unit.isInPlace {
      guard let mission = missions[scenario.needs[unit.need].mission] else { continue }
      let pledge = scenario.pledges[unit.pledge]
      let support = scenario.supports.first { $0.id == unit.support }
      let graph = StageGraph(pledge: pledge, mission: mission, scenario: scenario, support: support)
      append(graph, unit: unit, number: index, scenario: scenario)
    }
    let jobs = activities.count { $0.queue != nil }
    precondition(jobs <= ArrivalKey.capacity, "more than a million waits for lift and resources")
    freeUncontested()
    for activity in activities {
      sendsToQueue.append(
        activity.risks.contains { risk in
          risk.again.contains { activities[$0].queue != nil }
            || risk.again.dropLast().contains { sendsToQueue[$0] }
        })
    }
  }

  private mutating func append(_ graph: StageGraph, unit: PlannedUnit, number: Int, scenario: Scenario) {
    let request = activities.count
    activities.append(Activity(unit: number, after: [], gates: [], kind: .request, stage: ""))
    activities[request].day = Double(unit.requestDay)
    let starts = graph.nodes.map { Start(of: $0, isWarned: scenario.trigger.warningDays > 0) }
    let first = request + (starts.contains(.atWarning) ? 2 : 1)
    if first == request + 2 {
      activities.append(Activity(unit: number, after: [], gates: [], kind: .request, stage: ""))
      activities[request + 1].day = -scenario.trigger.warningDays
    }
    for (node, start) in zip(graph.nodes, starts) {
      let queue = queue(of: node.task, scenario: scenario)
      var activity = Activity(
        unit: number, after: start.begins(request) + node.after.map { first + $0 },
        gates: node.gates, kind: queue == nil ? .work : .job, stage: node.stage)
      activity.law = law(of: node.task, scenario: scenario)
      activity.services = services(of: node.task, elements: unit.elements)
      activity.season = node.season
      activity.isLift = node.task.isLift
      activity.queue = queue
      activity.risks = node.risks.map {
        StageGraph.Risk(risk: $0.risk, again: $0.again.map { first + $0 })
      }
      activities.append(activity)
    }
    let isWarned = first == request + 2
    let last = (graph.last.isEmpty || isWarned ? [request] : []) + graph.last.map { first + $0 }
    activities.append(Activity(unit: number, after: last, gates: [], kind: .arrival, stage: ""))
  }

  /// What a stage begins with, besides the end of others.
  private enum Start {
    case atRequest
    /// The warning, before the trigger.
    case atWarning
    case whenOthersEnd

    /// With a warning, what is not done on it waits for the request even after a stage that is.
    init(of node: StageGraph.Node, isWarned: Bool) {
      if isWarned, node.onWarning {
        self = node.after.isEmpty ? .atWarning : .whenOthersEnd
      } else {
        self = isWarned || node.after.isEmpty ? .atRequest : .whenOthersEnd
      }
    }

    /// The activities it waits for, where that after the request is the warning.
    func begins(_ request: Int) -> [Int] {
      switch self {
      case .atRequest: [request]
      case .atWarning: [request + 1]
      case .whenOthersEnd: []
      }
    }
  }

  private func law(of task: StageGraph.Task, scenario: Scenario) -> Distribution? {
    switch task {
    case .work(let days, _): days
    case .lift(let pool, _): scenario.lift[pool].cycleDays
    }
  }

  private func services(of task: StageGraph.Task, elements: Double) -> Int {
    switch task {
    case .work(let days, _): days == nil ? 0 : 1
    case .lift(_, let sorties):
      max(1, Int((Double(sorties) * elements - PlanningDay.noise).rounded(.up)))
    }
  }

  private mutating func queue(of task: StageGraph.Task, scenario: Scenario) -> Int? {
    switch task {
    case .work(_?, let resource?):
      queue(QueuePlan(isLift: false, index: resource, servers: scenario.resources[resource].count))
    case .work: nil
    case .lift(let pool, _):
      queue(
        QueuePlan(
          isLift: true, index: pool, servers: scenario.lift[pool].carriers,
          extras: scenario.extraCarriers(of: scenario.lift[pool].id)))
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
      if let queue = activity.queue { services[queue] += activity.services }
    }
    for index in activities.indices where activities[index].services == 1 {
      guard let queue = activities[index].queue, services[queue] <= queues[queue].servers else { continue }
      activities[index].kind = .work
      activities[index].queue = nil
    }
  }
}

extension ActivityGraph {
  /// The gates that something waits for and that open with a need's coverage, in the order of the scenario.
  func openings(units: [PlannedUnit], parts: UnitParts, scenario: Scenario) -> [CoverageOpening] {
    let eligibility = Eligibility(scenario: scenario)
    return Set(activities.flatMap(\.gates)).sorted().compactMap { gate in
      guard case .withCoverage(let id, _) = scenario.gates[gate].opening,
        let need = scenario.needs.firstIndex(where: { $0.id == id })
      else { return nil }
      let own = CoveragePlan.parts(
        of: need, units: units, parts: parts, scenario: scenario, eligibility: eligibility)
      return CoverageOpening(gate: gate, parts: own, scenario: scenario)
    }
  }

  /// Queues to which units may be sent back: who comes hangs on how they were served before.
  var revisitedQueues: Set<Int> {
    Set(activities.flatMap(\.risks).flatMap(\.again).compactMap { activities[$0].queue })
  }

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
