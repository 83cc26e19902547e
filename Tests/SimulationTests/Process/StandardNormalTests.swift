import Testing

import Simulation

/// Expected values: mpmath 1.3 with 40 digits, rounded to Double, at exactly the Doubles given.
@Suite("Standard normal")
struct StandardNormalTests {
  @Test(
    "The tail keeps its digits however far out",
    arguments: [
      (0.0, 0.5), (0.1, 0.460172162722971), (0.5, 0.3085375387259869), (1.0, 0.15865525393145705),
      (1.96, 0.024997895148220435), (3.0, 0.0013498980316300946), (6.0, 9.86587645037698e-10),
      (10.0, 7.619853024160525e-24), (20.0, 2.7536241186062337e-89), (35.5, 2.457691540661937e-276),
    ])
  func tail(z: Double, expected: Double) {
    #expect(NumericError.relative(StandardNormal.upperTail(z), expected) < 1e-15)
    #expect(NumericError.relative(StandardNormal.cumulative(-z), expected) < 1e-15)
    #expect(NumericError.relative(StandardNormal.cumulative(z), 1 - expected) < 1e-15)
  }

  @Test(
    "The quantile is right to 1e-15 from both ends",
    arguments: [
      (1e-300, -37.0470962993612), (1e-20, -9.262340089798407),
      (1.1641532182693481e-10, -6.3379577545537895), (1e-06, -4.753424308822899),
      (0.001, -3.0902323061678136), (0.02425, -1.972961051311885), (0.075, -1.439531470938456),
      (0.1, -1.2815515655446004), (0.25, -0.6744897501960817), (0.4999, -0.00025066283008800747),
    ])
  func quantile(mass: Double, expected: Double) {
    #expect(NumericError.relative(StandardNormal.quantile(TailMass(mass, from: .lower)), expected) < 1e-15)
    #expect(NumericError.relative(StandardNormal.quantile(TailMass(mass, from: .upper)), -expected) < 1e-15)
  }

  @Test("The constants of 95 % intervals and of P95 are the normal's quantiles")
  func constants() {
    let outer = StandardNormal.quantile(TailMass(0.025, from: .upper))
    let p95 = StandardNormal.quantile(TailMass(0.05, from: .upper))
    #expect(NumericError.inLastPlace(outer, StandardNormal.quantile975) <= 2)
    #expect(NumericError.inLastPlace(p95, StandardNormal.quantile95) <= 2)
  }

  @Test("The ends have no value, and nothing lies beyond them")
  func ends() {
    #expect(StandardNormal.quantile(TailMass(0, from: .lower)) == -.infinity)
    #expect(StandardNormal.quantile(TailMass(0, from: .upper)) == .infinity)
    #expect(StandardNormal.upperTail(60) == 0)
    #expect(StandardNormal.upperTail(-60) == 1)
    #expect(StandardNormal.density(0) == 0.3989422804014327)
  }
}
