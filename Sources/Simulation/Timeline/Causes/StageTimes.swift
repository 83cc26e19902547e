/// When each activity of a plan begins and ends in every replication of one block: rows by activity.
///
/// Run by the crowd's worker; what is done again after a risk event counts in when an activity is settled, and
/// not among its waits.
struct StageTimes: MarkedRun {
  static let size = BlockRows.size

  let graph: ActivityGraph
  private let seasons: [SeasonShares?]
  /// Causes whose days ``seasonParts`` holds.
  let seasonCauses: [Int]
  /// The horizon.
  private let end: Double
  var worker: Worker
  /// When it could begin, or came to its queue; infinite for never.
  ///
  /// Of ``timed`` activities and of tasks.
  private(set) var starts: [[Double]]
  /// When what comes after it may go on, after risk events.
  ///
  /// Of tasks, and of those that a task waits for, or one that waits for more.
  private(set) var settled: [[Double]]
  /// When it was first served, where it queued.
  private(set) var served: [[Double]]
  /// Days that seasons take, by cause, in 1/1024 day: sums do not hang on the order of services.
  private(set) var seasonParts: [[UInt64]]
  /// By unit: where it gets ready.
  private(set) var isReady: [ReplicationSet]
  private(set) var last: LastEnds
  /// Activities that may wait for a gate or a queue.
  let waiting: [Int]
  /// Activities of tasks that wait for several things.
  private let joining: [Int]
  /// Activities whose own beginning or service something waits for, or that seasons may stretch.
  private let timed: [Bool]
  /// By the scenario's gate.
  private(set) var gates: [Int: [Double]] = [:]
  private var ready = [Double](repeating: 0, count: size)
  /// Of the queue that was run last.
  private var services: [(job: Int, number: Int, from: Double, until: Double)] = []

  init(builder: ProgramBuilder, worker: Worker, list: CauseList) {
    let activities = builder.graph.activities
    graph = builder.graph
    seasons = list.seasonsOf
    seasonCauses = Set(list.seasonsOf.flatMap { $0?.causes ?? [] }).sorted()
    end = builder.program.end
    self.worker = worker
    let tasks = Set(worker.events.plan.tasks.map(\.activity))
    let own = Set(worker.events.plan.tasks.filter { $0.turnOf < 0 }.map(\.activity))
    let timed = activities.map { $0.queue != nil || $0.season != nil }
    let waiting = activities.indices.filter { !activities[$0].gates.isEmpty || activities[$0].queue != nil }
    let joining = own.sorted().filter { activities[$0].after.count + activities[$0].gates.count > 1 }
    let awaited = Set((waiting + joining).flatMap { activities[$0].after })
    let never = [Double](repeating: .infinity, count: Self.size)
    starts = activities.indices.map { timed[$0] || tasks.contains($0) ? never : [] }
    settled = activities.indices.map { awaited.contains($0) || tasks.contains($0) ? never : [] }
    served = activities.indices.map { timed[$0] ? never : [] }
    (self.timed, self.waiting, self.joining) = (timed, waiting, joining)
    seasonParts = list.causes.map { _ in [UInt64](repeating: 0, count: Self.size) }
    isReady = [ReplicationSet](repeating: .none, count: (activities.map(\.unit).max() ?? -1) + 1)
    last = LastEnds(graph: builder.graph, program: worker.program)
    let grouped = worker.events.plan.gates.map { worker.program.openings[$0.opening].gate }
    for gate in grouped + worker.program.marks.filter({ $0.moment == .gate }).map(\.subject) {
      gates[gate] = never
    }
  }

  var days: UnitDays { worker.days }

  mutating func run(block: Int) {
    for activity in graph.activities.indices where timed[activity] { served[activity].fill(.infinity) }
    for cause in seasonCauses {
      for number in 0..<Self.size { seasonParts[cause][number] = 0 }
    }
    runSteps(ofBlock: block)
    for index in joining { findLast(before: index) }
  }

  mutating func run(_ step: Program.Step, number: Int) {
    switch step {
    case .serve(let queue): serve(queue)
    case .runEvents: runEvents()
    case .raise(let row, let source):
      guard last.isJoin(number) else { return worker.run(step) }
      let found = worker.rows.compareAndRaise(row, to: source)
      last.note(number, isLater: found.isLater, isLast: found.isLast)
    default: worker.run(step)
    }
  }

  /// Finds what a task waits for last, once all have been run.
  private mutating func findLast(before index: Int) {
    find(&ready, before: index)
    for (number, before) in graph.activities[index].after.enumerated() {
      var isLast = ReplicationSet(settled[before], equals: ready)
      for gate in graph.activities[index].gates {
        if let opens = gates[gate] { isLast.subtract(ReplicationSet(opens, isAbove: ready)) }
      }
      last.set(index, after: number, to: isLast)
    }
  }

  /// Finds when all that an activity waits for has ended.
  func find(_ ready: inout [Double], before index: Int) {
    ready.fill(-.infinity)
    for place in graph.activities[index].after.indices {
      ready.raise(to: settled[graph.activities[index].after[place]])
    }
  }

  /// Counts the block that was run last among all that a timeline counts.
  mutating func countTimeline(replications: Int) { worker.count(replications: replications) }

  /// What is counted so.
  var timeline: Tally { worker.counts }

  mutating func take(_ mark: Program.Mark) {
    let index = mark.subject
    switch mark.moment {
    case .gate:
      let row = worker.rows[mark.row]
      gates[index]?.set(to: row, at: 0)
    case .start:
      guard timed[index] else { return }
      starts[index].set(to: worker.rows.rows.span[mark.row], at: 0)
    case .settled:
      if graph.activities[index].kind == .arrival {
        isReady[graph.activities[index].unit] = ReplicationSet(finiteIn: worker.rows.rows.span[mark.row])
      }
      if !settled[index].isEmpty { settled[index].set(to: worker.rows.rows.span[mark.row], at: 0) }
    case .end:
      guard graph.activities[mark.subject].queue == nil, seasons[mark.subject] != nil else { return }
      let ends = worker.rows[mark.row]
      for number in 0..<Self.size {
        addSeasons(of: mark.subject, number, from: starts[mark.subject][number], until: ends[number])
      }
    }
  }

  private mutating func serve(_ queue: Int) {
    var services: [(job: Int, number: Int, from: Double, until: Double)] = []
    swap(&services, &self.services)
    services.removeAll(keepingCapacity: true)
    worker.queues[queue].tellAll(&worker.rows, program: worker.program) {
      services.append((job: $0, number: $1, from: $2, until: $3))
    }
    for service in services {
      let activity = worker.program.queues[queue].jobs[service.job].activity
      note(activity, service.number, service.from, service.until)
    }
    swap(&services, &self.services)
  }

  private mutating func note(_ activity: Int, _ number: Int, _ from: Double, _ until: Double) {
    served[activity][number] = min(served[activity][number], from)
    addSeasons(of: activity, number, from: from, until: until)
  }

  /// Days of work or service before the horizon.
  private mutating func addSeasons(
    of activity: Int, _ number: Int, from start: Double, until finish: Double
  ) {
    guard let shares = seasons[activity], start > -.infinity, start < end else { return }
    let shift = worker.rows.triggerDay(number)
    for (season, cause) in shares.causes.enumerated() {
      let days = shares.days(of: season, from: start + shift, until: min(finish, end) + shift)
      seasonParts[cause][number] += UInt64((max(0, days) * UnitDays.partsPerDay).rounded())
    }
  }

  private mutating func runEvents() {
    for gate in worker.events.plan.gates {
      let index = worker.program.openings[gate.opening].gate
      for number in 0..<Self.size { gates[index]?[number] = .infinity }
    }
    // What was done before and is only done again is known already.
    for task in worker.events.plan.tasks where task.turnOf < 0 {
      starts[task.activity].fill(.infinity)
      settled[task.activity].fill(.infinity)
    }
    let events = worker.events.tellAll(&worker.rows, &worker.days, program: worker.program)
    for (number, notes) in events.enumerated() { for event in notes { take(event, number) } }
    for task in worker.events.plan.tasks where graph.activities[task.activity].kind == .arrival {
      isReady[graph.activities[task.activity].unit] = ReplicationSet(finiteIn: settled[task.activity])
    }
  }

  private mutating func take(_ note: EventNote, _ number: Int) {
    switch note {
    case .begins(let task, let time, _) where worker.events.plan.tasks[task].turnOf < 0:
      starts[worker.events.plan.tasks[task].activity][number] = time
    case .served(let task, let from, let until) where worker.events.plan.tasks[task].turnOf < 0:
      self.note(worker.events.plan.tasks[task].activity, number, from, until)
    case .ends(let task, let time, let turn): end(task, at: time, turn, number)
    case .opens(let opening, let day): gates[worker.program.openings[opening].gate]?[number] = day
    default: break
    }
  }

  private mutating func end(_ index: Int, at time: Double, _ turn: Turn, _ number: Int) {
    let activity = worker.events.plan.tasks[index].activity
    let (turnOf, queue) = (worker.events.plan.tasks[index].turnOf, worker.events.plan.tasks[index].queue)
    let check = worker.events.plan.tasks[index].check
    if turnOf < 0, queue < 0 {
      addSeasons(of: activity, number, from: starts[activity][number], until: time)
    }
    guard check >= 0, time < .infinity else {
      settled[activity][number] = time
      return
    }
    let after = worker.rows.meet(check, at: time, turn: turn, number, worker.program)
    settled[activity][number] = after.sentBackBy >= 0 ? .infinity : after.time
  }
}
