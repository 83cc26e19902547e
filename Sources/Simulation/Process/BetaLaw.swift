/// The beta law on 0 … 1, in the coordinate y = log(x / (1 − x)).
package struct BetaLaw: LogConcaveLaw {
  let first: Double
  let second: Double
  private let logScale: Double

  /// - Parameters:
  ///   - first: The shape at 0, above 0.
  ///   - second: The shape at 1, above 0.
  package init(first: Double, second: Double) {
    self.first = first
    self.second = second
    logScale = LogGamma.value(first + second) - LogGamma.value(first) - LogGamma.value(second)
  }

  package var middle: Double { Elementary.log(first / second) }

  package func point(at y: Double) -> LawPoint {
    let below = Self.share(at: y)
    let above = Self.share(at: -y)
    let density = density(at: y)
    let slope = first * above - second * below
    if below * (first + second + 2) < first + 1 {
      let lower = min(1, density * Self.fraction(below, first, second) / first)
      return LawPoint(lower: lower, upper: 1 - lower, density: density, slope: slope)
    }
    let upper = min(1, density * Self.fraction(above, second, first) / second)
    return LawPoint(lower: 1 - upper, upper: upper, density: density, slope: slope)
  }

  /// The point of 0 … 1 at a coordinate: 1 / (1 + e⁻ʸ), without loss of digits near 0.
  package static func share(at y: Double) -> Double {
    y > 0 ? 1 / (1 + Elementary.exp(-y)) : Elementary.exp(y) / (1 + Elementary.exp(y))
  }

  private func density(at y: Double) -> Double {
    let near = y > 0 ? -second * y : first * y
    return Elementary.exp(logScale + near - (first + second) * Elementary.logOnePlus(Elementary.exp(-abs(y))))
  }

  /// The continued fraction of the incomplete beta function, by the modified Lentz method.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, 8.17(v).
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var c = 1.0
    var d = 1 / (1 - (a + b) * x / (a + 1))
    var value = d
    for n in 1..<10_000 {
      let m = Double(n)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / (1 + even * d)
      c = 1 + even / c
      value *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / (1 + odd * d)
      c = 1 + odd / c
      value *= c * d
      if abs(c * d - 1) < 0x1p-52 { break }
    }
    return value
  }
}
