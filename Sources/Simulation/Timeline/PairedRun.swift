/// What a block came to, replication by replication, for comparing two plans under the same luck.
struct BlockOutcomes {
  /// By need of the plan, then replication, in ``CoveragePlan/gapPart``.
  var gaps: [Int64]
  /// First day of full coverage by need, then replication; the horizon for never.
  var firstFull: [Int32]
  /// Whether the standard is met, by mission, then replication.
  var isMet: [Bool]
  /// By standard, then replication, as coverage times 2²⁴.
  var headline: [Int64]
  /// Of all needs, weighted, by replication.
  var weightedGaps: [Int64]
}

/// Sums of a figure's differences between two runs over replications, and of their squares.
struct DifferenceSums: Sendable, Equatable {
  var sum: Int64 = 0
  var squares: UInt128 = 0

  @inline(__always)
  mutating func add(_ difference: Int64) {
    sum &+= difference
    squares &+= UInt128(difference.magnitude) * UInt128(difference.magnitude)
  }

  mutating func add(_ other: DifferenceSums) {
    sum &+= other.sum
    squares &+= other.squares
  }

  /// Mean and its standard error; the error of a single number is not known and given as 0.
  func estimate(count: Int, perOne: Double) -> Estimate {
    Estimate(
      mean: Double(sum) / (Double(count) * perOne),
      standardError: standardError(count: count, perOne: perOne) ?? 0)
  }

  /// Standard error of the mean difference; `nil` for a single replication, of which it is not known.
  func standardError(count: Int, perOne: Double) -> Double? {
    guard count > 1 else { return nil }
    let n = Double(count)
    // Exact, so that it is 0 where all are equal.
    let spread = UInt128(count) * squares - UInt128(sum.magnitude) * UInt128(sum.magnitude)
    return (Double(spread) / (n * n * (n - 1))).squareRoot() / perOne
  }
}

/// Counts of two plans that were run under the same luck, and of their differences.
struct PairedCounts: MergeableCounts {
  var first: Tally
  var second: Tally
  /// By pair of needs, second less first.
  var gaps: [DifferenceSums]
  /// By pair of needs, then pair of standards: full by then, 1 or 0.
  var full: [DifferenceSums]
  /// By pair of missions: standard met, 1 or 0.
  var met: [DifferenceSums]
  /// By pair of standards.
  var headline: [DifferenceSums]
  /// Of the sum of all weighted gaps, coarsely.
  var weighted = DifferenceSums()

  mutating func merge(_ other: PairedCounts) {
    first.merge(other.first)
    second.merge(other.second)
    for index in gaps.indices { gaps[index].add(other.gaps[index]) }
    for index in full.indices { full[index].add(other.full[index]) }
    for index in met.indices { met[index].add(other.met[index]) }
    for index in headline.indices { headline[index].add(other.headline[index]) }
    weighted.add(other.weighted)
  }
}

/// Which figures of two plans are the same figure: by position in each.
struct Pairing: Sendable {
  var needs: [(Int, Int)]
  var missions: [(Int, Int)]
  var standards: [(Int, Int)]
  /// Days of each pair of needs' standards, on which full coverage is asked for: by need, then standard.
  var deadlines: [(Int, Int)]
}

/// Runs two plans block by block under the same luck.
struct PairedWorker: BlockWorker {
  private static let size = BlockRows.size
  private var first: Worker
  private var second: Worker
  private let pairing: Pairing
  private var paired: PairedCounts

  init(_ first: Worker, _ second: Worker, _ pairing: Pairing) {
    self.first = first
    self.second = second
    self.pairing = pairing
    func sums(_ count: Int) -> [DifferenceSums] { Array(repeating: DifferenceSums(), count: count) }
    paired = PairedCounts(
      first: first.counts, second: second.counts, gaps: sums(pairing.needs.count),
      full: sums(pairing.deadlines.count), met: sums(pairing.missions.count),
      headline: sums(pairing.standards.count))
  }

  var counts: PairedCounts {
    var counts = paired
    (counts.first, counts.second) = (first.counts, second.counts)
    return counts
  }

  mutating func run(block: Int, counting replications: Int) {
    first.run(block: block, counting: replications)
    second.run(block: block, counting: replications)
    let (one, other) = (first.block, second.block)
    for replication in 0..<replications { count(replication, one, other) }
  }

  private mutating func count(_ replication: Int, _ one: BlockOutcomes, _ other: BlockOutcomes) {
    let size = Self.size
    for (number, (left, right)) in pairing.needs.enumerated() {
      paired.gaps[number].add(other.gaps[right * size + replication] - one.gaps[left * size + replication])
      let (leftDay, rightDay) = (
        one.firstFull[left * size + replication], other.firstFull[right * size + replication]
      )
      let standards = pairing.standards.count
      for place in number * standards..<(number + 1) * standards {
        let (leftLast, rightLast) = pairing.deadlines[place]
        paired.full[place].add((Int(rightDay) <= rightLast ? 1 : 0) - (Int(leftDay) <= leftLast ? 1 : 0))
      }
    }
    for (number, (left, right)) in pairing.missions.enumerated() {
      paired.met[number].add(
        (other.isMet[right * size + replication] ? 1 : 0) - (one.isMet[left * size + replication] ? 1 : 0))
    }
    for (number, (left, right)) in pairing.standards.enumerated() {
      paired.headline[number].add(
        (other.headline[right * size + replication] >> 24) - (one.headline[left * size + replication] >> 24))
    }
    paired.weighted.add(other.weightedGaps[replication] - one.weightedGaps[replication])
  }
}
