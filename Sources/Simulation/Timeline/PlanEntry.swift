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
  mutating func count(_ entry: PlanEntry, number: Int, days: borrowing UnitDays, replications: Int) {
    let row = number * (Int(days.never) + 1)
    var sum: UInt64 = 0
    var squares: UInt64 = 0
    for replication in 0..<replications {
      var arrival: Int32 = 0
      var moment: Int32 = 0
      for part in entry.parts {
        arrival = max(arrival, days.arrivals[part * UnitDays.size + replication])
        moment = max(moment, days.moments[part * UnitDays.size + replication])
      }
      arrivals[row + Int(arrival)] &+= 1
      guard arrival < days.never else { continue }
      sum &+= UInt64(moment)
      squares &+= UInt64(moment) * UInt64(moment)
    }
    arrivalSums[number] += sum
    arrivalSquares[number] += UInt128(squares)
  }
}
