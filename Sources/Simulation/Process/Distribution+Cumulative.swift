extension Distribution {
  /// The probability of a draw no longer than `x` days, the shift included.
  public func cumulative(_ x: Double) -> Double { shape.cumulative(x - shift) }
}

extension Distribution.Shape {
  func cumulative(_ x: Double) -> Double {
    let range = support
    guard x >= range.lowerBound else { return 0 }
    guard x < range.upperBound else { return 1 }
    switch self {
    case .fixed: return 1
    case .uniform(let low, let high): return (x - low) / (high - low)
    case .triangular(let low, let mode, let high):
      return TriangularLaw(low: low, mode: mode, high: high).cumulative(x)
    case .pert(let low, let mode, let high): return Self.pert(low, mode, high, x)
    case .normal(let mean, let sd): return CutNormalLaw(mean: mean, sd: sd).cumulative(x)
    case .lognormal(let median, let p95): return LognormalLaw(median: median, p95: p95).cumulative(x)
    case .lognormalMoments(let mean, let sd): return LognormalLaw(mean: mean, sd: sd).cumulative(x)
    case .gamma(let mean, let sd): return Self.gamma(mean, sd, x)
    case .weibull(let shape, let scale):
      return -Elementary.expMinusOne(-Elementary.power(x / scale, shape))
    case .exponential(let mean): return -Elementary.expMinusOne(-x / mean)
    case .empirical(let values): return Steps(values).cumulative(x)
    case .discrete(let values): return Steps(values).cumulative(x)
    }
  }

  private static func gamma(_ mean: Double, _ sd: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let ratio = mean / sd
    return GammaLaw(shape: ratio * ratio).point(at: Elementary.log(x / mean)).lower
  }

  private static func pert(_ low: Double, _ mode: Double, _ high: Double, _ x: Double) -> Double {
    guard x > low else { return 0 }
    return BetaLaw(low: low, mode: mode, high: high).point(at: Elementary.log((x - low) / (high - x))).lower
  }
}
