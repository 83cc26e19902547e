import Testing

import Simulation

/// Sums and maxima of independent draws whose laws are known.
@Suite("Chains and meetings of stages, by direct sums")
struct ClosedFormTests {
  private static let blocks = 4096

  private static func stage(_ number: Int, seed: UInt64) -> [Double] {
    draws(Distribution(.exponential(mean: 10)), blocks: blocks, seed: seed, stream: "stage-\(number)")
  }

  @Test("Three exponential stages of mean 10 take 30 days on average, and 60 or less in 93.8031 %")
  func erlang() {
    let stages = (0..<3).map { Self.stage($0, seed: 31) }
    let totals = stages[0].indices.map { stages[0][$0] + stages[1][$0] + stages[2][$0] }
    let sample = Sample(totals)
    #expect(sample.meanScore(30) < 4)
    #expect(sample.varianceScore(300) < 4)
    let count = Double(totals.count)
    // 1 − e⁻⁶(1 + 6 + 18), and P90 53.2232.
    for (days, p) in [(60, 0.938031), (53.2232, 0.9)] {
      let share = totals.reduce(0.0) { $0 + ($1 <= days ? 1 : 0) } / count
      #expect(abs(share - p) < 4 * (p * (1 - p) / count).squareRoot())
    }
  }

  @Test(
    "The last of n exponential stages ends after the harmonic number of n, times the mean",
    arguments: [2, 4, 8])
  func maximum(number: Int) {
    let stages = (0..<number).map { Self.stage($0, seed: 32) }
    let ends = stages[0].indices.map { replication in
      stages.reduce(0) { max($0, $1[replication]) }
    }
    let harmonic = (1...number).reduce(0) { $0 + 1 / Double($1) }
    #expect(Sample(ends).meanScore(10 * harmonic) < 4)
  }
}
