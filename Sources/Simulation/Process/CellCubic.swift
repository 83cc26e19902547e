/// The cubic through four values of a quantile function on one cell, 0 to 1/8 wide.
///
/// Both ends are among the points, so that neighbours meet; the inner two are where the error is then
/// smallest: at ±(√2 − 1) of half the width from the middle.
struct CellCubic {
  let coefficients: SIMD4<Double>
  /// The value at the far end: the first of the next cell.
  let end: Double

  private static let points = SIMD4(0, 0.036611652351681556, 0.08838834764831845, 0.125)

  /// - Parameters:
  ///   - start: The value at 0.
  ///   - quantile: The function to follow; called at the other three points in rising order.
  init(_ start: Double, _ quantile: (Double) -> Double) {
    let x = Self.points
    let values = SIMD4(start, quantile(x.y), quantile(x.z), quantile(x.w))
    end = values.w
    // Newton's divided differences, then powers of x: 0 is the first point.
    let first =
      SIMD3(values.y - values.x, values.z - values.y, values.w - values.z)
      / SIMD3(x.y, x.z - x.y, x.w - x.z)
    let second = SIMD2(first.y - first.x, first.z - first.y) / SIMD2(x.z, x.w - x.y)
    let third = (second.y - second.x) / x.w
    coefficients = SIMD4(
      values.x, first.x - x.y * second.x + x.y * x.z * third, second.x - (x.y + x.z) * third, third)
  }
}
