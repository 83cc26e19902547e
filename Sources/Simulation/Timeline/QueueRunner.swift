/// Serves the jobs of a queue first come first served, all replications of a block side by side.
///
/// Needs all arrivals beforehand: for queues whose arrivals do not depend on their own departures.
struct QueueRunner {
  static let size = BlockRows.size
  /// Rows a power of two apart would share few places of the processor's cache.
  static let rowStride = size + 8

  let queue: Program.Queue
  var line: ServerLine
  private let network: SortingNetwork
  /// Replications that are sorted at once: so many that their keys stay close to the processor.
  private let columns: Int
  /// By place in the queue, then replication of those sorted at once.
  var keys: [Double]
  /// A row a job: when it comes, then when it is done.
  var times: [Double]
  /// A row a service, in the order of jobs.
  var days: [Double]
  /// First service of each job, and one past the last.
  let firstService: [Int]
  /// When each server is free, in order, then what else is reckoned for each replication.
  var lanes: ServerLanes?

  init(_ queue: Program.Queue) {
    self.queue = queue
    line = queue.line
    network = SortingNetwork(count: queue.jobs.count)
    columns = queue.jobs.count <= 32 ? 64 : queue.jobs.count <= 128 ? 32 : 8
    keys = [Double](repeating: 0, count: queue.jobs.count * (columns + 8))
    var services = [0]
    for job in queue.jobs { services.append(services[services.count - 1] + job.draws.count) }
    firstService = services
    times = [Double](repeating: 0, count: queue.jobs.count * Self.rowStride)
    days = [Double](repeating: 0, count: services[services.count - 1] * Self.rowStride)
    lanes = ServerLanes(queue, columns: columns)
  }

  mutating func run(_ rows: inout BlockRows, program: borrowing Program) {
    guard lanes != nil else { return tellAll(&rows, program: program) { _, _, _, _ in } }
    load(&rows, program: program)
    for first in stride(from: 0, to: Self.size, by: columns) {
      sort(from: first, leadDays: program.leadDays)
      lanes?.serve(keys, from: first, &times, days)
    }
    store(&rows)
  }

  /// Runs all replications of the block as the crowd does; `note` is told of each service: the job's number, the
  /// replication's, and from when until when.
  @inline(__always)
  mutating func tellAll(
    _ rows: inout BlockRows, program: borrowing Program, note: (Int, Int, Double, Double) -> Void
  ) {
    load(&rows, program: program)
    for first in stride(from: 0, to: Self.size, by: columns) {
      sort(from: first, leadDays: program.leadDays)
      for column in 0..<columns {
        serve(column, of: first + column, rows, program) { note($0, first + column, $1, $2) }
      }
    }
    store(&rows)
  }

  /// Runs one replication of the block alone, exactly as the crowd does; `note` is told of each service: the
  /// job's number, and from when until when.
  mutating func tell(
    _ replication: Int, _ rows: inout BlockRows, program: borrowing Program,
    note: (Int, Double, Double) -> Void
  ) {
    load(&rows, program: program)
    let first = replication / columns * columns
    sort(from: first, leadDays: program.leadDays)
    serve(replication - first, of: replication, rows, program, note)
    store(&rows)
  }

  private mutating func load(_ rows: inout BlockRows, program: borrowing Program) {
    for index in queue.jobs.indices {
      let job = queue.jobs[index]
      times.set(from: index * Self.rowStride, to: rows.rows.span[job.row])
      for draw in job.draws {
        rows.draw(program.draws[draw], program: program)
        let service = firstService[index] + draw - job.draws.lowerBound
        days.set(from: service * Self.rowStride, to: rows.days)
      }
    }
  }

  private func store(_ rows: inout BlockRows) {
    for index in queue.jobs.indices {
      rows.load(times, at: index * Self.rowStride, into: queue.jobs[index].row)
    }
  }

  /// Puts the jobs of some replications in the order in which they come.
  private mutating func sort(from first: Int, leadDays: Double) {
    for job in queue.jobs.indices {
      Self.encode(
        times, at: job * Self.rowStride + first, rank: job, leadDays: leadDays, columns: columns, to: job,
        &keys)
    }
    Self.sort(&keys, network, columns: columns)
  }

  @inline(never)
  private static func encode(
    _ times: [Double], at first: Int, rank: Int, leadDays: Double, columns: Int, to place: Int,
    _ keys: inout [Double]
  ) {
    let times = times.span
    var keys = keys.mutableSpan
    let target = place * (columns + 8)
    precondition(first >= 0 && columns >= 0 && first <= times.count &- columns)
    precondition(target >= 0 && target <= keys.count &- columns)
    for column in 0..<columns {
      // A key is a number even where the time is not finite, and comes last.
      let time = min(times[first &+ column], 0x1p1000)
      keys[target &+ column] = Double(bitPattern: ArrivalKey.make(time: time + leadDays, rank: rank))
    }
  }

  @inline(never)
  private static func sort(_ keys: inout [Double], _ network: SortingNetwork, columns: Int) {
    network.sort(&keys, columns: columns, stride: columns + 8)
  }

  /// Those who never come do not queue.
  ///
  /// Inlined, so that in the crowd nothing is left of `note`.
  @inline(__always)
  private mutating func serve(
    _ column: Int, of replication: Int, _ rows: borrowing BlockRows, _ program: borrowing Program,
    _ note: (Int, Double, Double) -> Void
  ) {
    line.reset()
    for place in queue.jobs.indices {
      let job = ArrivalKey.rank(keys[place * (columns + 8) + column].bitPattern)
      let arrival = times[job * Self.rowStride + replication]
      guard arrival < .infinity else { return }
      let calendar = queue.jobs[job].calendar
      var done = arrival
      for service in firstService[job]..<firstService[job + 1] {
        let start = line.start(at: arrival)
        let work = days[service * Self.rowStride + replication]
        let end =
          calendar < 0
          ? start + work
          : rows.finish(program.calendars.span[calendar], start: start, work: work, replication)
        note(job, start, end)
        line.hold(until: end)
        done = max(done, end)
      }
      times[job * Self.rowStride + replication] = done
    }
  }
}
