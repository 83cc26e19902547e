/// A law on finitely many values, ready to be drawn from: limits on words in place of probabilities.
struct StepTable: Sendable {
  private let values: [Double]
  /// For each value, the words below which it or a lower one is drawn, out of 2³².
  private let limits: [UInt64]
  /// For each run of words that share their first bits, the value of the first of them.
  ///
  /// At least eight runs a value, so that few have a limit inside them and a search hardly ever takes a step.
  private let firsts: [Int]
  private let shift: UInt32

  init(_ steps: Steps, shift: Double) {
    let limits = steps.cumulative.map { UInt64(($0 * 0x1p32).rounded()) }
    let bits = max(8, min(24, 3 + Int.bitWidth - limits.count.leadingZeroBitCount))
    self.shift = UInt32(32 - bits)
    self.limits = limits
    values = steps.values.map { $0 + shift }
    firsts = Self.firsts(limits, bits: bits)
  }

  private static func firsts(_ limits: [UInt64], bits: Int) -> [Int] {
    var value = 0
    return (0..<1 << bits).map { run in
      let word = UInt64(run) << UInt64(32 - bits)
      while word >= limits[value] { value += 1 }
      return value
    }
  }

  /// The lowest value whose limit lies above the word.
  @inline(__always)
  func value(word: UInt32) -> Double {
    var value = firsts[Int(truncatingIfNeeded: word &>> shift)]
    while UInt64(word) >= limits[value] { value &+= 1 }
    return values[value]
  }
}
