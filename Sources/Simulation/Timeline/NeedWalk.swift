/// Walks the events of a need with few parts in the order of days, and counts what they change.
struct NeedWalk {
  private static let size = UnitDays.size

  private let table: PresenceTable
  private let number: Int
  private let start: Int
  private let end: Int
  private let never: Int
  private let replications: Int
  /// Where its events are noted for the mission.
  private let noted: Int
  /// Where its sums by day begin, or -1.
  private let sums: Int

  init(
    _ need: borrowing CoveragePlan.NeedPlan, number: Int, table: PresenceTable, replications: Int,
    rowLength: Int, noted: Int
  ) {
    self.table = table
    self.number = number
    self.replications = replications
    self.noted = noted
    (start, end, never) = (need.start, need.end, rowLength - 1)
    sums = need.sums ?? -1
  }

  /// Counts the levels by day, and notes events for the mission, gaps and the first days of full coverage.
  ///
  /// What lies beyond the need's days is counted on the day of their end, which nobody reads.
  @inline(never)
  func run(
    _ keys: [Float], _ levels: inout [Int32], _ daySums: inout [Int64], _ daySquares: inout [UInt128],
    _ notes: inout [UInt32], _ gaps: inout [Int64], _ firstFull: inout [Int32]
  ) {
    let (keys, coverage, places) = (keys.span, table.coverage.span, table.places.span)
    let count = table.rows.count * 2
    var levels = levels.mutableSpan
    var gaps = gaps.mutableSpan
    var firstFull = firstFull.mutableSpan
    var daySums = daySums.mutableSpan
    var daySquares = daySquares.mutableSpan
    var notes = notes.mutableSpan
    for replication in 0..<replications {
      var (present, level, place, since) = (0, Int64(0), places[0], start)
      var (covered, full) = (Int64(0), end)
      for event in 0..<count {
        let (day, part) = NeedEvents.event(keys, event, replication)
        present ^= part
        let (next, nextPlace) = (coverage[present], places[present])
        levels[place &+ day] &-= 1
        levels[nextPlace &+ day] &+= 1
        notes[noted &+ replication &* count &+ event] = MissionShares.event(day: day, present: present)
        covered &+= level &* Int64(day &- since)
        if sums >= 0 {
          daySums[sums &+ day] &+= next &- level
          daySquares[sums &+ day] &+= UInt128(UInt64(next &* next)) &- UInt128(UInt64(level &* level))
        }
        full = min(full, next == CoveragePlan.full ? day : end)
        (level, place, since) = (next, nextPlace, day)
      }
      covered &+= level &* Int64(end &- since)
      let gap = CoveragePlan.full &* Int64(end &- start) &- covered
      gaps[number &* Self.size &+ replication] = gap / CoveragePlan.gapPart
      firstFull[number &* Self.size &+ replication] = Int32(truncatingIfNeeded: full < end ? full : never)
    }
  }
}
