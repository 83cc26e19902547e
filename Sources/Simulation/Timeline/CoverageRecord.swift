/// A need's coverage day by day, from the counts of its changes.
struct CoverageRecord {
  /// Among the plan's needs.
  let need: Int
  private let start: Int
  private let replications: Int
  private let levels: [Int64]
  /// By day; `nil` where they follow from the levels.
  private let sums: [Int64]?
  private let squares: [UInt128]?
  /// By level and day: in how many replications it is at the level.
  private let counts: [[Int32]]

  init(need: Int, plan: CoveragePlan, tally: Tally, replications: Int) {
    let layout = plan.needs[need]
    let rowLength = plan.horizon + 1
    func days(_ row: Int) -> Range<Int> { row + layout.start..<row + layout.end }
    self.need = need
    self.replications = replications
    start = layout.start
    levels = layout.levels.values
    sums = layout.sums.map { Self.running(tally.coverageSums[days($0)]) }
    squares = layout.sums.map { Self.running(tally.coverageSquares[days($0)]) }
    counts = levels.indices.map { level in
      // All begin with nothing; changes on the first day are among those counted.
      Self.running(
        tally.levels[days(layout.table + level * rowLength)], from: level == 0 ? Int32(replications) : 0)
    }
  }

  /// Coverage on one of the need's days.
  func coverage(on day: Int) -> NeedTimeline.DayCoverage {
    let index = day - start
    var coverage = NeedTimeline.DayCoverage(
      day: day,
      coverage: Statistics.estimate(
        sum: UInt128(sums?[index] ?? sum(on: index)), squares: squares?[index] ?? squares(on: index),
        count: replications,
        perOne: Double(CoveragePlan.full)),
      p10: level(10, on: index), p90: level(90, on: index))
    coverage.p10Interval = interval(10, on: index)
    coverage.p90Interval = interval(90, on: index)
    return coverage
  }

  private func sum(on index: Int) -> Int64 {
    zip(levels, counts).reduce(0) { $0 + $1.0 * Int64($1.1[index]) }
  }

  private func squares(on index: Int) -> UInt128 {
    zip(levels, counts).reduce(0) { $0 + UInt128($1.0 * $1.0) * UInt128($1.1[index]) }
  }

  /// How coverage is spread over the replications on one of the need's days.
  func spread(on day: Int) -> CoverageSpread {
    CoverageSpread(
      day: day,
      levels: zip(levels, counts).compactMap { level, counts in
        let count = Int(counts[day - start])
        guard count > 0 else { return nil }
        return CoverageSpread.Level(
          coverage: Double(level) / Double(CoveragePlan.full), replications: count)
      })
  }

  private func level(_ percent: Int, on index: Int) -> Double {
    let column = counts.map { UInt32($0[index]) }
    let place = Statistics.quantile(percent, of: column, count: replications) ?? 0
    return Double(levels[place]) / Double(CoveragePlan.full)
  }

  /// Beyond the last replication it could be all that is required.
  private func interval(_ percent: Int, on index: Int) -> ShareInterval {
    let column = counts.map { UInt32($0[index]) }
    let places = Statistics.interval(percent, of: column, count: replications)
    func share(_ place: Int?) -> Double {
      place.map { Double(levels[$0]) / Double(CoveragePlan.full) } ?? 1
    }
    return ShareInterval(low: share(places.low), high: share(places.high))
  }

  private static func running<Count: FixedWidthInteger>(
    _ changes: ArraySlice<Count>, from first: Count = 0
  ) -> [Count] {
    var sum = first
    return changes.map { change in
      sum &+= change
      return sum
    }
  }
}
