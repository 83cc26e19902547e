/// A law on finitely many values, ready to be drawn from: word limits in place of probabilities.
struct StepTable: Sendable {
  private let values: [Double]
  /// For each value, the words below which it, or a lower one, is drawn, out of 2³².
  private let limits: [UInt64]

  init(_ steps: Steps, shift: Double) {
    values = steps.values.map { $0 + shift }
    limits = steps.cumulative.map { UInt64(($0 * 0x1p32).rounded()) }
  }

  /// The lowest value whose limit lies above the word; found by halving.
  @inline(__always)
  func value(word: UInt32) -> Double {
    var (low, high) = (0, limits.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if UInt64(word) < limits[middle] { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }
}
