/// Counts a need with a single part, which comes and goes at most once: no order has to be found.
struct NeedStays {
  private static let size = UnitDays.size

  private let levels: (without: PresenceTable.Level, with: PresenceTable.Level)
  private let row: Int
  private let start: Int
  private let end: Int
  private let never: Int
  private let replications: Int

  init(
    _ need: CoverageLayout.Need, number: Int,
    levels: (without: PresenceTable.Level, with: PresenceTable.Level),
    replications: Int, rowLength: Int
  ) {
    self.levels = levels
    row = number * Self.size
    self.replications = replications
    (start, end, never) = (need.start, need.end, rowLength - 1)
  }

  /// Counts the levels by day, and notes gaps and the first days of full coverage.
  ///
  /// Of a need that its part covers alone only when it goes: ``CountRepeats`` knows the rest.
  func run(
    _ from: [Int32], _ until: [Int32], _ counts: inout [Int32], _ gaps: inout [Int64],
    _ firstFull: inout [Int32]
  ) {
    let isFull = levels.with.coverage == CoveragePlan.full
    if isFull { countGoings(until, &counts) } else { count(from, until, &counts) }
    findGaps(from, until, &gaps)
    Self.find(from, before: isFull ? Int32(end) : 0, else: Int32(never), &firstFull, at: row)
  }

  /// The events, noted for a mission that has other needs, too.
  @inline(never)
  func note(_ from: [Int32], _ until: [Int32], _ notes: inout [UInt32], at first: Int) {
    let (from, until) = (from.span, until.span)
    var notes = notes.mutableSpan
    for replication in 0..<replications {
      notes[first &+ 2 &* replication] = DayTable.event(day: Int(from[replication]), present: 1)
      notes[first &+ 2 &* replication &+ 1] = DayTable.event(day: Int(until[replication]), present: 0)
    }
  }

  @inline(never)
  private func count(_ from: [Int32], _ until: [Int32], _ counts: inout [Int32]) {
    let (from, until) = (from.span, until.span)
    var counts = counts.mutableSpan
    for replication in 0..<replications {
      let (comes, goes) = (Int(from[replication]), Int(until[replication]))
      counts[levels.without.place &+ comes] &-= 1
      counts[levels.with.place &+ comes] &+= 1
      counts[levels.with.place &+ goes] &-= 1
      counts[levels.without.place &+ goes] &+= 1
    }
  }

  @inline(never)
  private func countGoings(_ until: [Int32], _ counts: inout [Int32]) {
    let until = until.span
    var counts = counts.mutableSpan
    for replication in 0..<replications { counts[levels.with.place &+ Int(until[replication])] &-= 1 }
  }

  @inline(never)
  private func findGaps(_ from: [Int32], _ until: [Int32], _ gaps: inout [Int64]) {
    let (from, until) = (from.span, until.span)
    var gaps = gaps.mutableSpan
    precondition(from.count >= Self.size && until.count >= Self.size && row <= gaps.count &- Self.size)
    let most = UInt64(CoveragePlan.full) &* UInt64(end - start)
    // At most full, so that the product is one of two halves.
    let coverage = UInt64(UInt32(levels.with.coverage))
    for replication in 0..<Self.size {
      let days = UInt64(UInt32(bitPattern: until[replication] &- from[replication]))
      let gap = (most &- coverage &* days) / UInt64(CoveragePlan.gapPart)
      gaps[row &+ replication] = Int64(bitPattern: gap)
    }
  }

  /// Days before one as they are, all others as another.
  @inline(never)
  static func find(
    _ days: [Int32], before end: Int32, else never: Int32, _ found: inout [Int32], at row: Int
  ) {
    let days = days.span
    var found = found.mutableSpan
    precondition(days.count >= size && row >= 0 && row <= found.count &- size)
    for replication in 0..<size {
      found[row &+ replication] = days[replication] < end ? days[replication] : never
    }
  }
}
