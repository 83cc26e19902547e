/// The conditional law of a normal that is not negative.
struct CutNormalLaw: Sendable {
  let mean: Double
  let sd: Double
  /// What is cut off, and what is left of the normal.
  private let cut: Double
  private let left: Double

  init(mean: Double, sd: Double) {
    self.mean = mean
    self.sd = sd
    cut = StandardNormal.upperTail(mean / sd)
    left = StandardNormal.cumulative(mean / sd)
  }

  func tailQuantile(from side: TailMass.Side) -> (Double) -> Double {
    { max(0, mean + sd * StandardNormal.quantile(tail($0, side))) }
  }

  /// The tail of the whole normal at the point where the cut one has this tail.
  private func tail(_ mass: Double, _ side: TailMass.Side) -> TailMass {
    guard side == .lower else { return TailMass(mass * left, from: .upper) }
    let below = cut + mass * left
    return below <= 0.5 ? TailMass(below, from: .lower) : TailMass((1 - mass) * left, from: .upper)
  }

  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return 1 - StandardNormal.upperTail((x - mean) / sd) / left
  }
}
