/// The cubic through four values of a quantile function on one cell, 0 to 1/8 wide.
///
/// The points are those of Lobatto's rule: the ends, so that neighbours meet, and the two at √⅕ of half the
/// width from the middle, so that errors cancel in the mean. Where a law is so steep that the cubic would turn
/// back between its points (a gamma law whose standard deviation is many times its mean), the line between
/// the ends takes its place: a draw never leaves the range of its cell.
struct CellCubic {
  /// Coefficients in rising powers.
  let coefficients: SIMD4<Double>
  /// The value at the far end: the first of the next cell.
  let end: Double

  static let width = 0.125
  private static let points = SIMD4(0, 0.03454915028125263, 0.09045084971874737, width)

  /// - Parameters:
  ///   - start: The value at 0.
  ///   - quantile: The function to follow; called at the other three points in rising order.
  init(_ start: Double, _ quantile: (Double) -> Double) {
    let x = Self.points
    let values = SIMD4(start, quantile(x.y), quantile(x.z), quantile(x.w))
    let cubic = Self.interpolation(values)
    let slope = (values.w - start) / Self.width
    end = values.w
    coefficients = Self.rises(slope < 0 ? -cubic : cubic) ? cubic : SIMD4(start, slope, 0, 0)
  }

  /// Newton's divided differences, then powers of x, as 0 is the first point.
  private static func interpolation(_ values: SIMD4<Double>) -> SIMD4<Double> {
    let x = points
    let first =
      SIMD3(values.y - values.x, values.z - values.y, values.w - values.z)
      / SIMD3(x.y, x.z - x.y, x.w - x.z)
    let second = SIMD2(first.y - first.x, first.z - first.y) / SIMD2(x.z, x.w - x.y)
    let third = (second.y - second.x) / x.w
    return SIMD4(
      values.x, first.x - x.y * second.x + x.y * x.z * third, second.x - (x.y + x.z) * third, third)
  }

  /// Whether a cubic falls nowhere on the cell: its slope is negative neither at the ends nor where it is least.
  private static func rises(_ cubic: SIMD4<Double>) -> Bool {
    func slope(_ f: Double) -> Double { cubic.y + f * (2 * cubic.z + f * (3 * cubic.w)) }
    let turn = -cubic.z / (3 * cubic.w)
    let least = turn > 0 && turn < width ? turn : 0
    return slope(0) >= 0 && slope(width) >= 0 && slope(least) >= 0
  }
}
