/// Serves jobs of one service each, several replications side by side.
///
/// Few servers of a replication are kept in the order in which they are free: the first takes who comes next,
/// and its end is put in its place among the others by comparisons alone. Many are kept in a ``ServerTree``.
struct ServerLanes: Sendable {
  /// In order.
  private static let mostServers = 8

  private let columns: Int
  private let jobs: Int
  /// By server, then replication; empty where there is a tree.
  private var free: [Double]
  private var tree: ServerTree?
  /// By replication: who is served, when it comes, and how long it takes.
  private var places: [Int]
  private var times: [Double]
  private var works: [Double]

  /// `nil` where there are servers who leave, seasons, or jobs of several services.
  init?(_ queue: Program.Queue, columns: Int) {
    guard let servers = queue.line.servers,
      queue.jobs.allSatisfy({ $0.draws.count == 1 && $0.calendar < 0 })
    else { return nil }
    self.columns = columns
    jobs = queue.jobs.count
    // Servers beyond the jobs never serve.
    let most = min(servers, max(1, jobs))
    tree = most > Self.mostServers ? ServerTree(servers: most, columns: columns) : nil
    free = [Double](repeating: 0, count: tree == nil ? most * columns : 0)
    places = [Int](repeating: 0, count: columns)
    times = [Double](repeating: 0, count: columns)
    works = times
  }

  /// Serves the jobs whose keys are in order, of the replications from `first` on.
  mutating func serve(_ keys: [Double], from first: Int, _ times: inout [Double], _ days: [Double]) {
    for server in free.indices { free[server] = -.infinity }
    tree?.reset()
    for place in 0..<jobs {
      Self.gather(
        keys, at: place * (columns + 8), first, times, days, &places, &self.times, &works)
      if tree?.serve(&self.times, works) == nil { Self.serve(&self.times, works, &free) }
      Self.scatter(self.times, places, &times)
    }
  }
}

// One loop, one job: the compiler vectorises them only so.
extension ServerLanes {
  @inline(never)
  private static func gather(
    _ keys: [Double], at row: Int, _ first: Int, _ times: [Double], _ days: [Double],
    _ places: inout [Int], _ arrivals: inout [Double], _ works: inout [Double]
  ) {
    let (keys, times, days) = (keys.span, times.span, days.span)
    var places = places.mutableSpan
    var arrivals = arrivals.mutableSpan
    var works = works.mutableSpan
    for column in places.indices {
      let job = ArrivalKey.rank(keys[row &+ column].bitPattern)
      let place = job &* QueueRunner.rowStride &+ first &+ column
      places[column] = place
      arrivals[column] = times[place]
      works[column] = days[place]
    }
  }

  /// Puts the ends in the place of the arrivals.
  @inline(never)
  private static func serve(_ times: inout [Double], _ works: [Double], _ free: inout [Double]) {
    let works = works.span
    var times = times.mutableSpan
    var free = free.mutableSpan
    let count = times.count
    precondition(works.count == count && free.count >= count)
    let last = free.count &- count
    for column in 0..<count {
      let end = later(times[column], free[column]) + works[column]
      times[column] = later(times[column], end)
      free[column] = end
    }
    for server in stride(from: 0, to: last, by: count) {
      for column in 0..<count {
        let (one, other) = (free[server &+ column], free[server &+ count &+ column])
        free[server &+ column] = one < other ? one : other
        free[server &+ count &+ column] = later(one, other)
      }
    }
  }

  @inline(never)
  private static func scatter(_ ends: [Double], _ places: [Int], _ times: inout [Double]) {
    let (ends, places) = (ends.span, places.span)
    var times = times.mutableSpan
    for column in places.indices { times[places[column]] = ends[column] }
  }
}
