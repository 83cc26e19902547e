/// A point of the curve that an optimum follows while one row's bound moves.
package struct CurvePoint: Sendable, Equatable {
  /// The row's bound.
  package var bound: Double
  /// The optimum at that bound.
  package var objective: Double
  /// Change of the optimum per unit of the bound from here to the next point; 0 at the last.
  package var slope: Double
}

extension RelaxationSession {
  /// The exact curve of the optimum while a row's bound goes from one value to another: its ends and every
  /// breakpoint between, in rising order.
  ///
  /// The curve is convex and made of straight pieces. Prices at two bounds give a line each that the curve
  /// cannot go below; where the lines meet, the curve either touches them, and that is a breakpoint, or shows
  /// a piece more. That takes about two solves a breakpoint, and degenerate optima, whose prices may be those
  /// of either side, do not mislead it.
  ///
  /// The bound that moves is the row's upper one, or its lower one where it has no upper. The program is left
  /// as it was.
  ///
  /// - Returns: The points; `nil` where the session's `stop` came first.
  /// - Throws: ``SolverFailure``, among others where the program contradicts itself on the way.
  package mutating func parametricCurve(
    row: Int, from: Double, to: Double
  ) throws(SolverFailure) -> [CurvePoint]? {
    let (lower, upper) = (program.rows[row].lower, program.rows[row].upper)
    do {
      let supports = try supports(row: row, from: from, to: to)
      try apply(.row(row, lower: lower, upper: upper))
      return supports.map { CurvePoint.corners(of: $0) }
    } catch {
      try apply(.row(row, lower: lower, upper: upper))
      throw error
    }
  }

  /// Points of the curve, in rising order, between which it is straight.
  private mutating func supports(
    row: Int, from: Double, to: Double
  ) throws(SolverFailure) -> [SupportingLine]? {
    guard let first = try support(row: row, at: from), let last = try support(row: row, at: to)
    else { return nil }
    let narrowest = 1e-9 * (to - from)
    var settled = [first]
    // Still to be reached, the nearest last.
    var ahead = from < to ? [last] : []
    while let next = ahead.last, let left = settled.last {
      // The curve is straight where the line of one end passes through the other.
      if left.reaches(next) || next.reaches(left) || next.bound - left.bound <= narrowest {
        settled.append(ahead.removeLast())
      } else {
        let meeting = min(max(left.meeting(next), left.bound + narrowest / 2), next.bound - narrowest / 2)
        guard let middle = try support(row: row, at: meeting) else { return nil }
        ahead.append(middle)
      }
    }
    return settled
  }

  private mutating func support(row: Int, at bound: Double) throws(SolverFailure) -> SupportingLine? {
    let isUpper = program.rows[row].upper.isFinite
    try apply(
      .row(
        row, lower: isUpper ? program.rows[row].lower : bound, upper: isUpper ? bound : .infinity))
    let optimum = try solve()
    if optimum.isStopped { return nil }
    return SupportingLine(bound: bound, objective: optimum.objective, price: optimum.rowDuals[row])
  }
}

/// A point of a convex curve, with the slope of a line through it that the curve does not go below.
private struct SupportingLine {
  var bound: Double
  var objective: Double
  var price: Double

  /// Optima agree to this much, relative to their size.
  static let noise = 1e-9

  func height(at other: Double) -> Double { objective + price * (other - bound) }

  /// Whether the line passes through another point of the curve.
  func reaches(_ other: SupportingLine) -> Bool {
    other.objective - height(at: other.bound) <= Self.noise * max(1, abs(other.objective))
  }

  /// Where the lines of two points meet; between them, unless one line passes through the other point.
  func meeting(_ other: SupportingLine) -> Double {
    bound + (other.height(at: bound) - objective) / (price - other.price)
  }
}

extension CurvePoint {
  /// The ends, and the points at which the slope changes.
  fileprivate static func corners(of supports: [SupportingLine]) -> [CurvePoint] {
    var points: [CurvePoint] = []
    for (number, support) in supports.enumerated() {
      let next = supports.indices.contains(number + 1) ? supports[number + 1] : nil
      let slope = next.map { ($0.objective - support.objective) / ($0.bound - support.bound) } ?? 0
      if let last = points.last, let next {
        let straight = last.objective + last.slope * (next.bound - last.bound)
        if abs(straight - next.objective) <= 2 * SupportingLine.noise * max(1, abs(next.objective)) {
          continue
        }
      }
      points.append(CurvePoint(bound: support.bound, objective: support.objective, slope: slope))
    }
    return points
  }
}
