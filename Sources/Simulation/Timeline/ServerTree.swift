/// Many servers of several replications: of each the first that is free, found by comparisons alone.
///
/// A knock-out tournament in each replication: every node holds the server that lost there. When the winner is held
/// for longer, its way from leaf to top, which is known beforehand, is played again: nothing is left for the
/// processor to guess, and the cost of a job rises with the logarithm of the servers.
///
/// Source: D. Knuth, "The Art of Computer Programming", volume 3, section 5.4.1, the tree of losers.
struct ServerTree: Sendable {
  /// A power of two; leaves beyond the servers are never free.
  private let leaves: Int
  /// As all begin: the loser of each node, the first server of its right half.
  private let begin: (times: [Double], servers: [Int32])
  /// By replication, then node, from 1: when the loser is free, and who it is.
  private var times: [Double]
  private var servers: [Int32]
  /// By replication: the same of the winner.
  private var firstTimes: [Double]
  private var firstServers: [Int32]

  init(servers count: Int, columns: Int) {
    precondition(count > 1 && count <= Int(Int32.max))
    leaves = 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount)
    var (times, servers) = ([Double.infinity], [Int32(0)])
    for node in 1..<leaves {
      let height = leaves.trailingZeroBitCount - (Int.bitWidth - 1 - node.leadingZeroBitCount)
      let first = (2 * node + 1) << (height - 1) - leaves
      times.append(first < count ? -.infinity : .infinity)
      servers.append(Int32(first))
    }
    begin = (times, servers)
    self.times = Array((0..<columns).map { _ in times }.joined())
    self.servers = Array((0..<columns).map { _ in servers }.joined())
    firstTimes = [Double](repeating: -.infinity, count: columns)
    firstServers = [Int32](repeating: 0, count: columns)
  }

  /// All servers free.
  mutating func reset() {
    for column in firstTimes.indices {
      let range = column * leaves..<(column + 1) * leaves
      times.replaceSubrange(range, with: begin.times)
      servers.replaceSubrange(range, with: begin.servers)
      firstTimes[column] = -.infinity
      firstServers[column] = 0
    }
  }

  /// Serves one job of each replication; puts the ends in the place of the arrivals.
  mutating func serve(_ arrivals: inout [Double], _ works: [Double]) {
    Self.serve(&arrivals, works, &times, &servers, &firstTimes, &firstServers)
  }

  @inline(never)
  private static func serve(
    _ arrivals: inout [Double], _ works: [Double], _ times: inout [Double], _ servers: inout [Int32],
    _ firstTimes: inout [Double], _ firstServers: inout [Int32]
  ) {
    let count = arrivals.count
    precondition(works.count == count && firstTimes.count == count && firstServers.count == count)
    let leaves = times.count / count
    let works = works.span
    var arrivals = arrivals.mutableSpan
    var firstTimes = firstTimes.mutableSpan
    var firstServers = firstServers.mutableSpan
    // Safe: a server is below `leaves`, so every node on its way is, and there are so many for each replication.
    times.withUnsafeMutableBufferPointer { times in
      servers.withUnsafeMutableBufferPointer { servers in
        for column in 0..<count {
          var time = later(arrivals[column], firstTimes[column]) + works[column]
          arrivals[column] = later(arrivals[column], time)
          var server = firstServers[column]
          var node = (leaves &+ Int(server)) &>> 1
          while node > 0 {
            let place = column &* leaves &+ node
            let (otherTime, other) = (times[place], servers[place])
            // By masks, so that there is no branch.
            let change = (server ^ other) & (otherTime < time ? -1 : 0)
            times[place] = later(time, otherTime)
            servers[place] = other ^ change
            time = otherTime < time ? otherTime : time
            server ^= change
            node &>>= 1
          }
          firstTimes[column] = time
          firstServers[column] = server
        }
      }
    }
  }
}
