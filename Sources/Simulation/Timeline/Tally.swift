/// Everything that is counted, in whole numbers: merging is exact in any order, and memory does not grow with
/// replications.
///
/// A row by day has one entry for each day of the horizon and a last one for never.
struct Tally: MergeableCounts {
  /// Arrivals of each pledge at each of its needs, by day.
  var arrivals: [UInt32]
  /// In 1/1024 day, over those that come.
  var arrivalSums: [UInt64]
  var arrivalSquares: [UInt128]
  /// Changes, by need, level and day, of how many replications are at the level.
  var levels: [Int32]
  /// Changes by day of the sum of coverage, of needs whose levels do not tell it.
  var coverageSums: [Int64]
  /// The same of its squares, modulo 2¹²⁸.
  var coverageSquares: [UInt128]
  /// First day of full coverage, by need.
  var firstFull: [UInt32]
  /// By need, in ``CoveragePlan/gapPart`` days of coverage.
  var gaps: [UInt64]
  var gapSquares: [UInt128]
  /// Of all needs' gaps, weighted.
  var weightedGap: UInt128 = 0
  var weightedGapSquares: UInt128 = 0
  /// By mission.
  var firstArrivals: [UInt32]
  /// First day of each share, by mission and share.
  var shares: [UInt32]
  /// By mission.
  var standardMet: [UInt32]
  /// By standard, as coverage.
  var headlineSums: [UInt64]
  var headlineSquares: [UInt128]

  init(entries: Int, plan: CoveragePlan) {
    let days = plan.horizon + 1
    arrivals = Array(repeating: 0, count: entries * days)
    arrivalSums = Array(repeating: 0, count: entries)
    arrivalSquares = Array(repeating: 0, count: entries)
    levels = Array(repeating: 0, count: plan.tableSize)
    coverageSums = Array(repeating: 0, count: plan.sumsSize)
    coverageSquares = Array(repeating: 0, count: plan.sumsSize)
    firstFull = Array(repeating: 0, count: plan.needs.count * days)
    gaps = Array(repeating: 0, count: plan.needs.count)
    gapSquares = Array(repeating: 0, count: plan.needs.count)
    firstArrivals = Array(repeating: 0, count: plan.missions.count * days)
    shares = Array(repeating: 0, count: plan.missions.count * CoveragePlan.shares.count * days)
    standardMet = Array(repeating: 0, count: plan.missions.count)
    headlineSums = Array(repeating: 0, count: plan.standards.count)
    headlineSquares = Array(repeating: 0, count: plan.standards.count)
  }

  mutating func merge(_ other: Tally) {
    Self.add(other.arrivals, to: &arrivals)
    Self.add(other.arrivalSums, to: &arrivalSums)
    Self.add(other.arrivalSquares, to: &arrivalSquares)
    Self.add(other.levels, to: &levels)
    Self.add(other.coverageSums, to: &coverageSums)
    Self.add(other.coverageSquares, to: &coverageSquares)
    Self.add(other.firstFull, to: &firstFull)
    Self.add(other.gaps, to: &gaps)
    Self.add(other.gapSquares, to: &gapSquares)
    weightedGap &+= other.weightedGap
    weightedGapSquares &+= other.weightedGapSquares
    Self.add(other.firstArrivals, to: &firstArrivals)
    Self.add(other.shares, to: &shares)
    Self.add(other.standardMet, to: &standardMet)
    Self.add(other.headlineSums, to: &headlineSums)
    Self.add(other.headlineSquares, to: &headlineSquares)
  }

  private static func add<Count: FixedWidthInteger>(_ other: [Count], to sums: inout [Count]) {
    for index in sums.indices { sums[index] &+= other[index] }
  }
}
