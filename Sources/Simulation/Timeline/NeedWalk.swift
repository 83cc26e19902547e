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

  init(
    _ need: borrowing CoveragePlan.NeedPlan, number: Int, table: PresenceTable, replications: Int,
    rowLength: Int, noted: Int
  ) {
    self.table = table
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
    _ keys: [Int32], _ levels: inout [Int32], _ notes: inout [UInt32], _ gaps: inout [Int64],
    _ firstFull: inout [Int32]
  ) {
    let row = number * Self.size
    precondition(replications <= Self.size && row + replications <= min(gaps.count, firstFull.count))
    precondition(noted + replications * table.rows.count * 2 <= notes.count)
    precondition(
      NeedEvents.places(table) <= keys.count && table.levels.allSatisfy { $0.place + end < levels.count })
    // Safe: keys and notes are as many as is checked above; a set is one of the table's, as the events of a need
    // have the bits of its own parts; and no event lies beyond the end of the need, so that no day is outside its
    // levels, which end after it.
    keys.withUnsafeBufferPointer { keys in
      table.levels.withUnsafeBufferPointer { sets in
        levels.withUnsafeMutableBufferPointer { levels in
          notes.withUnsafeMutableBufferPointer { notes in
            for replication in 0..<replications {
              let (gap, full) = walk(replication, keys, sets, levels, notes)
              gaps[row &+ replication] = gap
              firstFull[row &+ replication] = Int32(truncatingIfNeeded: full)
            }
          }
        }
      }
    }
  }

  /// In one replication; returns the gap and the first day of full coverage.
  @inline(__always)
  private func walk(
    _ replication: Int, _ keys: UnsafeBufferPointer<Int32>, _ sets: UnsafeBufferPointer<PresenceTable.Level>,
    _ levels: UnsafeMutableBufferPointer<Int32>, _ notes: UnsafeMutableBufferPointer<UInt32>
  ) -> (gap: Int64, full: Int) {
    let count = table.rows.count &* 2
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
    return (gap / CoveragePlan.gapPart, full < end ? full : never)
  }

  /// Counts the sums of coverage and of its squares by day, of a need whose levels do not tell them.
  func addSums(
    _ keys: [Int32], to sums: inout [Int64], _ squares: inout [UInt128], at first: Int
  ) {
    let keys = keys.span
    for replication in 0..<replications {
      var (present, level): (Int, Int64) = (0, table.levels[0].coverage)
      for event in 0..<table.rows.count * 2 {
        let (day, part) = NeedEvents.event(keys[NeedEvents.place(event, replication)])
        present ^= part
        let next = table.levels[present].coverage
        sums[first + day] &+= next - level
        squares[first + day] &+= UInt128(UInt64(next * next)) &- UInt128(UInt64(level * level))
        level = next
      }
    }
  }
}
