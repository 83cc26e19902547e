/// The gamma law with mean 1, in the coordinate y = log x.
///
/// A draw is exp(y). In this coordinate its density is exp(−a(eʸ − 1 − y)) up to a constant: no figure that
/// grows with the shape a is ever subtracted from another, so that a shape of 10⁹ costs no digits.
package struct GammaLaw: LogConcaveLaw {
  let shape: Double
  private let peak: Double

  /// - Parameter shape: Above 0: (mean / standard deviation)².
  package init(shape: Double) {
    self.shape = shape
    let root = (shape * 0.15915494309189535).squareRoot()
    peak = root * Elementary.exp(-LogGamma.stirlingRest(shape))
  }

  package var middle: Double { 0 }

  package func point(at y: Double) -> LawPoint {
    let x = shape * Elementary.exp(y)
    let density = density(at: y)
    let (lower, upper) = tails(at: y, x: x, density: density)
    return LawPoint(lower: lower, upper: upper, density: density, slope: -shape * Elementary.expMinusOne(y))
  }

  func density(at y: Double) -> Double { peak * Elementary.exp(-shape * Elementary.expMinusOneMinus(y)) }

  private func tails(at y: Double, x: Double, density: Double) -> (lower: Double, upper: Double) {
    if shape > 1000 { return wideTails(at: y) }
    if x < shape + 1 {
      let lower = min(1, density * series(x))
      guard lower > 0.5, shape < 0.5 else { return (lower, 1 - lower) }
      return (lower, smallShapeUpper(x, logX: y + Elementary.log(shape)))
    }
    let upper = min(1, density * fraction(x))
    return (1 - upper, upper)
  }

  /// Both tails where the series would need more than a few hundred terms.
  private func wideTails(at y: Double) -> (lower: Double, upper: Double) {
    // Along this length the exponent falls by 40 if its curvature, shape · eʸ at y, shrinks by a quarter.
    let slope = (shape * Elementary.expMinusOne(y)).magnitude
    let curvature = 0.75 * shape * Elementary.exp(y)
    let length = 80 / (slope + (slope * slope + 80 * curvature).squareRoot())
    let tail = TailIntegral.mass(from: y, length: y < 0 ? -length : length, of: density)
    return y < 0 ? (tail, 1 - tail) : (1 - tail, tail)
  }

  /// Σ xⁿ / (a(a + 1)…(a + n)).
  private func series(_ x: Double) -> Double {
    var (term, sum, divisor) = (1 / shape, 1 / shape, shape)
    while term > sum * 0x1p-54 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }

  /// Legendre's continued fraction of eˣx⁻ᵃΓ(a, x), by the modified Lentz method.
  private func fraction(_ x: Double) -> Double {
    var b = x + 1 - shape
    var c = 0x1p300
    var d = 1 / b
    var value = d
    for n in 1..<10_000 {
      let numerator = -Double(n) * (Double(n) - shape)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      value *= c * d
      if abs(c * d - 1) < 0x1p-52 { break }
    }
    return value
  }
}
