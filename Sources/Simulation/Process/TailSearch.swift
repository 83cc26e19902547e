/// What a law is at one point of its coordinate.
package struct LawPoint: Sendable {
  /// Probability below and above the point; the smaller of the two keeps all its digits.
  package var lower: Double
  package var upper: Double
  /// Density in the coordinate.
  package var density: Double
  /// Derivative of the logarithm of the density.
  package var slope: Double
}

/// A law with a coordinate in which the logarithm of its density is concave.
///
/// Then so are the logarithms of both its tails, and Newton's method on them cannot fail: from the far side of
/// the point sought it approaches without ever passing it.
package protocol LogConcaveLaw: Sendable {
  /// A coordinate near the middle of the law.
  var middle: Double { get }
  func point(at coordinate: Double) -> LawPoint
}

/// Finds the points of a law at which one of its tails has given masses.
///
/// Each search starts from where the last ended, so that a row of neighbouring masses takes about one
/// evaluation each.
package struct TailSearch<Law: LogConcaveLaw>: Sendable {
  private let law: Law
  private let side: TailMass.Side
  private var coordinate: Double
  private var point: LawPoint

  package init(_ law: Law, from side: TailMass.Side) {
    self.law = law
    self.side = side
    coordinate = law.middle
    point = law.point(at: coordinate)
  }

  /// The coordinate at which the tail has this mass, above 0 and below 1.
  package mutating func coordinate(ofMass mass: Double) -> Double {
    let target = Elementary.log(mass)
    var step = step(to: target)
    for _ in 0..<Self.mostSteps where abs(step) > Self.lastStep {
      coordinate += step
      point = law.point(at: coordinate)
      step = self.step(to: target)
    }
    return coordinate + step
  }
}

extension TailSearch {
  /// Far more than any law has needed; a bound against a search without end.
  private static var mostSteps: Int { 400 }
  /// A step this short is cubically followed by one below the rounding of numbers.
  private static var lastStep: Double { 1e-4 }

  /// The next step towards the tail mass whose logarithm is `target`.
  ///
  /// Newton's while it is far, Halley's when it is near. Steps to the right are at most 1, as the upper tail
  /// of a gamma law falls off without bound in its coordinate.
  private func step(to target: Double) -> Double {
    let tail = side == .lower ? point.lower : point.upper
    guard tail > 0 else { return side == .lower ? 1 : -1 }
    let slope = (side == .lower ? point.density : -point.density) / tail
    let miss = Elementary.log(tail) - target
    let newton = -miss / slope
    guard abs(miss) < 0.5 else { return min(newton, 1) }
    let bend = (point.slope - slope) / slope
    return newton / (1 - 0.5 * miss * bend)
  }
}
