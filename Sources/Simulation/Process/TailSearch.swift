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
    var (step, miss) = nextStep(to: target)
    for _ in 0..<Self.mostSteps where miss.magnitude > Self.smallMiss {
      move(by: step)
      (step, miss) = nextStep(to: target)
    }
    return coordinate + step
  }
}

extension TailSearch {
  /// Moves to where the tail can still be told from nothing, at most by the step given.
  private mutating func move(by step: Double) {
    var step = step
    repeat {
      point = law.point(at: coordinate + step)
      step *= 0.5
    } while tail < Double.leastNormalMagnitude && step != 0
    coordinate += 2 * step
  }

  private var tail: Double { side == .lower ? point.lower : point.upper }

  /// Far more than any law has needed; a bound against a search without end.
  private static var mostSteps: Int { 400 }
  /// A tail mass this close, relatively, is three times as many digits closer after the last step.
  private static var smallMiss: Double { 1e-5 }

  /// The next step towards the tail mass whose logarithm is `target`, and how far off it still is.
  ///
  /// Newton's while it is far, Halley's when it is near. In the upper tail steps to the right are at most 1, as
  /// that of a gamma law falls off ever faster: the way back would be long.
  private func nextStep(to target: Double) -> (step: Double, miss: Double) {
    let slope = (side == .lower ? point.density : -point.density) / tail
    let miss = Elementary.log(tail) - target
    let newton = -miss / slope
    guard abs(miss) < 0.5 else { return (side == .upper ? min(newton, 1) : newton, miss) }
    let bend = (point.slope - slope) / slope
    return (newton / (1 - 0.5 * miss * bend), miss)
  }
}
