/// The triangular law: a closed form, one root.
struct TriangularLaw: Sendable {
  private let low: Double
  private let high: Double
  /// Probability below the mode.
  private let share: Double
  /// Squared distance from an end, per unit of the probability between it and the point.
  private let rise: Double
  private let fall: Double

  init(low: Double, mode: Double, high: Double) {
    self.low = low
    self.high = high
    let width = high - low
    share = (mode - low) / width
    rise = width * (mode - low)
    fall = width * (high - mode)
  }

  /// The value up to which there is probability `below`, where `above` = 1 − `below`.
  @inline(__always)
  func value(below: Double, above: Double) -> Double {
    let (fromLow, fromHigh) = (below * rise, above * fall)
    let square = below < share ? fromLow : fromHigh
    // Never negative, but saying so lets the loop be vectorised: no branch for a root of a negative.
    let distance = square.magnitude.squareRoot()
    let (up, down) = (low + distance, high - distance)
    return below < share ? up : down
  }

  func tailQuantile(from side: TailMass.Side) -> (Double) -> Double {
    side == .lower
      ? { value(below: $0, above: 1 - $0) } : { value(below: 1 - $0, above: $0) }
  }

  func cumulative(_ x: Double) -> Double {
    guard x > low else { return 0 }
    guard x < high else { return 1 }
    let rising = (x - low) * (x - low)
    return rising < share * rise ? rising / rise : 1 - (high - x) * (high - x) / fall
  }
}
