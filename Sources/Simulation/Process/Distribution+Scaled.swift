extension Distribution {
  /// The law of a multiple of its days, 0 or more; every law here is of a family that stays itself when scaled.
  package func scaled(by factor: Double) -> Distribution {
    guard factor != 1 else { return self }
    guard factor > 0 else { return .fixed(0) }
    return Distribution(shape.scaled(by: factor), shift: shift * factor)
  }
}

extension Distribution.Shape {
  fileprivate func scaled(by factor: Double) -> Distribution.Shape {
    switch self {
    case .fixed(let days): .fixed(days * factor)
    case .uniform(let low, let high): .uniform(low: low * factor, high: high * factor)
    case .triangular(let low, let mode, let high):
      .triangular(low: low * factor, mode: mode * factor, high: high * factor)
    case .pert(let low, let mode, let high):
      .pert(low: low * factor, mode: mode * factor, high: high * factor)
    case .normal(let mean, let sd): .normal(mean: mean * factor, sd: sd * factor)
    case .lognormal(let median, let p95): .lognormal(median: median * factor, p95: p95 * factor)
    case .lognormalMoments(let mean, let sd): .lognormalMoments(mean: mean * factor, sd: sd * factor)
    case .gamma(let mean, let sd): .gamma(mean: mean * factor, sd: sd * factor)
    case .weibull(let shape, let scale): .weibull(shape: shape, scale: scale * factor)
    case .exponential(let mean): .exponential(mean: mean * factor)
    case .empirical(let values): .empirical(values.map { $0 * factor })
    case .discrete(let values):
      .discrete(values.map { .init(value: $0.value * factor, probability: $0.probability) })
    }
  }
}
