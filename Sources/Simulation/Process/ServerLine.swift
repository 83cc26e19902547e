/// Carriers of a pool, or servers of a resource, that take what comes in turn.
///
/// Holds when each is free again, as a binary heap with the earliest first. Which of several that are free at
/// once takes a load makes no difference to any time, but for those that leave.
package struct ServerLine: Sendable {
  /// A server that is there for a time: what it begins by then it ends.
  package struct Extra: Sendable, Equatable {
    package var from: Double
    package var until: Double

    package init(from: Double, until: Double) {
      self.from = from
      self.until = until
    }
  }

  private var free: [Double]
  /// The first to leave first.
  private let extras: [Extra]
  /// When each of them is free.
  private var extrasFree: [Double]
  /// The one that was found last, or -1 where that is the first of the heap.
  private var found = -1

  /// - Parameters:
  ///   - count: Servers that are always there; with none, and no others, nothing is ever served.
  ///   - extras: Servers that are there for a time.
  package init(count: Int, extras: [Extra] = []) {
    free = [Double](repeating: count > 0 ? -.infinity : .infinity, count: max(1, count))
    self.extras = extras.sorted { ($0.until, $0.from) < ($1.until, $1.from) }
    extrasFree = self.extras.map(\.from)
  }

  /// How many there are; `nil` where there are none, or some only for a time.
  var servers: Int? { extras.isEmpty && free[0] < .infinity ? free.count : nil }

  /// All servers free.
  package mutating func reset() {
    for index in extras.indices { extrasFree[index] = extras[index].from }
    guard free[0] < .infinity else { return }
    for index in free.indices { free[index] = -.infinity }
  }

  /// When one that comes at `time` is served; infinite where there is nobody to serve it.
  ///
  /// Of those who could begin at once the one that leaves first does.
  @inline(__always)
  package mutating func start(at time: Double) -> Double {
    extras.isEmpty ? max(time, free[0]) : startAmongAll(at: time)
  }

  private mutating func startAmongAll(at time: Double) -> Double {
    found = -1
    var first = max(time, free[0])
    var foundIt = false
    for index in extras.indices {
      let start = max(time, extrasFree[index])
      guard start < extras[index].until, foundIt ? start < first : start <= first else { continue }
      (first, found, foundIt) = (start, index, true)
    }
    return first
  }

  /// Holds the server that was found last until `end`.
  @inline(__always)
  package mutating func hold(until end: Double) {
    if found >= 0 {
      extrasFree[found] = end
      found = -1
      return
    }
    var place = 0
    while true {
      var child = 2 &* place &+ 1
      guard child < free.count else { break }
      if child &+ 1 < free.count, free[child &+ 1] < free[child] { child &+= 1 }
      guard free[child] < end else { break }
      free[place] = free[child]
      place = child
    }
    free[place] = end
  }
}
