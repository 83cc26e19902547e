extension Distribution {
  /// The expected value, in days, the shift included.
  public var mean: Double { constant ?? shape.moments.mean + shift }

  /// The variance, in days squared.
  public var variance: Double { constant == nil ? shape.moments.variance : 0 }
}

extension Distribution.Shape {
  typealias Moments = (mean: Double, variance: Double)

  /// Mean and variance where something is random, without shift.
  var moments: Moments {
    switch self {
    case .fixed(let days): (days, 0)
    case .uniform(let low, let high): ((low + high) / 2, (high - low) * (high - low) / 12)
    case .triangular(let low, let mode, let high): Self.triangular(low, mode, high)
    case .pert(let low, let mode, let high): Self.pert(low, mode, high)
    case .normal(let mean, let sd): Self.cutNormal(mean, sd)
    case .lognormal(let median, let p95): LognormalLaw(median: median, p95: p95).moments
    case .lognormalMoments(let mean, let sd), .gamma(let mean, let sd): (mean, sd * sd)
    case .weibull(let shape, let scale): Self.weibull(shape, scale)
    case .exponential(let mean): (mean, mean * mean)
    case .empirical(let values): Self.steps(Steps(values))
    case .discrete(let values): Self.steps(Steps(values))
    }
  }

  private static func triangular(_ low: Double, _ mode: Double, _ high: Double) -> Moments {
    let (left, right) = (mode - low, high - mode)
    return ((low + mode + high) / 3, (left * left + left * right + right * right) / 18)
  }

  /// Mean (low + 4 mode + high) / 6, variance (mean − low)(high − mean) / 7.
  private static func pert(_ low: Double, _ mode: Double, _ high: Double) -> Moments {
    let mean = (low + 4 * mode + high) / 6
    return (mean, (mean - low) * (high - mean) / 7)
  }

  /// With a = mean / sd and h = φ(a) / Φ(a): mean + sd·h and sd²(1 − h(a + h)).
  private static func cutNormal(_ mean: Double, _ sd: Double) -> Moments {
    let a = mean / sd
    let h = StandardNormal.density(a) / StandardNormal.cumulative(a)
    return (mean + sd * h, sd * sd * (1 - h * (a + h)))
  }

  /// scale·Γ(1 + 1/k) and scale²·(Γ(1 + 2/k) − Γ(1 + 1/k)²).
  private static func weibull(_ shape: Double, _ scale: Double) -> Moments {
    let first = LogGamma.value(1 + 1 / shape)
    let second = LogGamma.value(1 + 2 / shape)
    let mean = scale * Elementary.exp(first)
    return (mean, mean * mean * Elementary.expMinusOne(second - 2 * first))
  }

  private static func steps(_ steps: Steps) -> Moments {
    let weighted = zip(steps.values, steps.probabilities)
    let mean = weighted.reduce(0) { $0 + $1.0 * $1.1 }
    return (mean, weighted.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 })
  }
}
