import Testing

import Simulation

@Suite("Quantiles")
struct QuantileTests {
  /// Shape and its quantiles at 2⁻³³, 0.01, 0.25, 0.5, 0.8 and 0.95: roots of mpmath's distribution functions.
  static let known: [(Distribution.Shape, [Double])] = [
    (
      .gamma(mean: 60, sd: 20),
      [
        2.2518001274616517, 23.383036337241936, 45.584301167994305, 57.79300789580248, 75.86515273701453,
        96.23099810130877,
      ]
    ),
    (
      .gamma(mean: 60, sd: 80),
      [
        1.8944972471319803e-16, 0.02412279865230317, 7.7183170351756205, 30.09179781005872,
        98.86556082097022, 220.97323822410848,
      ]
    ),
    (
      .gamma(mean: 60, sd: 1),
      [
        53.87800011787247, 57.69819052446207, 59.322516252051926, 59.99444453590319, 60.83996002015916,
        61.65427422283636,
      ]
    ),
    (
      .pert(low: 30, mode: 45, high: 90),
      [
        30.000204718836084, 31.960926732036175, 41.62581657323827, 48.82861022734185, 59.41154057833166,
        69.44449908006831,
      ]
    ),
    (
      .pert(low: 20, mode: 40, high: 120),
      [
        20.00008809443616, 22.31345261922647, 36.34314975222743, 47.667225939251885, 65.02586138157452,
        82.12767240161902,
      ]
    ),
    (
      .normal(mean: 20, sd: 15),
      [
        9.675954830076281e-09, 0.8022636393715019, 12.917689134313674, 21.718496623381903, 33.6303009124091,
        45.361696101218776,
      ]
    ),
    (
      .lognormal(median: 60, p95: 180),
      [
        0.8703729414068737, 12.68672583579387, 38.238654090299825, 60.0, 105.26393149412705,
        179.99999999999994,
      ]
    ),
    (
      .lognormalMoments(mean: 60, sd: 20),
      [
        7.27474353253545, 26.75037326914906, 45.728866784693516, 56.92099788303083, 74.80229271877346,
        97.08355741794848,
      ]
    ),
    (
      .weibull(shape: 0.7, scale: 30),
      [
        1.9306661109067585e-13, 0.04198493687437376, 5.05987209310571, 17.771703388564013,
        59.20660397335646, 143.82680185168957,
      ]
    ),
    (
      .exponential(mean: 10),
      [
        1.1641532183371108e-09, 0.10050335853501441, 2.8768207245178092, 6.931471805599453,
        16.094379124341007, 29.9573227355399,
      ]
    ),
  ]

  @Test("Quantiles of every law agree with an independent computation to 14 digits", arguments: known)
  func agree(shape: Distribution.Shape, expected: [Double]) {
    let law = Distribution(shape)
    for (p, days) in zip([0x1p-33, 0.01, 0.25, 0.5, 0.8, 0.95], expected) {
      // The cut normal begins at 0: there the last places of its mean, 4e-15, are all that is left.
      #expect(abs(law.quantile(p) - days) < 3e-14 * days + (days < 1e-6 ? 1e-14 : 0), "P\(p * 100)")
    }
  }

  @Test("The chance of no more than the quantile of p is p", arguments: LawCases.continuous)
  func roundTrip(shape: Distribution.Shape) {
    let law = Distribution(shape, shift: 3)
    // A last place of a day count of about 100 is 1e-14 days; the densest law here has 0.4 a day.
    for p in stride(from: 0.005, to: 1, by: 0.005) {
      #expect(abs(law.cumulative(law.quantile(p)) - p) < 2e-14, "P\(p * 100)")
    }
  }

  @Test("The support is where the quantiles begin and end", arguments: LawCases.all)
  func support(shape: Distribution.Shape) {
    let law = Distribution(shape, shift: 3)
    #expect(law.quantile(0) == law.support.lowerBound)
    #expect(law.quantile(1) == law.support.upperBound)
    #expect(law.cumulative(law.support.lowerBound.nextDown) == 0)
    #expect(law.cumulative(law.support.upperBound) == 1)
    #expect(law.support.contains(law.mean))
  }
}
