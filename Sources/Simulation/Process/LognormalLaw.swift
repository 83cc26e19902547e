/// `exp` of a normal.
struct LognormalLaw: Sendable {
  /// Mean and standard deviation of the logarithm.
  let mu: Double
  let sigma: Double

  init(median: Double, p95: Double) {
    mu = Elementary.log(median)
    sigma = Elementary.log(p95 / median) / StandardNormal.quantile95
  }

  init(mean: Double, sd: Double) {
    let spread = Elementary.logOnePlus((sd / mean) * (sd / mean))
    mu = Elementary.log(mean) - spread / 2
    sigma = spread.squareRoot()
  }

  var moments: (mean: Double, variance: Double) {
    let mean = Elementary.exp(mu + sigma * sigma / 2)
    return (mean, mean * mean * Elementary.expMinusOne(sigma * sigma))
  }

  func quantile(_ tail: TailMass) -> Double { Elementary.exp(mu + sigma * StandardNormal.quantile(tail)) }

  func cumulative(_ x: Double) -> Double {
    x > 0 ? StandardNormal.cumulative((Elementary.log(x) - mu) / sigma) : 0
  }
}
