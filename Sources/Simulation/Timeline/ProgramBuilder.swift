/// Puts the activities of a plan in an order in which all is known when it is needed.
struct ProgramBuilder {
  let scenario: Scenario
  let units: [PlannedUnit]
  let graph: ActivityGraph
  let seed: UInt64
  var program = Program()

  var rows = RowPool()
  var rowOf: [Int?]
  /// How many still wait for an activity's row.
  var readers: [Int]
  var done: [Bool]
  var gateRows: [Int: Int] = [:]
  var lawIndex: [Distribution: Int] = [:]

  /// With `eventsOnly` every queue is run event by event, even where one pass in order would do.
  init(scenario: Scenario, units: [PlannedUnit], seed: UInt64, eventsOnly: Bool) {
    self.scenario = scenario
    self.units = units
    self.seed = seed
    graph = ActivityGraph(units: units, scenario: scenario)
    rowOf = [Int?](repeating: nil, count: graph.activities.count)
    done = [Bool](repeating: false, count: graph.activities.count)
    readers = [Int](repeating: 0, count: graph.activities.count)
    for before in graph.activities.flatMap(\.after) { readers[before] += 1 }
    openGates()
    while addReadyWork() || (!eventsOnly && addReadyQueues()) {}
    addEvents()
    program.rowCount = rows.count
  }

  private mutating func openGates() {
    for gate in Set(graph.activities.flatMap(\.gates)).sorted() {
      guard case .onDay(let law) = scenario.gates[gate].opening else { continue }
      let row = rows.take()
      gateRows[gate] = row
      let key = StreamKey(seed: seed, name: scenario.gates[gate].id)
      program.steps.append(
        .open(row: row, draw: draw(law, key: key, stream: StageDraws.gate, visit: 0)))
    }
  }

  private mutating func addReadyWork() -> Bool {
    var found = false
    for index in graph.activities.indices where !done[index] && isReady(index) {
      let activity = graph.activities[index]
      if case .job = activity.kind { continue }
      let row = start(of: index) ?? rows.take()
      add(activity, row: row)
      finish(index, row: row)
      found = true
    }
    return found
  }

  private mutating func addReadyQueues() -> Bool {
    var found = false
    for queue in graph.queues.indices {
      let jobs = jobs(of: queue)
      guard jobs.contains(where: { !done[$0] }), jobs.allSatisfy(isReady) else { continue }
      var plan = Program.Queue(servers: graph.queues[queue].servers, jobs: [])
      for index in jobs {
        let row = start(of: index) ?? rows.take()
        let activity = graph.activities[index]
        plan.jobs.append(Program.Job(row: row, draws: draws(of: activity), calendar: calendar(of: activity)))
        finish(index, row: row)
      }
      program.queues.append(plan)
      program.steps.append(.serve(queue: program.queues.count - 1))
      found = true
    }
    return found
  }

  /// What no order can resolve: the tasks that are left, to be run event by event.
  private mutating func addEvents() {
    let left = graph.activities.indices.filter { !done[$0] }
    guard !left.isEmpty else { return }
    let place = Dictionary(uniqueKeysWithValues: left.enumerated().map { ($1, $0) })
    let queueOrder = graph.queueOrder
    program.events.servers = queueOrder.map { graph.queues[$0].servers }
    let ranks = ranks(of: left, queueOrder: queueOrder)
    for index in left {
      let activity = graph.activities[index]
      let known = start(of: index)
      let row = known ?? rows.take()
      if known == nil { program.steps.append(.fill(row: row, -.infinity)) }
      rowOf[index] = row
      program.events.tasks.append(
        EventPlan.Task(
          row: row, waitsFor: activity.after.count { place[$0] != nil }, next: [],
          queue: activity.queue.flatMap(queueOrder.firstIndex) ?? -1, draws: draws(of: activity),
          calendar: calendar(of: activity), rank: ranks[index] ?? -1))
    }
    linkEvents(left, place: place)
    program.steps.append(.runEvents)
    for index in left {
      guard case .arrival = graph.activities[index].kind, let row = rowOf[index] else { continue }
      program.steps.append(.arrive(unit: graph.activities[index].unit, row: row))
    }
  }

  /// Among those who come at the same time: earlier queues first, then in the order of units.
  private func ranks(of left: [Int], queueOrder: [Int]) -> [Int: Int] {
    let place = left.compactMap { index in
      graph.activities[index].queue.flatMap(queueOrder.firstIndex).map { ($0, index) }
    }
    return Dictionary(uniqueKeysWithValues: place.sorted(by: <).enumerated().map { ($1.1, $0) })
  }

  private mutating func linkEvents(_ left: [Int], place: [Int: Int]) {
    for (number, index) in left.enumerated() {
      for before in graph.activities[index].after.compactMap({ place[$0] }) {
        program.events.tasks[before].next.append(number)
      }
    }
  }

  private func isReady(_ index: Int) -> Bool { graph.activities[index].after.allSatisfy { done[$0] } }

  private func jobs(of queue: Int) -> [Int] {
    graph.activities.indices.filter { graph.activities[$0].queue == queue }
  }
}
