/// Serves the jobs of a queue first come first served, replication by replication.
///
/// Needs all arrivals beforehand: for queues whose arrivals do not depend on their own departures.
struct QueueRunner {
  private static let size = BlockRows.size
  /// Up to so many jobs shifting is faster than a heap.
  private static let few = 48

  private let queue: Program.Queue
  private var line: ServerLine
  private var keys: [UInt64]
  private var heap = ArrivalHeap()
  /// A row a job: when it comes, then when it is done.
  private var times: [Double]
  /// A row a service, in the order of jobs.
  private var days: [Double]
  /// First service of each job, and one past the last.
  private let firstService: [Int]

  init(_ queue: Program.Queue) {
    self.queue = queue
    line = queue.line
    keys = [UInt64](repeating: 0, count: queue.jobs.count)
    var services = [0]
    for job in queue.jobs { services.append(services[services.count - 1] + job.draws.count) }
    firstService = services
    times = [Double](repeating: 0, count: queue.jobs.count * Self.size)
    days = [Double](repeating: 0, count: services[services.count - 1] * Self.size)
  }

  mutating func run(_ rows: inout BlockRows, program: borrowing Program) {
    load(&rows, program: program)
    for replication in 0..<Self.size { serve(replication, rows, program) { _, _, _ in } }
    for (index, job) in queue.jobs.enumerated() {
      rows.load(times, at: index * Self.size, into: job.row)
    }
  }

  /// Runs one replication of the block alone, exactly as the crowd does; `note` is told of each service: the
  /// job's number, and from when until when.
  mutating func tell(
    _ replication: Int, _ rows: inout BlockRows, program: borrowing Program,
    note: (Int, Double, Double) -> Void
  ) {
    load(&rows, program: program)
    serve(replication, rows, program, note)
    for (index, job) in queue.jobs.enumerated() {
      rows.load(times, at: index * Self.size, into: job.row)
    }
  }

  /// Runs all replications of the block as the crowd does; `note` is told of each service: the job's number, the
  /// replication's, and from when until when.
  mutating func tellAll(
    _ rows: inout BlockRows, program: borrowing Program, note: (Int, Int, Double, Double) -> Void
  ) {
    load(&rows, program: program)
    for replication in 0..<Self.size {
      serve(replication, rows, program) { note($0, replication, $1, $2) }
    }
    for (index, job) in queue.jobs.enumerated() {
      rows.load(times, at: index * Self.size, into: job.row)
    }
  }

  private mutating func load(_ rows: inout BlockRows, program: borrowing Program) {
    for (index, job) in queue.jobs.enumerated() {
      times.set(from: index * Self.size, to: rows[job.row])
      for (number, draw) in job.draws.enumerated() {
        let draw = program.draws[draw]
        rows.draw(draw, program: program)
        days.set(from: (firstService[index] + number) * Self.size, to: rows.days)
      }
    }
  }

  private mutating func sortKeys(_ count: Int) {
    if count <= Self.few { return ArrivalKey.sortFew(&keys, count: count) }
    for place in 0..<count { heap.push(keys[place]) }
    var place = 0
    while let key = heap.pop() {
      keys[place] = key
      place += 1
    }
  }

  /// Those who never come do not queue.
  ///
  /// Inlined, so that in the crowd nothing is left of `note`.
  @inline(__always)
  private mutating func serve(
    _ replication: Int, _ rows: borrowing BlockRows, _ program: borrowing Program,
    _ note: (Int, Double, Double) -> Void
  ) {
    var count = 0
    for job in queue.jobs.indices {
      let time = times[job * Self.size + replication]
      guard time < .infinity else { continue }
      keys[count] = ArrivalKey.make(time: time + program.leadDays, rank: job)
      count += 1
    }
    sortKeys(count)
    line.reset()
    for place in 0..<count {
      let job = ArrivalKey.rank(keys[place])
      let arrival = times[job * Self.size + replication]
      let calendar = queue.jobs[job].calendar
      var done = arrival
      for service in firstService[job]..<firstService[job + 1] {
        let start = line.start(at: arrival)
        let work = days[service * Self.size + replication]
        let end =
          calendar < 0
          ? start + work : rows.finish(program.calendars[calendar], start: start, work: work, replication)
        note(job, start, end)
        line.hold(until: end)
        done = max(done, end)
      }
      times[job * Self.size + replication] = done
    }
  }
}
