/// Finds the last to arrive of each need, in all replications of a block; all that never come are.
struct LastUnits {
  private static let size = BlockRows.size

  /// Of each need with units that are not in place: its entries, each with its cause.
  private let needs: [[(entry: PlanEntry, cause: Int)]]
  /// By entry of a need, then replication: the day, never last, then the time of day.
  private var moments: [Int64]
  private var latest = [Int64](repeating: 0, count: size)

  init(entries: [PlanEntry], causes: [Int?]) {
    var places: [Int: Int] = [:]
    var needs: [[(entry: PlanEntry, cause: Int)]] = []
    for (entry, cause) in zip(entries, causes) {
      guard let cause else { continue }
      let place = places[entry.need] ?? needs.count
      if place == needs.count { needs.append([]) }
      places[entry.need] = place
      needs[place].append((entry, cause))
    }
    self.needs = needs
    moments = [Int64](repeating: 0, count: (needs.map(\.count).max() ?? 0) * Self.size)
  }

  /// Counts in some replications whether an entry is among the last; each is there in all of them.
  mutating func count(_ days: borrowing UnitDays, _ counted: ReplicationSet, _ tally: inout CauseTally) {
    let all = counted.count
    for entries in needs {
      if entries.count == 1 {
        tally.shares[entries[0].cause].add(met: all, all: all)
        continue
      }
      for number in latest.indices { latest[number] = 0 }
      for (place, (entry, _)) in entries.enumerated() {
        Self.find(entry, days, &moments, at: place * Self.size, &latest)
      }
      for (place, (_, cause)) in entries.enumerated() {
        let isLast = ReplicationSet(moments, at: place * Self.size, equals: latest)
        tally.shares[cause].add(met: isLast.intersection(counted).count, all: all)
      }
    }
  }

  @inline(never)
  private static func find(
    _ entry: PlanEntry, _ days: borrowing UnitDays, _ moments: inout [Int64], at place: Int,
    _ latest: inout [Int64]
  ) {
    var moments = moments.mutableSpan
    var latest = latest.mutableSpan
    let (arrivals, times) = (days.arrivals.span, days.moments.span)
    for number in 0..<size { moments[place &+ number] = 0 }
    for part in entry.parts {
      for number in 0..<size {
        let day = arrivals[part &* size &+ number]
        let time = day == days.never ? 0 : times[part &* size &+ number]
        moments[place &+ number] = max(moments[place &+ number], Int64(day) &<< 32 | Int64(time))
      }
    }
    for number in 0..<size { latest[number] = max(latest[number], moments[place &+ number]) }
  }
}
