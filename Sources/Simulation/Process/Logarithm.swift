extension Elementary {
  /// The natural logarithm of `x`, within one unit in the last place; −∞ at 0, NaN below.
  package static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    let normal = x < 0x1p-1022 ? x * 0x1p54 : x
    // Adding the distance from √½ to 1 moves the border between two exponents from 1 to √½.
    let bits = normal.bitPattern &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_667F_3BCD)
    let power = Int(bits >> 52) - 1023
    let f = Double(bitPattern: normal.bitPattern &- UInt64(bitPattern: Int64(power) << 52)) - 1
    let exponent = Double(x < 0x1p-1022 ? power - 54 : power)
    return exponent * log2High + (f + (logNearOne(f) + exponent * log2Low))
  }

  /// `log(1 + x)`, within two units in the last place, for small `x` too.
  package static func logOnePlus(_ x: Double) -> Double {
    if x > -0.29, x < 0.41 { return x + logNearOne(x) }
    let sum = 1 + x
    guard sum > 0, sum < .infinity else { return log(sum) }
    return log(sum) + (x - (sum - 1)) / sum
  }

  /// `log(1 + x) − x`, never positive, and exact to a few units in the last place however small `x` is.
  package static func logOnePlusMinus(_ x: Double) -> Double {
    x > -0.29 && x < 0.41 ? logNearOne(x) : logOnePlus(x) - x
  }

  /// `log(1 + f) − f` for 1 + f from √½ to √2.
  ///
  /// With s = f / (2 + f), log(1 + f) = 2s + ⅔s³ + …, and 2s = f − s·f.
  @inline(__always)
  private static func logNearOne(_ f: Double) -> Double {
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    let first = (2 / 3.0 + z * (2 / 5.0)) + z2 * (2 / 7.0 + z * (2 / 9.0))
    let second = (2 / 11.0 + z * (2 / 13.0)) + z2 * (2 / 15.0 + z * (2 / 17.0))
    let last = (2 / 19.0 + z * (2 / 21.0)) + z2 * (2 / 23.0)
    let z4 = z2 * z2
    return s * (z * (first + z4 * (second + z4 * last)) - f)
  }

  /// `x` to the power `y`, for positive `x`; its relative error grows with |y·log x|.
  package static func power(_ x: Double, _ y: Double) -> Double { exp(y * log(x)) }
}
