/// A gate that opens when a need's coverage first reaches a share, in the same replication.
struct CoverageOpening: Sendable {
  /// Index of the scenario's gate.
  var gate: Int
  /// The need's days within the horizon; empty where it has none.
  var days: Range<Int>
  /// What opens it, of ``CoveragePlan/full``.
  var level: Int64
  /// Of the units that come to the need.
  var parts: [CoveragePlan.Part]

  init(gate: Int, parts: [CoveragePlan.Part], scenario: Scenario) {
    self.gate = gate
    self.parts = parts
    (days, level) = (0..<0, 0)
    guard case .withCoverage(let id, let share) = scenario.gates[gate].opening,
      let need = scenario.needs.first(where: { $0.id == id })
    else { return }
    let start = max(0, need.from)
    days = start..<max(start, min(need.until, scenario.horizon.days))
    // So little below is rounding.
    level = Int64((share * Double(CoveragePlan.full)).rounded()) - Int64(parts.count)
  }

  /// Coverage reaches the level on the day: from its beginning the gate is open.
  func isReached(on day: Int, _ replication: Int, _ days: borrowing UnitDays) -> Bool {
    guard self.days.contains(day) else { return false }
    var present: Int64 = 0
    for place in parts.indices where days.isPresent(parts[place].row, on: day, replication) {
      present += parts[place].coverage
    }
    return present >= level
  }

  /// The first day on which it is open; infinite where it never opens.
  func day(_ replication: Int, _ days: borrowing UnitDays) -> Double {
    var first = Int.max
    for place in parts.indices {
      guard let day = comes(parts[place], replication, days), day < first else { continue }
      if isReached(on: day, replication, days) { first = day }
    }
    return first < Int.max ? Double(first) : .infinity
  }

  /// The day from which a part counts; `nil` where it never comes.
  func comes(_ part: CoveragePlan.Part, _ replication: Int, _ days: borrowing UnitDays) -> Int? {
    let arrival = days.arrivals[part.row * UnitDays.size + replication]
    return arrival < days.never ? max(self.days.lowerBound, Int(arrival)) : nil
  }
}

extension Gate {
  /// Whether it opens with a need's coverage, and not on a day.
  var waitsForCoverage: Bool {
    if case .withCoverage = opening { true } else { false }
  }
}
