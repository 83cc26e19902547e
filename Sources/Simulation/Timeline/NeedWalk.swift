/// Walks the events of a need with few parts in the order of days, and counts what they change.
struct NeedWalk {
  private static let size = UnitDays.size

  /// Its parts, and where the sets of them begin.
  private let parts: Int
  private let sets: Int
  private let number: Int
  private let start: Int
  private let end: Int
  private let never: Int
  private let replications: Int
  /// Where its events are noted for the mission.
  private let noted: Int

  init(
    _ need: CoverageLayout.Need, number: Int, replications: Int, rowLength: Int, noted: Int
  ) {
    (parts, sets) = (need.rows.count, need.sets)
    self.number = number
    self.replications = replications
    self.noted = noted
    (start, end, never) = (need.start, need.end, rowLength - 1)
  }

  /// Counts the levels by day, and notes events for the mission, gaps and the first days of full coverage.
  ///
  /// What lies beyond the need's days is counted on the day of their end, which nobody reads.
  @inline(never)
  func run(
    _ keys: [Int32], _ levelOf: [PresenceTable.Level], _ levels: inout [Int32], _ notes: inout [UInt32],
    _ gaps: inout [Int64], _ firstFull: inout [Int32]
  ) {
    let (keys, sets) = (keys.span, levelOf.span.extracting(sets..<sets + 1 << parts))
    let (count, row) = (parts &* 2, number &* Self.size)
    var levels = levels.mutableSpan
    var notes = notes.mutableSpan
    var gaps = gaps.mutableSpan
    var firstFull = firstFull.mutableSpan
    for replication in 0..<replications {
      let first = noted &+ replication &* count
      var (present, level, since) = (0, sets[0], start)
      var (covered, full) = (Int64(0), end)
      for event in 0..<count {
        let (day, part) = NeedEvents.event(keys[NeedEvents.place(event, replication)])
        present ^= part
        let next = sets[present]
        levels[level.place &+ day] &-= 1
        levels[next.place &+ day] &+= 1
        notes[first &+ event] = DayTable.event(day: day, present: present)
        covered &+= level.coverage &* Int64(day &- since)
        full = min(full, next.coverage == CoveragePlan.full ? day : end)
        (level, since) = (next, day)
      }
      covered &+= level.coverage &* Int64(end &- since)
      let gap = CoveragePlan.full &* Int64(end &- start) &- covered
      gaps[row &+ replication] = gap / CoveragePlan.gapPart
      firstFull[row &+ replication] = Int32(truncatingIfNeeded: full < end ? full : never)
    }
  }

  /// Counts the sums of coverage and of its squares by day, of a need whose levels do not tell them.
  func addSums(
    _ keys: [Int32], _ levelOf: [PresenceTable.Level], to sums: inout [Int64], _ squares: inout [UInt128],
    at first: Int
  ) {
    let (keys, sets) = (keys.span, levelOf.span.extracting(sets..<sets + 1 << parts))
    for replication in 0..<replications {
      var (present, level): (Int, Int64) = (0, sets[0].coverage)
      for event in 0..<parts * 2 {
        let (day, part) = NeedEvents.event(keys[NeedEvents.place(event, replication)])
        present ^= part
        let next = sets[present].coverage
        sums[first + day] &+= next - level
        squares[first + day] &+= UInt128(UInt64(next * next)) &- UInt128(UInt64(level * level))
        level = next
      }
    }
  }
}
