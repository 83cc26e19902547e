extension GammaLaw {
  /// Probability above a point, for shapes to ½ and points to about 1½ in units of the scale.
  ///
  /// Nearly everything then lies below, and 1 − P would have few digits left. With γ(a, x) by its series,
  ///
  ///     Γ(1 + a)·Q = (Γ(1 + a) − 1) − (xᵃ − 1) − xᵃ · Σ a(−x)ᵏ / (k!(a + k))
  ///
  /// - Parameters:
  ///   - x: The point.
  ///   - logX: Its logarithm, which keeps its digits where x has none.
  /// - Returns: Q, from 0 to 1.
  func smallShapeUpper(_ x: Double, logX: Double) -> Double {
    let logGamma = shape * Polynomial.value(at: 4 * shape - 1, Self.logGammaNearOne)
    let growth = Elementary.expMinusOne(shape * logX)
    let rest = Elementary.expMinusOne(logGamma) - growth - (1 + growth) * shape * alternating(x)
    return max(0, min(1, rest * Elementary.exp(-logGamma)))
  }

  /// Σ (−x)ᵏ / (k!(a + k)) from k = 1.
  private func alternating(_ x: Double) -> Double {
    var (power, sum, k) = (-x, -x / (shape + 1), 1.0)
    while power.magnitude > sum.magnitude * 0x1p-54 {
      k += 1
      power *= -x / k
      sum += power / (shape + k)
    }
    return sum
  }

  /// log Γ(1 + a) / a in powers of 4a − 1, for a from 0 to ½: relative error 2e-16.
  ///
  /// The interpolating polynomial at 60 Chebyshev points, cut at degree 16; computed with 50 digits.
  private static let logGammaNearOne: [Double] = [
    -0.3930873456872526, 0.16563381231098723, -0.015967667997598377, 0.0021370436482565265,
    -0.00032575197560731227, 5.3115626701035375e-05, -9.016006916841804e-06, 1.5712804665547746e-06,
    -2.789623711684023e-07, 5.021291374072116e-08, -9.135289597299692e-09, 1.6768644963703622e-09,
    -3.099004401245868e-10, 5.6977512228137665e-11, -1.062731161647417e-11, 2.3541246923689135e-12,
    -4.47959694738113e-13,
  ]
}
