import Testing

import Simulation

/// How true the tables of quantiles are.
///
/// Errors are measured against the mean. The bounds are about twice what the heaviest of the laws, a lognormal with
/// median 60 and P95 180, needs: its mean is off by less than a tenth of a second, and its worst draw by 20 seconds.
@Suite("Tables of quantiles")
struct QuantileTableTests {
  /// Words with the share of all words that each stands for.
  ///
  /// Each of the outermost words of both sides, then as many evenly spread ones per octave of tail mass.
  static let weightedWords: [(word: UInt32, weight: Double)] = {
    let perOctave = 1 << 13
    let outer = (0..<perOctave).map { (word: UInt32($0), weight: 0x1p-32) }
    let inner = (13..<31).flatMap { octave in
      (0..<perOctave).map { number in
        let width = 1 << (octave - 13)
        return (word: UInt32(1 << octave + number * width + width / 2), weight: Double(width) * 0x1p-32)
      }
    }
    return (outer + inner).flatMap { [$0, (word: ~$0.word, weight: $0.weight)] }
  }()

  @Test("The mean of a table is that of the law to 5e-9, its variance to 3e-7", arguments: LawCases.tabulated)
  func moments(shape: Distribution.Shape) {
    let distribution = Distribution(shape)
    let law = Law(distribution)
    let (mean, variance) = (distribution.mean, distribution.variance)
    var (first, second) = (0.0, 0.0)
    for (word, weight) in Self.weightedWords {
      let distance = law.value(word: word) - mean
      first += weight * distance
      second += weight * distance * distance
    }
    #expect(abs(first) < 5e-9 * mean)
    #expect(abs(second - variance) < 3e-7 * variance)
  }

  @Test("A draw is the exact quantile within 5e-6 of the mean, however rare", arguments: LawCases.tabulated)
  func worstError(shape: Distribution.Shape) {
    let distribution = Distribution(shape)
    let law = Law(distribution)
    // 37 places in each octave of tail mass, both sides.
    let lower = (5..<31).flatMap { octave in (0..<37).map { UInt32((1 << octave) + (($0 << octave) / 37)) } }
    let words = Array(0..<32 as Range<UInt32>) + lower
    for word in words + words.map({ ~$0 }) {
      let p = (Double(word) + 0.5) * 0x1p-32
      let error = abs(law.value(word: word) - distribution.quantile(p))
      #expect(error < 5e-6 * distribution.mean, "word \(word)")
    }
  }
}
