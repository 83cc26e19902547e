/// Words that move together: a Gaussian copula with one common factor.
///
/// The normal score of each word is `√ρ · common + √(1 − ρ) · own`, so that two words with the same common
/// score have the correlation ρ of their normals and, of their ranks, Spearman's `(6/π) · asin(ρ/2)`. The words
/// that come out are as even as those that go in: every law can be drawn from them.
package struct NormalCopula: Sendable, Hashable {
  private let commonWeight: Double
  private let ownWeight: Double

  /// - Parameter correlation: Of the normals, 0 … 1.
  package init(correlation: Double) {
    precondition((0...1).contains(correlation), "a correlation lies between 0 and 1 here")
    commonWeight = correlation.squareRoot()
    ownWeight = (1 - correlation).squareRoot()
  }

  /// Replaces words by those that move with the common scores; `scores` is room to work in.
  package func correlate(
    _ words: inout [UInt32], with common: [Double], scores: inout [Double]
  ) {
    NormalScores.fill(&scores, words: words)
    var moved = words.mutableSpan
    combine(&moved, with: common.span, own: scores.span)
  }

  @inline(never)
  private func combine(_ words: inout MutableSpan<UInt32>, with common: Span<Double>, own: Span<Double>) {
    precondition(common.count >= words.count && own.count >= words.count)
    for index in words.indices {
      words[index] = NormalScores.word(commonWeight * common[index] + ownWeight * own[index])
    }
  }

  /// The same for one word alone.
  package func correlated(_ word: UInt32, with common: Double) -> UInt32 {
    NormalScores.word(commonWeight * common + ownWeight * NormalScores.score(word))
  }
}

/// Normal scores of words, and back.
package enum NormalScores {
  private static let quantiles = QuantileTable { side in
    { StandardNormal.quantile(TailMass($0, from: side)) }
  }

  /// Beyond this score lies less than one word.
  private static let far = 6.5
  private static let cellsPerUnit = 64.0

  /// P(Z > z) in words, cell by cell from 0 on: the cubic that has its values and slopes at the borders.
  ///
  /// Off by less than 2e-10 of 1, a word at most.
  private static let tails: [SIMD4<Double>] = (0...Int(far * cellsPerUnit)).map { cell in
    let (start, end) = (Double(cell) / cellsPerUnit, Double(cell + 1) / cellsPerUnit)
    let (from, to) = (StandardNormal.upperTail(start), StandardNormal.upperTail(end))
    let slopes = (-StandardNormal.density(start) / cellsPerUnit, -StandardNormal.density(end) / cellsPerUnit)
    let rise = to - from
    return 0x1p32
      * SIMD4(from, slopes.0, 3 * rise - 2 * slopes.0 - slopes.1, slopes.0 + slopes.1 - 2 * rise)
  }

  /// The standard normal's quantile at each word.
  package static func fill(_ row: inout [Double], words: [UInt32]) {
    var span = row.mutableSpan
    fill(&span, words: words.span)
  }

  @inline(never)
  private static func fill(_ row: inout MutableSpan<Double>, words: Span<UInt32>) {
    precondition(row.count >= words.count)
    for index in words.indices { row[index] = score(words[index]) }
  }

  @inline(__always)
  package static func score(_ word: UInt32) -> Double { quantiles.value(at: QuantileTable.place(word)) }

  /// The word in whose 2⁻³² the probability below a score lies.
  @inline(__always)
  package static func word(_ score: Double) -> UInt32 {
    let place = min(score.magnitude, far) * cellsPerUnit
    let cell = Int(place)
    let f = place - Double(cell)
    let cubic = tails[cell]
    let tail = cubic.x + f * (cubic.y + f * (cubic.z + f * cubic.w))
    // Adding 2⁵² leaves the whole part in the last places.
    let word = UInt32(truncatingIfNeeded: (max(0, tail - 0.5) + 0x1p52).bitPattern)
    return score > 0 ? ~word : word
  }
}
