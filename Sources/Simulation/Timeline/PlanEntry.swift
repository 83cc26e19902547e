/// One pledge at one need: all its units there, however often requested.
struct PlanEntry: Sendable {
  /// Index in the scenario.
  var pledge: Int
  /// Index in the scenario.
  var need: Int
  /// Neighbours among the parts of the plan's units.
  var parts: Range<Int>

  /// In order of pledge and need.
  static func entries(of units: [PlannedUnit], parts: UnitParts) -> [PlanEntry] {
    units.indices.reduce(into: []) { entries, index in
      if let last = entries.last, last.pledge == units[index].pledge, last.need == units[index].need {
        entries[entries.count - 1].parts = last.parts.lowerBound..<parts.rows[index].upperBound
      } else {
        entries.append(
          PlanEntry(pledge: units[index].pledge, need: units[index].need, parts: parts.rows[index]))
      }
    }
  }
}

extension Tally {
  /// Counts when all of an entry's units are there: the arrival of the last part of them.
  mutating func count(
    _ entry: PlanEntry, number: Int, days: borrowing UnitDays, latest: inout LatestDays, replications: Int
  ) {
    let row = number * (Int(days.never) + 1)
    let sums: (sum: UInt64, squares: UInt64)
    if entry.parts.count == 1 {
      let first = entry.parts.lowerBound * UnitDays.size
      Self.count(days.arrivals, at: first, replications: replications, into: &arrivals, at: row)
      sums = Self.sums(days.moments, of: days.arrivals, at: first, replications, before: days.never)
    } else {
      latest.find(entry.parts, days)
      Self.count(latest.arrivals, at: 0, replications: replications, into: &arrivals, at: row)
      sums = Self.sums(latest.moments, of: latest.arrivals, at: 0, replications, before: days.never)
    }
    arrivalSums[number] += sums.sum
    arrivalSquares[number] += UInt128(sums.squares)
  }

  /// Counts days in a row by day.
  @inline(never)
  static func count(
    _ days: [Int32], at first: Int, replications: Int, into counts: inout [UInt32], at row: Int
  ) {
    let days = days.span
    var counts = counts.mutableSpan
    for replication in 0..<replications { counts[row &+ Int(days[first &+ replication])] &+= 1 }
  }

  /// The sum of moments, and of their squares, over those that come.
  @inline(never)
  private static func sums(
    _ moments: [Int32], of days: [Int32], at first: Int, _ replications: Int, before never: Int32
  ) -> (sum: UInt64, squares: UInt64) {
    let (moments, days) = (moments.span, days.span)
    precondition(
      first >= 0 && replications <= UnitDays.size && first <= moments.count &- UnitDays.size
        && first <= days.count &- UnitDays.size)
    var (sum, squares): (UInt64, UInt64) = (0, 0)
    for replication in 0..<replications {
      let moment = UInt64(
        UInt32(bitPattern: days[first &+ replication] < never ? moments[first &+ replication] : 0))
      sum &+= moment
      squares &+= moment &* moment
    }
    return (sum, squares)
  }
}
