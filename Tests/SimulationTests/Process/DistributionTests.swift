import Testing

import Simulation

@Suite("Distributions")
struct DistributionTests {
  @Test("A triangular law of 30, 45 and 90 days has mean 55, variance 162.5 and P80 66.762")
  func triangular() {
    let law = Distribution(.triangular(low: 30, mode: 45, high: 90))
    #expect(law.mean == 55)
    #expect(law.variance == 162.5)
    #expect(NumericError.relative(law.cumulative(60), 2 / 3) < 1e-15)
    #expect(law.quantile(0.25) == 45)
    // 90 − √(0.2 · 60 · 45).
    #expect(NumericError.relative(law.quantile(0.8), 66.7620999227555) < 1e-15)
  }

  @Test("A PERT law of 30, 45 and 90 days has mean 50 and variance 114.2857, and P(≤ 60) is 0.8125")
  func pert() {
    let law = Distribution(.pert(low: 30, mode: 45, high: 90))
    #expect(law.mean == 50)
    #expect(NumericError.relative(law.variance, 800 / 7) < 1e-15)
    #expect(NumericError.relative(law.cumulative(60), 0.8125) < 1e-14)
  }

  @Test("A lognormal law has the median and the P95 that it was given")
  func lognormal() {
    let law = Distribution(.lognormal(median: 60, p95: 180))
    #expect(NumericError.relative(law.quantile(0.5), 60) < 1e-15)
    #expect(NumericError.relative(law.quantile(0.95), 180) < 1e-14)
    // exp(μ + σ²/2) and its square times exp(σ²) − 1, with σ = ln 3 / 1.6448536…; mpmath.
    #expect(NumericError.relative(law.mean, 74.9930674939894) < 1e-14)
    #expect(NumericError.relative(law.variance, 3161.853166180838) < 1e-14)
  }

  @Test("A normal law is cut at zero, not piled up there")
  func cutNormal() {
    let law = Distribution(.normal(mean: 20, sd: 15))
    // 20 + 15h and 225(1 − h(a + h)) with a = 4/3, h = φ(a)/Φ(a); mpmath.
    #expect(NumericError.relative(law.mean, 22.70706590303394) < 1e-14)
    #expect(NumericError.relative(law.variance, 163.53047613595228) < 1e-14)
    #expect(law.cumulative(0) == 0)
    #expect(law.quantile(0) == 0)
  }

  @Test("A Weibull law has the mean and variance of its gamma functions")
  func weibull() {
    let law = Distribution(.weibull(shape: 0.7, scale: 30))
    #expect(NumericError.relative(law.mean, 37.9747051817185) < 1e-14)
    #expect(NumericError.relative(law.variance, 3084.1519982878376) < 1e-13)
  }

  @Test("Uniform, exponential, gamma, lognormal by moments and fixed laws have their textbook moments")
  func textbookMoments() {
    #expect(Distribution(.uniform(low: 7, high: 21)).mean == 14)
    #expect(NumericError.relative(Distribution(.uniform(low: 7, high: 21)).variance, 49 / 3) < 1e-15)
    #expect(Distribution(.exponential(mean: 10)).variance == 100)
    #expect(Distribution(.gamma(mean: 60, sd: 20)).variance == 400)
    #expect(Distribution(.lognormalMoments(mean: 60, sd: 20)).mean == 60)
    #expect(Distribution.fixed(7).mean == 7)
    #expect(Distribution.fixed(7).variance == 0)
  }

  @Test("A list of values gives each the same chance; a table gives each its own")
  func steps() {
    let list = Distribution(.empirical([3, 1, 2, 10]))
    #expect(list.mean == 4)
    #expect(list.variance == 12.5)
    #expect(list.support == 1...10)
    #expect([0.1, 0.25, 0.26, 0.75, 0.76, 1].map(list.quantile) == [1, 1, 2, 3, 10, 10])
    #expect([0.5, 1, 2.5, 3, 11].map(list.cumulative) == [0, 0.25, 0.5, 0.75, 1])
    let table = Distribution(
      .discrete([
        .init(value: 30, probability: 0.25), .init(value: 10, probability: 0.75),
        .init(value: 99, probability: 0),
      ]))
    #expect(table.mean == 15)
    #expect(table.variance == 75)
    #expect(table.support == 10...30)
    #expect(table.quantile(0.75) == 10)
    #expect(table.quantile(0.7501) == 30)
  }

  @Test("A shift moves every value and nothing else", arguments: LawCases.all)
  func shift(shape: Distribution.Shape) {
    let (plain, shifted) = (Distribution(shape), Distribution(shape, shift: 16))
    #expect(shifted.mean == plain.mean + 16)
    #expect(shifted.variance == plain.variance)
    #expect(shifted.support.lowerBound == plain.support.lowerBound + 16)
    #expect(shifted.quantile(0.3) == plain.quantile(0.3) + 16)
    #expect(abs(shifted.cumulative(plain.mean + 16) - plain.cumulative(plain.mean)) < 1e-14)
  }

  @Test("Where nothing is random there is one value")
  func degenerate() {
    let shapes: [Distribution.Shape] = [
      .fixed(20), .uniform(low: 20, high: 20), .triangular(low: 20, mode: 20, high: 20),
      .pert(low: 20, mode: 20, high: 20), .normal(mean: 20, sd: 0), .lognormal(median: 20, p95: 20),
      .lognormalMoments(mean: 20, sd: 0), .gamma(mean: 20, sd: 0), .empirical([20, 20]),
      .discrete([.init(value: 20, probability: 1), .init(value: 5, probability: 0)]),
    ]
    for shape in shapes {
      let law = Distribution(shape, shift: 1)
      #expect(law.constant == 21, "\(shape)")
      #expect(Law(law).constant == 21, "\(shape)")
      #expect(law.mean == 21 && law.variance == 0, "\(shape)")
      #expect(law.quantile(0.1) == 21 && law.quantile(0.9) == 21, "\(shape)")
      #expect(law.cumulative(20.9) == 0 && law.cumulative(21) == 1, "\(shape)")
    }
  }
}
