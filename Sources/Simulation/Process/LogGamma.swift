/// The gamma function's logarithm and the rest of Stirling's formula.
package enum LogGamma {
  static let halfLogTwoPi = 0.9189385332046728

  /// `log Γ(a)` for `a` above 0, with an absolute error of a few 1e-15 below 10 and a relative one above.
  package static func value(_ a: Double) -> Double {
    let (raised, product) = raised(a)
    let stirling = (raised - 0.5) * Elementary.log(raised) - raised + halfLogTwoPi
    return stirling + rest(raised) - Elementary.log(product)
  }

  /// `log Γ(a)` less Stirling's `(a − ½) log a − a + ½ log 2π`, for `a` above 0.
  package static func stirlingRest(_ a: Double) -> Double {
    guard a < 10 else { return rest(a) }
    return value(a) - ((a - 0.5) * Elementary.log(a) - a + halfLogTwoPi)
  }

  /// The first of a, a + 1, a + 2, … that is at least 10, and the product of those before it.
  private static func raised(_ a: Double) -> (Double, Double) {
    var (raised, product) = (a, 1.0)
    while raised < 10 {
      product *= raised
      raised += 1
    }
    return (raised, product)
  }

  /// Stirling's series to a⁻¹⁵, whose next term is below 1e-17 from 10 up.
  private static func rest(_ a: Double) -> Double {
    let inverse = 1 / a
    return inverse * Polynomial.value(at: inverse * inverse, bernoulli)
  }

  /// B₂ₖ / (2k(2k − 1)) for k from 1 to 8.
  private static let bernoulli: [Double] = [
    0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
    0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
  ]
}
