/// `median` times `exp` of a normal with mean 0.
struct LognormalLaw: Sendable {
  let median: Double
  /// Standard deviation of the logarithm.
  let sigma: Double

  init(median: Double, p95: Double) {
    self.median = median
    sigma = Elementary.log(p95 / median) / StandardNormal.quantile95
  }

  init(mean: Double, sd: Double) {
    let squares = (sd / mean) * (sd / mean)
    median = mean / (1 + squares).squareRoot()
    sigma = Elementary.logOnePlus(squares).squareRoot()
  }

  var moments: (mean: Double, variance: Double) {
    let mean = median * Elementary.exp(sigma * sigma / 2)
    return (mean, mean * mean * Elementary.expMinusOne(sigma * sigma))
  }

  func quantile(_ tail: TailMass) -> Double {
    median * Elementary.exp(sigma * StandardNormal.quantile(tail))
  }

  func cumulative(_ x: Double) -> Double {
    x > 0 ? StandardNormal.cumulative(Elementary.log(x / median) / sigma) : 0
  }
}
