extension Distribution {
  /// The value up to which there is probability `p`, in days, the shift included.
  ///
  /// The lowest such value where there are several; the ends of ``support`` at 0 and 1.
  ///
  /// - Parameter p: From 0 to 1.
  /// - Returns: Days.
  public func quantile(_ p: Double) -> Double {
    precondition((0...1).contains(p), "a probability lies between 0 and 1")
    let range = shape.support
    guard p > 0, range.lowerBound < range.upperBound else { return range.lowerBound + shift }
    guard p < 1 else { return range.upperBound + shift }
    if let steps = shape.steps { return steps.quantile(p) + shift }
    let tail = TailMass(below: p)
    return shape.tailQuantile(from: tail.side)(tail.mass) + shift
  }
}

extension Distribution.Shape {
  /// The law of an empirical or discrete shape.
  var steps: Steps? {
    switch self {
    case .empirical(let values): Steps(values)
    case .discrete(let values): Steps(values)
    default: nil
    }
  }

  /// The value beyond which, on its side, a continuous law has a tail of a given mass.
  ///
  /// The function keeps where it last was: a row of neighbouring masses is found much faster than single ones.
  func tailQuantile(from side: TailMass.Side) -> (Double) -> Double {
    switch self {
    case .uniform(let low, let high):
      side == .lower ? { low + $0 * (high - low) } : { high - $0 * (high - low) }
    case .triangular(let low, let mode, let high):
      TriangularLaw(low: low, mode: mode, high: high).tailQuantile(from: side)
    case .pert(let low, let mode, let high): Self.pert(low, mode, high, side)
    case .normal(let mean, let sd): CutNormalLaw(mean: mean, sd: sd).tailQuantile(from: side)
    case .lognormal(let median, let p95): Self.lognormal(LognormalLaw(median: median, p95: p95), side)
    case .lognormalMoments(let mean, let sd): Self.lognormal(LognormalLaw(mean: mean, sd: sd), side)
    case .gamma(let mean, let sd): Self.gamma(mean, sd, side)
    case .weibull(let shape, let scale):
      { scale * Elementary.power(Self.exponential($0, side), 1 / shape) }
    case .exponential(let mean): { mean * Self.exponential($0, side) }
    case .fixed, .empirical, .discrete: preconditionFailure("not a continuous law")
    }
  }

  /// The quantile of the exponential law of mean 1.
  private static func exponential(_ mass: Double, _ side: TailMass.Side) -> Double {
    side == .lower ? -Elementary.logOnePlus(-mass) : -Elementary.log(mass)
  }

  private static func lognormal(_ law: LognormalLaw, _ side: TailMass.Side) -> (Double) -> Double {
    { law.quantile(TailMass($0, from: side)) }
  }

  private static func gamma(_ mean: Double, _ sd: Double, _ side: TailMass.Side) -> (Double) -> Double {
    let ratio = mean / sd
    var search = TailSearch(GammaLaw(shape: ratio * ratio), from: side)
    return { mean * Elementary.exp(search.coordinate(ofMass: $0)) }
  }

  private static func pert(
    _ low: Double, _ mode: Double, _ high: Double, _ side: TailMass.Side
  ) -> (Double) -> Double {
    var search = TailSearch(BetaLaw(low: low, mode: mode, high: high), from: side)
    let width = high - low
    return { mass in
      let y = search.coordinate(ofMass: mass)
      return y < 0 ? low + width * BetaLaw.share(at: y) : high - width * BetaLaw.share(at: -y)
    }
  }
}

extension BetaLaw {
  /// The law of (x − low) / (high − low), where x is PERT.
  init(low: Double, mode: Double, high: Double) {
    let share = (mode - low) / (high - low)
    self.init(first: 1 + 4 * share, second: 1 + 4 * (1 - share))
  }
}
