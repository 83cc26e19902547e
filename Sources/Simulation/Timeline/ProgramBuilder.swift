/// Puts the activities of a plan in an order in which all is known when it is needed.
struct ProgramBuilder {
  let scenario: Scenario
  let units: [PlannedUnit]
  let parts: UnitParts
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
  /// By contributor, once made.
  var commonOf: [String: Int] = [:]
  /// By activity, once made.
  var checkOf: [Int: Int] = [:]

  /// With `eventsOnly` every queue is run event by event, even where one pass in order would do.
  init(scenario: Scenario, units: [PlannedUnit], parts: UnitParts, seed: UInt64, eventsOnly: Bool) {
    self.scenario = scenario
    self.units = units
    self.parts = parts
    self.seed = seed
    graph = ActivityGraph(units: units, scenario: scenario)
    rowOf = [Int?](repeating: nil, count: graph.activities.count)
    done = [Bool](repeating: false, count: graph.activities.count)
    readers = [Int](repeating: 0, count: graph.activities.count)
    for before in graph.activities.flatMap(\.after) { readers[before] += 1 }
    program.end = Double(scenario.horizon.days)
    program.leadDays = scenario.trigger.warningDays.rounded(.up)
    pullTrigger()
    program.openings = graph.openings(units: units, parts: parts, scenario: scenario)
    addPresence()
    openGates()
    while addReadyWork() || addReadyOpenings() || (!eventsOnly && addReadyQueues()) {}
    addEvents()
    program.rowCount = rows.count
  }

  private mutating func pullTrigger() {
    guard scenario.trigger.isDated else { return }
    let key = StreamKey(seed: seed, name: StageDraws.trigger)
    program.trigger = draw(
      scenario.trigger.onDay, key: key, stream: StreamName(StageDraws.trigger), visit: 0)
    program.steps.append(.pullTrigger)
  }

  private mutating func openGates() {
    for gate in Set(graph.activities.flatMap(\.gates)).sorted() {
      guard case .onDay(let law) = scenario.gates[gate].opening else { continue }
      let row = rows.take()
      gateRows[gate] = row
      let key = StreamKey(seed: seed, name: scenario.gates[gate].id)
      program.steps.append(
        .open(row: row, draw: draw(law, key: key, stream: StageDraws.gate, visit: 0)))
      mark(.gate, of: gate, row: row)
    }
  }

  /// Opens the gates whose needs' units are all known.
  private mutating func addReadyOpenings() -> Bool {
    var found = false
    for (number, opening) in program.openings.enumerated() where gateRows[opening.gate] == nil {
      let units = Set(opening.parts.map { parts.list[$0.row].unit })
      let arrivals = graph.activities.indices.filter {
        graph.activities[$0].kind == .arrival && units.contains(graph.activities[$0].unit)
      }
      guard arrivals.allSatisfy({ done[$0] }) else { continue }
      let row = rows.take()
      gateRows[opening.gate] = row
      program.steps.append(.openWithCoverage(row: row, opening: number))
      mark(.gate, of: opening.gate, row: row)
      found = true
    }
    return found
  }

  private mutating func addReadyWork() -> Bool {
    var found = false
    for index in graph.activities.indices where !done[index] && isReady(index) {
      let activity = graph.activities[index]
      if activity.kind == .job { continue }
      let row = start(of: index) ?? rows.take()
      mark(.start, of: index, row: row)
      let draws = program.draws.count
      add(activity, row: row)
      mark(.end, of: index, row: row, draws: draws..<program.draws.count)
      addCheck(of: index, row: row)
      mark(.settled, of: index, row: row)
      finish(index, row: row)
      found = true
    }
    return found
  }

  private mutating func addReadyQueues() -> Bool {
    var found = false
    let revisited = graph.revisitedQueues
    for queue in graph.queues.indices where !revisited.contains(queue) {
      let jobs = jobs(of: queue)
      guard jobs.contains(where: { !done[$0] }), jobs.allSatisfy(isReady) else { continue }
      var plan = Program.Queue(line: graph.queues[queue].line, jobs: [])
      for index in jobs {
        let row = start(of: index) ?? rows.take()
        let activity = graph.activities[index]
        mark(.start, of: index, row: row)
        plan.jobs.append(
          Program.Job(
            row: row, draws: draws(of: activity), calendar: calendar(of: activity), activity: index))
      }
      program.queues.append(plan)
      program.steps.append(.serve(queue: program.queues.count - 1))
      for (index, job) in zip(jobs, plan.jobs) {
        mark(.end, of: index, row: job.row, draws: job.draws)
        addCheck(of: index, row: job.row)
        mark(.settled, of: index, row: job.row)
        finish(index, row: job.row)
      }
      found = true
    }
    return found
  }

  private mutating func mark(
    _ moment: Program.Mark.Moment, of subject: Int, row: Int, draws: Range<Int> = 0..<0
  ) {
    program.marks.append(
      Program.Mark(
        steps: program.steps.count, row: row, moment: moment, subject: subject, draws: draws))
  }

  private func isReady(_ index: Int) -> Bool {
    let activity = graph.activities[index]
    return activity.after.allSatisfy { done[$0] } && activity.gates.allSatisfy { gateRows[$0] != nil }
  }

  private func jobs(of queue: Int) -> [Int] {
    graph.activities.indices.filter { graph.activities[$0].queue == queue }
  }
}
