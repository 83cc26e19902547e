/// Runs the queues of an event plan one replication at a time, on a heap of arrivals.
///
/// When a job's turn in time comes its end is known at once: servers take jobs in the order of arrival, and
/// nobody who comes later can be earlier. What follows it is then pushed, never before the time reached.
struct EventRunner {
  static let size = BlockRows.size

  let plan: EventPlan
  private var lines: [ServerLine]
  var heap = ArrivalHeap()
  let openings: [CoverageOpening]
  /// By gate of the group: whether it is open.
  var isOpen: [Bool]
  /// From the rank after those of gates on.
  private let taskOfRank: [Int]
  /// First draw of each task among ``days``, and one past the last.
  private let firstDraw: [Int]
  /// A row a draw.
  private var days: [Double]
  /// A row a task: what is known of its start, then its end.
  var times: [Double]
  var waitsFor: [Int]
  private var ready: [Int] = []
  /// By way back: the turn it is in, and how many it has had.
  private var turns: [Turn]
  private var turnCounts: [Int]
  /// What happens, where one replication is to be told; `nil` in the crowd.
  var journal: [EventNote]?

  init(_ program: Program) {
    let plan = program.events
    self.plan = plan
    openings = plan.gates.map { program.openings[$0.opening] }
    isOpen = plan.gates.map { _ in false }
    lines = plan.lines
    let jobs = plan.tasks.indices.filter { plan.tasks[$0].queue >= 0 }
    taskOfRank = jobs.sorted { plan.tasks[$0].rank < plan.tasks[$1].rank }
    var draws = [0]
    for task in plan.tasks { draws.append(draws[draws.count - 1] + task.draws.count) }
    firstDraw = draws
    days = [Double](repeating: 0, count: draws[draws.count - 1] * Self.size)
    times = [Double](repeating: 0, count: plan.tasks.count * Self.size)
    waitsFor = plan.tasks.map(\.waitsFor)
    turns = plan.waysBack.map { _ in .first }
    turnCounts = plan.waysBack.map { _ in 0 }
  }

  mutating func run(_ rows: inout BlockRows, _ days: inout UnitDays, program: borrowing Program) {
    load(&rows, program: program)
    for replication in 0..<Self.size { run(replication, rows, &days, program) }
    store(&rows)
  }

  /// Runs one replication of the block alone, exactly as the crowd does, and returns what happens in it.
  mutating func tell(
    _ replication: Int, _ rows: inout BlockRows, _ days: inout UnitDays, program: borrowing Program
  ) -> [EventNote] {
    load(&rows, program: program)
    journal = []
    run(replication, rows, &days, program)
    store(&rows)
    defer { journal = nil }
    return journal ?? []
  }

  /// Runs all replications of the block as the crowd does, and returns what happens in each.
  mutating func tellAll(
    _ rows: inout BlockRows, _ days: inout UnitDays, program: borrowing Program
  ) -> [[EventNote]] {
    load(&rows, program: program)
    var told: [[EventNote]] = []
    for replication in 0..<Self.size {
      journal = []
      run(replication, rows, &days, program)
      told.append(journal ?? [])
    }
    journal = nil
    store(&rows)
    return told
  }

  private mutating func load(_ rows: inout BlockRows, program: borrowing Program) {
    for index in plan.tasks.indices where plan.tasks[index].row >= 0 {
      times.set(from: index * Self.size, to: rows.rows.span[plan.tasks[index].row])
      let draws = plan.tasks[index].draws
      for draw in draws {
        rows.draw(program.draws[draw], program: program)
        days.set(from: (firstDraw[index] + draw - draws.lowerBound) * Self.size, to: rows.days)
      }
    }
  }

  private func store(_ rows: inout BlockRows) {
    for index in plan.tasks.indices where plan.tasks[index].row >= 0 {
      rows.load(times, at: index * Self.size, into: plan.tasks[index].row)
    }
  }

  private mutating func run(
    _ replication: Int, _ rows: borrowing BlockRows, _ days: inout UnitDays, _ program: borrowing Program
  ) {
    for index in lines.indices { lines[index].reset() }
    for index in waitsFor.indices {
      waitsFor[index] = plan.tasks[index].waitsFor
      if waitsFor[index] == 0, plan.tasks[index].row >= 0 { ready.append(index) }
    }
    beginGates(replication, &days, program)
    while true {
      while let task = ready.popLast() { begin(task, replication, rows, &days, program) }
      guard let key = heap.pop() else { break }
      let rank = ArrivalKey.rank(key)
      if rank < openings.count {
        lookAt(gate: rank, on: Int(ArrivalKey.time(key) - program.leadDays), replication, days)
      } else {
        let task = taskOfRank[rank - openings.count]
        serve(task, replication, rows, program)
        finish(task, replication, rows, &days, program)
      }
    }
    if !openings.isEmpty { endTasksThatWait(replication) }
  }

  /// Sends a job to its queue; all else goes on at once, and so do those who never come.
  private mutating func begin(
    _ task: Int, _ replication: Int, _ rows: borrowing BlockRows, _ days: inout UnitDays,
    _ program: borrowing Program
  ) {
    let place = task * Self.size + replication
    if journal != nil { note(.begins(task: task, at: times[place], turn: turn(of: task))) }
    if plan.tasks[task].queue >= 0, times[place] < .infinity {
      heap.push(ArrivalKey.make(time: times[place] + program.leadDays, rank: plan.tasks[task].rank))
      return
    }
    if plan.tasks[task].queue < 0, firstDraw[task] < firstDraw[task + 1] {
      times[place] = end(of: 0, from: times[place], task, replication, rows, program)
    }
    finish(task, replication, rows, &days, program)
  }

  private mutating func serve(
    _ task: Int, _ replication: Int, _ rows: borrowing BlockRows, _ program: borrowing Program
  ) {
    let arrival = times[task * Self.size + replication]
    let queue = plan.tasks[task].queue
    var done = arrival
    for service in 0..<firstDraw[task + 1] - firstDraw[task] {
      let start = lines[queue].start(at: arrival)
      let end = end(of: service, from: start, task, replication, rows, program)
      if journal != nil { note(.served(task: task, from: start, until: end)) }
      lines[queue].hold(until: end)
      done = max(done, end)
    }
    times[task * Self.size + replication] = done
  }

  /// When work or a service begun at `start` is done.
  private func end(
    of service: Int, from start: Double, _ task: Int, _ replication: Int, _ rows: borrowing BlockRows,
    _ program: borrowing Program
  ) -> Double {
    let work = work(service, task, replication, rows, program)
    let calendar = plan.tasks[task].calendar
    return calendar < 0
      ? start + work : rows.finish(program.calendars.span[calendar], start: start, work: work, replication)
  }

  private func work(
    _ service: Int, _ task: Int, _ replication: Int, _ rows: borrowing BlockRows,
    _ program: borrowing Program
  ) -> Double {
    let turnOf = plan.tasks[task].turnOf
    if turnOf < 0 { return days[(firstDraw[task] + service) * Self.size + replication] }
    let draw = program.draws[plan.tasks[task].draws.lowerBound + service]
    return rows.value(of: draw, turn: turns[turnOf], replication: replication, program: program)
  }
}

extension EventRunner {
  /// Writes down what happens, where one replication is told.
  mutating func note(_ event: EventNote) { journal?.append(event) }

  /// Meets the risk events at the end of a task, then lets those go on who wait for it.
  private mutating func finish(
    _ task: Int, _ replication: Int, _ rows: borrowing BlockRows, _ days: inout UnitDays,
    _ program: borrowing Program
  ) {
    let place = task * Self.size + replication
    let check = plan.tasks[task].check
    if journal != nil { note(.ends(task: task, at: times[place], turn: turn(of: task))) }
    if check >= 0, times[place] < .infinity {
      let after = rows.meet(check, at: times[place], turn: turn(of: task), replication, program)
      times[place] = after.time
      if after.sentBackBy >= 0 {
        let stream = program.checks[check].risks[after.sentBackBy].stream
        if goBack(task, by: after.sentBackBy, stream, replication, end: program.end) { return }
        times[place] = .infinity
      }
    }
    if plan.tasks[task].unit >= 0 { arrive(task, replication, rows, &days, program) }
    release(task, replication)
  }

  private func turn(of task: Int) -> Turn {
    let turnOf = plan.tasks[task].turnOf
    return turnOf < 0 ? .first : turns[turnOf]
  }

  /// Begins a turn of the way back from a task; `false` where that is too late, or one too many.
  private mutating func goBack(
    _ task: Int, by risk: Int, _ stream: StreamName, _ replication: Int, end: Double
  ) -> Bool {
    let time = times[task * Self.size + replication]
    let wayBack = plan.tasks[task].wayBack
    if plan.waysBack[wayBack].first == task { turnCounts[wayBack] = 0 }
    guard time < end, turnCounts[wayBack] < RiskCheck.mostTurns else { return false }
    turnCounts[wayBack] += 1
    let within = plan.waysBack[wayBack].within
    let outer = within < 0 ? .first : turns[within]
    turns[wayBack] = outer.after(stream, number: turnCounts[wayBack])
    for place in plan.waysBack[wayBack].tasks[risk].indices {
      let again = plan.waysBack[wayBack].tasks[risk][place]
      times[again * Self.size + replication] = time
      waitsFor[again] = plan.tasks[again].waitsFor
      if waitsFor[again] == 0 { ready.append(again) }
    }
    return true
  }

  /// Tells those who wait for a task that it has ended.
  private mutating func release(_ task: Int, _ replication: Int) {
    let end = times[task * Self.size + replication]
    for place in plan.tasks[task].next.indices {
      release(plan.tasks[task].next[place], at: end, replication)
    }
  }

  /// One of those that a task waits for is done.
  mutating func release(_ next: Int, at time: Double, _ replication: Int) {
    let place = next * Self.size + replication
    times[place] = max(times[place], time)
    waitsFor[next] -= 1
    if waitsFor[next] == 0 { ready.append(next) }
  }
}
