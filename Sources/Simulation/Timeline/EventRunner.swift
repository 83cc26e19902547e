/// Runs the queues of an event plan one replication at a time, on a heap of arrivals.
///
/// When a job's turn in time comes its end is known at once: servers take jobs in the order of arrival, and
/// nobody who comes later can be earlier. What follows it is then pushed, never before the time reached.
struct EventRunner {
  private static let size = BlockRows.size

  private let plan: EventPlan
  private var lines: [ServerLine]
  private var heap = ArrivalHeap()
  private let taskOfRank: [Int]
  /// First draw of each task among ``days``, and one past the last.
  private let firstDraw: [Int]
  /// A row a draw.
  private var days: [Double]
  /// A row a task: what is known of its start, then its end.
  private var times: [Double]
  private var waitsFor: [Int]
  private var ready: [Int] = []

  init(_ plan: EventPlan) {
    self.plan = plan
    lines = plan.servers.map(ServerLine.init(count:))
    let jobs = plan.tasks.indices.filter { plan.tasks[$0].queue >= 0 }
    taskOfRank = jobs.sorted { plan.tasks[$0].rank < plan.tasks[$1].rank }
    var draws = [0]
    for task in plan.tasks { draws.append(draws[draws.count - 1] + task.draws.count) }
    firstDraw = draws
    days = [Double](repeating: 0, count: draws[draws.count - 1] * Self.size)
    times = [Double](repeating: 0, count: plan.tasks.count * Self.size)
    waitsFor = plan.tasks.map(\.waitsFor)
  }

  mutating func run(_ rows: inout BlockRows, program: borrowing Program, block: Int) {
    load(&rows, program: program, block: block)
    for replication in 0..<Self.size { run(replication, calendars: program.calendars) }
    for (index, task) in plan.tasks.enumerated() {
      rows.load(times, at: index * Self.size, into: task.row)
    }
  }

  private mutating func load(_ rows: inout BlockRows, program: borrowing Program, block: Int) {
    for (index, task) in plan.tasks.enumerated() {
      times.set(from: index * Self.size, to: rows[task.row])
      for (number, draw) in task.draws.enumerated() {
        let draw = program.draws[draw]
        rows.draw(draw, law: program.laws[draw.law], block: block)
        days.set(from: (firstDraw[index] + number) * Self.size, to: rows.days)
      }
    }
  }

  private mutating func run(_ replication: Int, calendars: [SeasonCalendar]) {
    for index in lines.indices { lines[index].reset() }
    for index in waitsFor.indices {
      waitsFor[index] = plan.tasks[index].waitsFor
      if waitsFor[index] == 0 { ready.append(index) }
    }
    while true {
      while let task = ready.popLast() { begin(task, replication, calendars) }
      guard let key = heap.pop() else { break }
      let task = taskOfRank[ArrivalKey.rank(key)]
      serve(task, replication, calendars)
      release(task, replication)
    }
  }

  /// Sends a job to its queue; all else goes on at once, and so do those who never come.
  private mutating func begin(_ task: Int, _ replication: Int, _ calendars: [SeasonCalendar]) {
    let place = task * Self.size + replication
    if plan.tasks[task].queue >= 0, times[place] < .infinity {
      heap.push(ArrivalKey.make(time: times[place], rank: plan.tasks[task].rank))
      return
    }
    if plan.tasks[task].queue < 0 {
      for draw in firstDraw[task]..<firstDraw[task + 1] {
        times[place] = end(of: draw, from: times[place], task, replication, calendars)
      }
    }
    release(task, replication)
  }

  private mutating func serve(_ task: Int, _ replication: Int, _ calendars: [SeasonCalendar]) {
    let arrival = times[task * Self.size + replication]
    let queue = plan.tasks[task].queue
    var done = arrival
    for draw in firstDraw[task]..<firstDraw[task + 1] {
      let start = max(arrival, lines[queue].earliest)
      let end = end(of: draw, from: start, task, replication, calendars)
      lines[queue].hold(until: end)
      done = max(done, end)
    }
    times[task * Self.size + replication] = done
  }

  private func end(
    of draw: Int, from start: Double, _ task: Int, _ replication: Int, _ calendars: [SeasonCalendar]
  ) -> Double {
    let work = days[draw * Self.size + replication]
    let calendar = plan.tasks[task].calendar
    return calendar < 0 ? start + work : calendars[calendar].finish(start: start, work: work)
  }

  /// Tells those who wait for a task that it has ended.
  private mutating func release(_ task: Int, _ replication: Int) {
    let end = times[task * Self.size + replication]
    for next in plan.tasks[task].next {
      let place = next * Self.size + replication
      times[place] = max(times[place], end)
      waitsFor[next] -= 1
      if waitsFor[next] == 0 { ready.append(next) }
    }
  }
}
