import Testing

import Simulation

@Suite("Draws of laws")
struct LawTests {
  /// Words that a row of draws must survive: the ends, the middle, the borders of octaves, and random ones.
  static let words: [UInt32] = {
    let powers = (0..<32).map { UInt32(1) << UInt32($0) }
    let borders = powers.flatMap { power in [power, power - 1, ~power] }
    let random = ReplicationWords.words(of: 0, key: StreamKey(seed: 1, name: "w"), stream: StreamName("w"))
    return [0, .max, .max - 1] + borders + random
  }()

  @Test("A draw alone is the same to the last bit as in a row", arguments: LawCases.all)
  func aloneAsInRow(shape: Distribution.Shape) {
    let law = Law(Distribution(shape, shift: 2.5))
    for count in [0, 1, 7, 256, Self.words.count] {
      let words = Array(Self.words.prefix(count))
      var row = [Double](repeating: .nan, count: count)
      var span = row.mutableSpan
      law.fill(&span, words: words.span)
      #expect(zip(row, words).allSatisfy { $0.bitPattern == law.value(word: $1).bitPattern })
    }
  }

  @Test(
    "A higher word never gives an earlier day, and every draw lies in the support", arguments: LawCases.all)
  func rising(shape: Distribution.Shape) {
    let distribution = Distribution(shape, shift: 2.5)
    let law = Law(distribution)
    let steps = stride(from: UInt64(0), through: 0xFFFF_FFFF, by: 65_521).map { UInt32($0) }
    let values = (Self.words + steps).sorted().map { law.value(word: $0) }
    // Two cells meet to the last places of their values, of which the largest here has 1e-12.
    for (left, right) in zip(values, values.dropFirst()) { #expect(right - left >= -1e-13 * abs(left)) }
    #expect(values.allSatisfy { distribution.support.contains($0) })
  }

  @Test(
    "The mean and variance of 262,144 draws are the law's, within 4 standard errors", arguments: LawCases.all)
  func sampleMoments(shape: Distribution.Shape) {
    let distribution = Distribution(shape, shift: 2.5)
    guard distribution.constant == nil else { return }
    let sample = Sample(draws(distribution, blocks: 1024, stream: "\(shape)"))
    #expect(sample.meanScore(distribution.mean) < 4)
    #expect(sample.varianceScore(distribution.variance) < 4)
  }

  @Test(
    "A share p of draws is no longer than the quantile of p, within 4 standard errors",
    arguments: LawCases.continuous)
  func sampleQuantiles(shape: Distribution.Shape) {
    let distribution = Distribution(shape)
    let values = draws(distribution, blocks: 1024, seed: 7, stream: "\(shape)")
    let count = Double(values.count)
    for p in [0.01, 0.1, 0.5, 0.8, 0.95, 0.999] {
      let limit = distribution.quantile(p)
      let share = values.reduce(0.0) { $0 + ($1 <= limit ? 1 : 0) } / count
      #expect(abs(share - p) < 4 * (p * (1 - p) / count).squareRoot(), "P\(p * 100)")
    }
  }

  @Test("Each value of a list or table is drawn as often as its probability says")
  func stepShares() {
    let table = Law(
      Distribution(
        .discrete([
          .init(value: 5, probability: 0.5), .init(value: 1, probability: 0.125),
          .init(value: 9, probability: 0.375),
        ])))
    // 2³² eighths: the limits are exact.
    #expect(table.value(word: 0x1FFF_FFFF) == 1)
    #expect(table.value(word: 0x2000_0000) == 5)
    #expect(table.value(word: 0x9FFF_FFFF) == 5)
    #expect(table.value(word: 0xA000_0000) == 9)
    let list = Law(Distribution(.empirical((0..<1000).map { Double($0) })))
    for value in 0..<1000 {
      let word = UInt32((UInt64(value) << 32) / 1000 + 100)
      #expect(list.value(word: word) == Double(value))
    }
  }

  @Test("The error of a mean falls as one over the root of the number of replications")
  func errorFalls() {
    // 64 means of 4 blocks and 64 of 64 blocks: the second spread 4 times smaller. The log of a ratio of two
    // such variances has a standard error of √(2/63 + 2/63).
    let values = draws(Distribution(.exponential(mean: 10)), blocks: 64 * 68, stream: "errors")
    func spread(_ values: ArraySlice<Double>, _ size: Int) -> Double {
      let starts = stride(from: values.startIndex, to: values.endIndex, by: size)
      return Sample(starts.map { values[$0..<$0 + size].reduce(0, +) / Double(size) }).variance
    }
    let few = spread(values[0..<64 * 4 * 256], 4 * 256)
    let many = spread(values[(64 * 4 * 256)...], 64 * 256)
    #expect(abs(Elementary.log(few / many) - Elementary.log(16)) < 4 * (4.0 / 63).squareRoot())
  }
}
