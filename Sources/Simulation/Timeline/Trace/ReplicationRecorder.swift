/// Runs one replication with the worker that runs the crowd, and writes down what happens.
struct ReplicationRecorder: MarkedRun {
  private let graph: ActivityGraph
  private let activityOfCheck: [Int]
  private let seed: UInt64
  var worker: Worker
  /// Within its block.
  private let number: Int
  private(set) var record: ReplicationRecord

  /// Runs it.
  init(_ replication: Int, builder: ProgramBuilder, worker: Worker) {
    graph = builder.graph
    activityOfCheck = builder.activityOfCheck
    seed = builder.seed
    self.worker = worker
    number = replication % BlockRows.size
    record = ReplicationRecord(activities: graph.activities.count)
    runSteps(ofBlock: replication / BlockRows.size)
  }

  /// When each part of each unit is there.
  var days: UnitDays { worker.days }

  /// Day of the crisis after the scenario's day zero.
  var triggerDay: Double {
    let trigger = worker.program.trigger
    return trigger < 0 ? 0 : value(of: trigger, turn: .first)
  }

  /// Whether a pledge's own word is kept.
  func isKept(_ pledge: Pledge) -> Bool {
    let key = StreamKey(seed: seed, name: pledge.id)
    let word = worker.rows.word(key: key, stream: Program.comes, visit: 0, replication: number)
    return WordThreshold(pledge.probability).isMet(by: word)
  }

  /// How long a unit stays before it is withdrawn; `nil` where it is not.
  func stay(of unit: Int) -> Double? {
    for step in worker.program.steps {
      if case .arriveForAStay(unit, _, let draw) = step { return value(of: draw, turn: .first) }
    }
    return nil
  }

  private func value(of draw: Int, turn: Turn) -> Double {
    worker.rows.value(
      of: worker.program.draws[draw], turn: turn, replication: number, program: worker.program)
  }

  private func work(_ draws: Range<Int>, turn: Turn) -> Double {
    draws.reduce(0) { $0 + value(of: $1, turn: turn) }
  }

  // MARK: Step by step

  mutating func run(_ step: Program.Step, number: Int) {
    switch step {
    case .serve(let queue): serve(queue)
    case .runEvents: runEvents()
    default: worker.run(step)
    }
  }

  mutating func take(_ mark: Program.Mark) {
    let time = worker.rows[mark.row][number]
    switch mark.moment {
    case .gate: record.gates[mark.subject] = time
    case .start: record.doings.append(ReplicationRecord.Doing(activity: mark.subject, start: time))
    case .end:
      let work = work(mark.draws, turn: .first)
      record.change(last: mark.subject) {
        $0.end = time
        $0.work = work
      }
      let check = activityOfCheck.firstIndex(of: mark.subject)
      if let check, time < .infinity { _ = meet(check, at: time, turn: .first) }
    case .settled: record.settled[mark.subject] = time
    }
  }

  private mutating func serve(_ queue: Int) {
    let jobs = worker.program.queues[queue].jobs
    var served: [(job: Int, service: ReplicationRecord.Service)] = []
    worker.queues[queue].tell(number, &worker.rows, program: worker.program) { job, from, until in
      served.append((job, ReplicationRecord.Service(from: from, until: until)))
    }
    for (job, service) in served {
      record.change(last: jobs[job].activity) { $0.services.append(service) }
    }
  }

  // MARK: Event by event

  private mutating func runEvents() {
    let notes = worker.events.tell(number, &worker.rows, &worker.days, program: worker.program)
    for note in notes { take(note) }
    for opening in worker.events.plan.gates.map(\.opening) {
      let gate = worker.program.openings[opening].gate
      if record.gates[gate] == nil { record.gates[gate] = .infinity }
    }
  }

  private mutating func take(_ note: EventNote) {
    let tasks = worker.events.plan.tasks
    switch note {
    case .begins(let task, let time, let turn):
      var doing = ReplicationRecord.Doing(activity: tasks[task].activity, start: time)
      doing.work = work(tasks[task].draws, turn: turn)
      record.doings.append(doing)
    case .served(let task, let from, let until):
      record.change(last: tasks[task].activity) {
        $0.services.append(ReplicationRecord.Service(from: from, until: until))
      }
    case .ends(let task, let time, let turn):
      let activity = tasks[task].activity
      record.change(last: activity) { $0.end = time }
      let check = tasks[task].check
      var after: TimeAfterRisks = (time, -1)
      if check >= 0, time < .infinity { after = meet(check, at: time, turn: turn) }
      record.settled[activity] = after.sentBackBy >= 0 ? .infinity : after.time
    case .opens(let opening, let day):
      record.gates[worker.program.openings[opening].gate] = day
    }
  }

  // MARK: Risk events

  /// Meets a check once more to hear what its risk events do; their luck hangs on names alone.
  private mutating func meet(_ check: Int, at time: Double, turn: Turn) -> TimeAfterRisks {
    var notes: [RiskNote] = []
    let after = worker.rows.meet(check, at: time, turn: turn, number, worker.program) { notes.append($0) }
    for note in notes { take(note) }
    return after
  }

  private mutating func take(_ note: RiskNote) {
    switch note {
    case .strikes(let check, let place, let time, let until):
      let activity = activityOfCheck[check]
      let risk = graph.activities[activity].risks[place].risk
      record.change(last: activity) {
        $0.strikes.append(ReplicationRecord.Strike(risk: risk, at: time, until: until))
      }
    case .redoes(let check, let place, let task, let from, let until, let work):
      let again = graph.activities[activityOfCheck[check]].risks[place].again
      var doing = ReplicationRecord.Doing(activity: again[task], start: from)
      (doing.end, doing.work) = (until, work)
      record.doings.append(doing)
    }
  }
}
