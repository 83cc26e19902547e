/// Sums of powers.
enum Polynomial {
  /// `c₀ + c₁x + c₂x² + …` by Horner's rule.
  @inline(__always)
  static func value(at x: Double, _ coefficients: [Double]) -> Double {
    var sum = 0.0
    for index in stride(from: coefficients.count - 1, through: 0, by: -1) {
      sum = sum * x + coefficients[index]
    }
    return sum
  }
}
