extension ProgramBuilder {
  /// What no order can resolve: the tasks that are left, to be run event by event.
  mutating func addEvents() {
    let left = graph.activities.indices.filter { !done[$0] }
    guard !left.isEmpty else { return }
    let queueOrder = graph.queueOrder
    program.events.lines = queueOrder.map { graph.queues[$0].line }
    var events = EventTasks(queueOrder: queueOrder)
    for index in left {
      let known = start(of: index)
      let row = known ?? rows.take()
      if known == nil { program.steps.append(.fill(row: row, -.infinity)) }
      rowOf[index] = row
      let number = append(index, row: row, turnOf: -1, to: &events)
      events.numbers[index] = number
    }
    for index in left {
      guard let number = events.numbers[index] else { continue }
      link(number, to: graph.activities[index].after.compactMap { events.numbers[$0] })
    }
    addGates(left, events)
    for index in left { addWayBack(from: index, within: -1, number: events.numbers[index], to: &events) }
    rank(events)
    program.steps.append(.runEvents)
    for index in left {
      guard graph.activities[index].kind == .arrival, let row = rowOf[index] else { continue }
      addArrival(of: graph.activities[index].unit, row: row)
    }
  }

  private mutating func append(_ index: Int, row: Int, turnOf: Int, to events: inout EventTasks) -> Int {
    let activity = graph.activities[index]
    program.events.tasks.append(
      EventPlan.Task(
        row: row, waitsFor: 0, next: [], queue: activity.queue.flatMap(events.queueOrder.firstIndex) ?? -1,
        draws: draws(of: activity), calendar: calendar(of: activity), rank: -1, check: check(of: index),
        turnOf: turnOf, wayBack: -1, unit: -1, activity: index))
    events.activities.append(index)
    return program.events.tasks.count - 1
  }

  /// The gates that are still to open: tasks wait for them, and units of the group open them.
  private mutating func addGates(_ left: [Int], _ events: EventTasks) {
    for (number, opening) in program.openings.enumerated() where gateRows[opening.gate] == nil {
      let waiting = left.filter { graph.activities[$0].gates.contains(opening.gate) }
      let next = waiting.compactMap { events.numbers[$0] }
      for task in next { program.events.tasks[task].waitsFor += 1 }
      program.events.gates.append(EventPlan.Gate(opening: number, next: next))
      let units = Set(opening.parts.map { parts.list[$0.row].unit })
      for index in left where graph.activities[index].kind == .arrival {
        let unit = graph.activities[index].unit
        guard units.contains(unit), let task = events.numbers[index] else { continue }
        program.events.tasks[task].unit = unit
        if let stay = stay(of: unit) { program.events.stays[unit] = stay }
      }
    }
  }

  private mutating func link(_ task: Int, to earlier: [Int]) {
    program.events.tasks[task].waitsFor = earlier.count
    for before in earlier { program.events.tasks[before].next.append(task) }
  }

  /// Gives a task whose risk events send back to a queue tasks of their own for doing again what lies between.
  ///
  /// Whichever of them passes the check in the end, those who wait for the task go on.
  private mutating func addWayBack(
    from index: Int, within turnOf: Int, number: Int?, to events: inout EventTasks
  ) {
    guard let number, graph.sendsToQueue[index] else { return }
    let wayBack = program.events.waysBack.count
    program.events.tasks[number].wayBack = wayBack
    program.events.waysBack.append(EventPlan.WayBack(within: turnOf, first: number, tasks: []))
    for risk in graph.activities[index].risks {
      let tasks = repeated(risk, wayBack: wayBack, from: number, to: &events)
      program.events.waysBack[wayBack].tasks.append(tasks)
    }
  }

  private mutating func repeated(
    _ risk: StageGraph.Risk, wayBack: Int, from number: Int, to events: inout EventTasks
  ) -> [Int] {
    var copies: [Int: Int] = [:]
    var tasks: [Int] = []
    for index in risk.again {
      let copy = append(index, row: -1, turnOf: wayBack, to: &events)
      link(copy, to: graph.activities[index].after.compactMap { copies[$0] })
      copies[index] = copy
      tasks.append(copy)
    }
    if let last = tasks.last {
      program.events.tasks[last].wayBack = wayBack
      program.events.tasks[last].next = program.events.tasks[number].next
    }
    for index in risk.again.dropLast() {
      addWayBack(from: index, within: wayBack, number: copies[index], to: &events)
    }
    return tasks
  }

  /// Among those who come at the same time: earlier queues first, then in the order of units.
  private mutating func rank(_ events: EventTasks) {
    let jobs = program.events.tasks.indices.filter { program.events.tasks[$0].queue >= 0 }
    precondition(jobs.count <= ArrivalKey.capacity, "more than a million waits for lift and resources")
    let sorted = jobs.sorted {
      (program.events.tasks[$0].queue, events.activities[$0], $0)
        < (program.events.tasks[$1].queue, events.activities[$1], $1)
    }
    // Gates that open come before all who queue.
    let gates = program.events.gates.count
    for (place, job) in sorted.enumerated() { program.events.tasks[job].rank = gates + place }
  }
}

/// What is known of the tasks of an event plan while it is built.
struct EventTasks {
  let queueOrder: [Int]
  /// By task.
  var activities: [Int] = []
  /// The task that does an activity for the first time.
  var numbers: [Int: Int] = [:]

  init(queueOrder: [Int]) { self.queueOrder = queueOrder }
}
