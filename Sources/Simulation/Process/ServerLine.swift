/// Carriers of a pool, or servers of a resource, that take what comes in turn.
///
/// Holds when each is free again, as a binary heap with the earliest first. Which of several that are free at
/// once takes a load makes no difference to any time.
package struct ServerLine: Sendable {
  private var free: [Double]

  /// - Parameter count: Servers; with none, nothing is ever served.
  package init(count: Int) {
    free = [Double](repeating: count > 0 ? -.infinity : .infinity, count: max(1, count))
  }

  /// All servers free.
  package mutating func reset() {
    guard free[0] < .infinity else { return }
    for index in free.indices { free[index] = -.infinity }
  }

  /// When the next server is free; infinite where there is none.
  package var earliest: Double {
    @inline(__always) get { free[0] }
  }

  /// Holds the server that is free first until `end`.
  @inline(__always)
  package mutating func hold(until end: Double) {
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
