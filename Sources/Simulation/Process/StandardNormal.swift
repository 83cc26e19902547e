/// The normal law with mean 0 and standard deviation 1.
package enum StandardNormal {
  /// The 97.5th percentile: half the width of a 95 % interval, in standard errors.
  package static let quantile975 = 1.959963984540054
  /// The 95th percentile.
  package static let quantile95 = 1.6448536269514722

  static let inverseRootTwoPi = 0.3989422804014327

  /// The density at `z`.
  package static func density(_ z: Double) -> Double { inverseRootTwoPi * bell(z) }

  /// The probability of a value below `z`, with a relative error of a few 1e-16 however small it is.
  package static func cumulative(_ z: Double) -> Double { z > 0 ? 1 - upperTail(z) : upperTail(-z) }

  /// The probability of a value above `z`.
  package static func upperTail(_ z: Double) -> Double {
    guard z >= 0 else { return z.isNaN ? z : 1 - upperTail(-z) }
    guard z < 39 else { return 0 }
    return bell(z) * Polynomial.value(at: (z - 5) / (z + 5), millsRatio) / (1 + z)
  }

  /// The point beyond which, on its side, the tail has its mass.
  package static func quantile(_ tail: TailMass) -> Double {
    let z = lowerQuantile(tail.mass)
    return tail.side == .lower ? z : -z
  }

  /// `exp(−z²/2)`; the square is split in two, or its rounding would be seen in the far tail.
  private static func bell(_ z: Double) -> Double {
    guard abs(z) < 39 else { return 0 }
    let head = Double(Int(z * 16)) / 16
    return Elementary.exp(-0.5 * head * head) * Elementary.exp(-0.5 * (z - head) * (z + head))
  }

  /// (1 + z)·P(Z > z)·exp(z²/2) in powers of (z − 5)/(z + 5), for z ≥ 0: relative error 9e-17.
  ///
  /// The interpolating polynomial at 64 Chebyshev points, cut at degree 24; computed with 60 digits.
  private static let millsRatio: [Double] = [
    0.46151582985003775, -0.09155228183400904, 0.031030368425962847, 0.010002352385229382,
    -0.026401042966267253, 0.024536963243678652, -0.015170415403281224, 0.006522000667783896,
    -0.0016760723371645697, 7.791597409338999e-06, 0.00018233410307611755, -5.36075811148722e-05,
    -9.895946159334735e-06, 9.05982468125664e-06, -7.070628846317715e-08, -1.3074486019237587e-06,
    1.284479710649634e-07, 1.9627809920091187e-07, -2.688202129280215e-08, -3.095201755804207e-08,
    4.022493382168717e-09, 4.4011596227599254e-09, -4.327297110082094e-10, -3.815816262632953e-10,
    2.5086998016985133e-11,
  ]
}
