/// Finds the last to arrive of each need, in all replications of a block; all that never come are.
struct LastUnits {
  private static let size = BlockRows.size

  /// Of needs with units that are not in place, need by need.
  private let entries: [(parts: Range<Int>, cause: Int)]
  /// By need: its own among them.
  private let needs: [Range<Int>]
  /// By entry of a need, then replication: the day, never last, then the time of day.
  private var moments: [Int64]
  private var latest = [Int64](repeating: 0, count: size)

  init(entries: [PlanEntry], causes: [Int?]) {
    var places: [Int: Int] = [:]
    var groups: [[(parts: Range<Int>, cause: Int)]] = []
    for (entry, cause) in zip(entries, causes) {
      guard let cause else { continue }
      let place = places[entry.need] ?? groups.count
      if place == groups.count { groups.append([]) }
      places[entry.need] = place
      groups[place].append((entry.parts, cause))
    }
    self.entries = groups.flatMap(\.self)
    needs = groups.reduce(into: []) { ranges, group in
      let first = ranges.last?.upperBound ?? 0
      ranges.append(first..<first + group.count)
    }
    moments = [Int64](repeating: 0, count: (groups.map(\.count).max() ?? 0) * Self.size)
  }

  /// Counts in some replications whether an entry is among the last; each is there in all of them.
  mutating func count(_ days: borrowing UnitDays, _ counted: ReplicationSet, _ tally: inout CauseTally) {
    let all = counted.count
    for need in needs.indices {
      let own = needs[need]
      if own.count == 1 {
        tally.shares[entries[own.lowerBound].cause].add(met: all, all: all)
        continue
      }
      for number in latest.indices { latest[number] = 0 }
      for place in own {
        let row = (place - own.lowerBound) * Self.size
        Self.find(entries[place].parts, days, &moments, at: row, &latest)
      }
      for place in own {
        let row = (place - own.lowerBound) * Self.size
        let isLast = ReplicationSet(moments, at: row, equals: latest)
        tally.shares[entries[place].cause].add(met: isLast.intersection(counted).count, all: all)
      }
    }
  }

  @inline(never)
  private static func find(
    _ parts: Range<Int>, _ days: borrowing UnitDays, _ moments: inout [Int64], at place: Int,
    _ latest: inout [Int64]
  ) {
    var moments = moments.mutableSpan
    var latest = latest.mutableSpan
    let (arrivals, times) = (days.arrivals.span, days.moments.span)
    for number in 0..<size { moments[place &+ number] = 0 }
    for part in parts {
      for number in 0..<size {
        let day = arrivals[part &* size &+ number]
        let time = day == days.never ? 0 : times[part &* size &+ number]
        moments[place &+ number] = max(moments[place &+ number], Int64(day) &<< 32 | Int64(time))
      }
    }
    for number in 0..<size { latest[number] = max(latest[number], moments[place &+ number]) }
  }
}
