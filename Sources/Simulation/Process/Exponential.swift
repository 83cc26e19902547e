/// Elementary functions from + − × ÷ alone.
///
/// Those of a C library differ from one library and processor to the next in the last bit, and a last bit can
/// move an arrival by a day. These give the same bits everywhere.
package enum Elementary {
  static let log2High = 0x1.62e42fefp-1  // 32 leading bits of ln 2, so that k·log2High is exact for |k| < 2²⁰
  static let log2Low = 0x1.473de6af278edp-34  // ln 2 − log2High

  /// `e` to the power `x`, within one unit in the last place (rounded more coarsely below 1e-307).
  package static func exp(_ x: Double) -> Double {
    guard x < 709.782712893384 else { return x.isNaN ? x : .infinity }
    guard x > -745.2 else { return 0 }
    let (power, high, low) = reduced(x)
    let r = high - low
    return scaled(1 + (high + (r * r * secondOrder(r) - low)), by: power)
  }

  /// `eˣ − 1`, within two units in the last place, for small `x` too.
  package static func expMinusOne(_ x: Double) -> Double {
    guard abs(x) < 37 else { return exp(x) - 1 }
    let (power, high, low) = reduced(x)
    let r = high - low
    let grown = high + (r * r * secondOrder(r) - low)
    guard power != 0 else { return grown }
    let scale = scaled(1, by: power)
    return (scale - 1) + scale * grown
  }

  /// `eˣ − 1 − x`, never negative, and exact to a few units in the last place however small `x` is.
  package static func expMinusOneMinus(_ x: Double) -> Double {
    abs(x) < 0.35 ? x * x * secondOrder(x) : expMinusOne(x) - x
  }

  /// `x = power · ln 2 + high − low` with the rest at most ln 2 / 2 in size.
  @inline(__always)
  private static func reduced(_ x: Double) -> (power: Int, high: Double, low: Double) {
    // 1.5 · 2⁵² leaves no room for places after the point: adding it rounds.
    let power = (x * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52
    return (Int(power), x - power * log2High, power * log2Low)
  }

  /// `(eʳ − 1 − r) / r²` for |r| up to 0.36: the series Σ rᵏ / (k + 2)! to k = 13.
  @inline(__always)
  private static func secondOrder(_ r: Double) -> Double {
    let r2 = r * r
    let r4 = r2 * r2
    let first = (1 / 2.0 + r * (1 / 6.0)) + r2 * (1 / 24.0 + r * (1 / 120.0))
    let second = (1 / 720.0 + r * (1 / 5_040.0)) + r2 * (1 / 40_320.0 + r * (1 / 362_880.0))
    let third =
      (1 / 3_628_800.0 + r * (1 / 39_916_800.0)) + r2 * (1 / 479_001_600.0 + r * (1 / 6_227_020_800.0))
    let last = 1 / 87_178_291_200.0 + r * (1 / 1_307_674_368_000.0)
    return first + r4 * (second + r4 * (third + r4 * last))
  }

  /// `x · 2ᵖ` in two steps, as 2ᵖ alone may lie outside the range of numbers.
  @inline(__always)
  private static func scaled(_ x: Double, by power: Int) -> Double {
    let half = power / 2
    return x * powerOfTwo(half) * powerOfTwo(power - half)
  }

  @inline(__always)
  private static func powerOfTwo(_ power: Int) -> Double {
    Double(bitPattern: UInt64(1023 + power) << 52)
  }
}
