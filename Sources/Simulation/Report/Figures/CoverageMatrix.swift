/// Coverage of each need on standard days and in the plan, mission by capability.
package struct CoverageMatrix: Sendable {
  /// How far a need is met, read in one way.
  package enum Reading: Sendable, Equatable {
    /// So many days after the need's first, as it may really turn out: the mean.
    case day(Int)
    /// Over the need's days, if every pledge keeps its word.
    case plan
  }

  /// One need's readings.
  package struct Entry: Sendable {
    package var need: String
    /// In the order of ``readings``; `nil` where nothing is known.
    package var shares: [Double?]
  }

  package struct Column: Sendable {
    package var mission: String
    package var name: String
  }

  package struct Row: Sendable {
    package var name: String
    /// In the order of ``columns``; `nil` where the mission has no such need.
    package var entries: [Entry?]
  }

  package let readings: [Reading]
  /// Missions that need anything.
  package let columns: [Column]
  /// The largest weighted gap first.
  package let rows: [Row]

  /// Whether chance is told beside the plan.
  package var isTimed: Bool { readings.count > 1 }

  package init(_ result: RunResult) {
    let labels = Labels(result.scenario, result.wording)
    let gaps = GapRanking(result).gaps
    let readings = Self.readings(result)
    let columns = result.scenario.missions.filter { mission in
      gaps.contains { $0.plan.mission == mission.id }
    }
    let places = Dictionary(
      columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var order: [String: Int] = [:]
    var rows: [Row] = []
    for gap in gaps {
      guard let column = places[gap.plan.mission] else { continue }
      let name = labels.need(gap.need)
      let row = order[name] ?? rows.count
      if row == rows.count {
        order[name] = row
        rows.append(Row(name: name, entries: Array(repeating: nil, count: columns.count)))
      }
      let start = max(0, labels.need(withId: gap.need)?.from ?? 0)
      rows[row].entries[column] = Entry(
        need: gap.need, shares: readings.map { Self.share(of: gap, start: start, $0) })
    }
    self.readings = readings
    self.columns = columns.map { Column(mission: $0.id, name: $0.name) }
    self.rows = rows
  }

  private static func readings(_ result: RunResult) -> [Reading] {
    guard result.timeline != nil else { return [.plan] }
    let standards = result.scenario.simulation.standards
    let early = standards.filter { $0 <= 90 }
    return (early.isEmpty ? Array(standards.prefix(3)) : early.suffix(3)).map { .day($0) } + [.plan]
  }

  private static func share(of gap: GapRanking.Gap, start: Int, _ reading: Reading) -> Double? {
    switch reading {
    case .plan: gap.plan.coverage
    case .day(let days):
      gap.timeline?.coverageByDay.last { $0.day <= start + days }?.coverage.mean
    }
  }
}
