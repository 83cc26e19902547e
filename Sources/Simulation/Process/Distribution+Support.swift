extension Distribution {
  /// The values that a draw can take, the shift included; the upper end may be infinite.
  public var support: ClosedRange<Double> {
    let range = shape.support
    return (range.lowerBound + shift)...(range.upperBound + shift)
  }

  /// The one value of a law in which nothing is random, the shift included.
  package var constant: Double? {
    let range = support
    return range.lowerBound == range.upperBound ? range.lowerBound : nil
  }
}

extension Distribution.Shape {
  var support: ClosedRange<Double> {
    switch self {
    case .fixed(let days): days...days
    case .uniform(let low, let high), .triangular(let low, _, let high), .pert(let low, _, let high):
      low...high
    case .normal(let mean, let sd): sd > 0 ? 0...Double.infinity : max(0, mean)...max(0, mean)
    case .lognormal(let median, let p95): p95 > median ? 0...Double.infinity : median...median
    case .lognormalMoments(let mean, let sd), .gamma(let mean, let sd):
      // A spread below the rounding of the mean is none.
      sd > mean * 0x1p-53 ? 0...Double.infinity : mean...mean
    case .weibull: 0...Double.infinity
    case .exponential(let mean): mean > 0 ? 0...Double.infinity : 0...0
    case .empirical(let values): Steps(values).support
    case .discrete(let values): Steps(values).support
    }
  }
}
