import Simulation

/// The shapes that every test of laws goes through: each kind, mild and heavy, with modes at the ends.
enum LawCases {
  static let continuous: [Distribution.Shape] =
    [
      .uniform(low: 7, high: 21),
      .triangular(low: 30, mode: 45, high: 90),
      .triangular(low: 0, mode: 0, high: 10),
      .triangular(low: 5, mode: 10, high: 10),
    ] + tabulated

  /// Those drawn from a table of their quantiles.
  static let tabulated: [Distribution.Shape] = [
    .pert(low: 30, mode: 45, high: 90),
    .pert(low: 20, mode: 40, high: 120),
    .pert(low: 0, mode: 0, high: 10),
    .pert(low: 5, mode: 10, high: 10),
    .normal(mean: 60, sd: 10),
    .normal(mean: 20, sd: 15),
    .lognormal(median: 60, p95: 180),
    .lognormalMoments(mean: 60, sd: 20),
    .gamma(mean: 60, sd: 20),
    .gamma(mean: 60, sd: 80),
    .gamma(mean: 60, sd: 1),
    .weibull(shape: 0.7, scale: 30),
    .weibull(shape: 2.5, scale: 30),
    .exponential(mean: 10),
  ]

  static let steps: [Distribution.Shape] = [
    .empirical([3, 1, 2, 10]),
    .empirical((0..<300).map { Double($0 * $0) }),
    .discrete([.init(value: 30, probability: 0.3), .init(value: 10, probability: 0.7)]),
    .discrete([.init(value: 1, probability: 0.001), .init(value: 2, probability: 0.999)]),
  ]

  static let all = continuous + steps + [.fixed(20)]
}
