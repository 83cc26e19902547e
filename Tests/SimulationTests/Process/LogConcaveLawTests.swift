import Testing

import Simulation

/// Expected values: mpmath 1.3 with 40 digits (`loggamma`, `gammainc`, `betainc`), rounded to Double.
@Suite("Gamma and beta laws")
struct LogConcaveLawTests {
  // An absolute error of 1e-14 is a relative one of Γ itself.
  @Test(
    "The logarithm of the gamma function is right to 1e-14",
    arguments: [
      (1e-10, 23.025850929882736), (0.15, 1.8278137762148345), (0.5, 0.5723649429247001), (1.0, 0.0),
      (1.5, -0.12078223763524522), (2.0, 0.0), (3.3, 0.9870985778947344), (9.99, 12.779315214350193),
      (10.0, 12.801827480081469), (81.6, 276.3083129156945), (1000.5, 5908.674175848678),
      (1000000000.0, 19723265827.503716),
    ])
  func logGamma(a: Double, expected: Double) {
    #expect(abs(LogGamma.value(a) - expected) < 1e-14 * max(1, expected))
  }

  @Test(
    "Stirling's rest is right to 1e-14, however large the shape",
    arguments: [
      (0.5, 0.15342640972002736), (3.0, 0.02767792568499834), (10.0, 0.00833056343336287),
      (25.5, 0.003267806405762447), (1000.0, 8.333333055555635e-05), (1000000000.0, 8.333333333333333e-11),
    ])
  func stirlingRest(a: Double, expected: Double) {
    #expect(abs(LogGamma.stirlingRest(a) - expected) < (a < 10 ? 1e-14 : 1e-15 * expected))
  }

  /// Shape, log of the point over the mean, probability below, probability above.
  static let gammaCases: [(Double, Double, Double, Double)] = [
    (0.01, -225.65333911341648, 0.1005706528500385, 0.8994293471499615),
    (0.01, 3.912023005428146, 0.9943732438060329, 0.0056267561939671844),
    (0.3, -5.703782474656201, 0.14024245892486736, 0.8597575410751326),
    (0.3, 1.8971199848858813, 0.977974019172853, 0.022025980827147018),
    (0.5625, -1.7272209480904839, 0.2969925398315606, 0.7030074601684394),
    (1.0, 1.0986122886681098, 0.950212931632136, 0.04978706836786393),
    (9.0, -1.5040773967762742, 0.0002374473282611616, 0.9997625526717389),
    (9.0, 0.0, 0.5443473956775813, 0.4556526043224187),
    (9.0, 1.203972804325936, 0.9999979539240957, 2.0460759042705762e-06),
    (100.0, -0.5108256237659907, 1.4815276326460445e-06, 0.9999985184723673),
    (100.0, 0.4054651081081644, 0.9999940754596646, 5.924540335483915e-06),
    (999.0, -0.10436001532424277, 0.0006157573022164371, 0.9993842426977836),
    (1001.0, -0.10636001599090983, 0.0004906327328575942, 0.9995093672671425),
    (1001.0, 0.09431067947124133, 0.9988247694318635, 0.0011752305681365547),
    (14400.0, -0.02817087696669632, 0.00038700817974920976, 0.9996129918202508),
    (14400.0, 0.04082199452025513, 0.9999995991728994, 4.008271005945885e-07),
  ]

  // 4e-14: at shape 14400 a last place of the point alone moves a tail by 1e-14.
  @Test("Both tails of a gamma law are right to 4e-14 for every shape", arguments: gammaCases)
  func gammaTails(shape: Double, y: Double, lower: Double, upper: Double) {
    let point = GammaLaw(shape: shape).point(at: y)
    #expect(NumericError.relative(point.lower, lower) < 4e-14)
    #expect(NumericError.relative(point.upper, upper) < 4e-14)
  }

  /// Shapes, log odds of the point, probability below, probability above.
  static let betaCases: [(Double, Double, Double, Double, Double)] = [
    (1.0, 5.0, -20.72326583594641, 4.9999999900000036e-09, 0.999999995),
    (1.0, 5.0, -0.8472978603872037, 0.83193, 0.16807000000000002),
    (2.0, 4.0, -6.906754778648554, 9.980014995999992e-06, 0.999990019985004),
    (2.0, 4.0, 0.0, 0.8125, 0.1875),
    (2.0, 4.0, 6.906754778648553, 0.999999999995004, 4.99600000000001e-12),
    (3.0, 3.0, 0.0, 0.5, 0.5),
    (5.0, 1.0, -1.3862943611198906, 0.0003200000000000001, 0.99968),
    (4.2, 1.8, 2.1972245773362196, 0.8814719576671908, 0.11852804233280922),
    (0.3, 0.7, -2.9444389791664403, 0.3506763909345829, 0.6493236090654171),
  ]

  @Test("Both tails of a beta law are right to 2e-14", arguments: betaCases)
  func betaTails(first: Double, second: Double, y: Double, lower: Double, upper: Double) {
    let point = BetaLaw(first: first, second: second).point(at: y)
    #expect(NumericError.relative(point.lower, lower) < 2e-14)
    #expect(NumericError.relative(point.upper, upper) < 2e-14)
  }

  @Test(
    "A search finds any tail of any shape, alone or in a row",
    arguments: [1e-6, 0.01, 0.3, 1, 9, 255, 1e4, 1e9])
  func searches(shape: Double) {
    let law = GammaLaw(shape: shape)
    for side in TailMass.Side.allCases {
      var row = TailSearch(law, from: side)
      for mass in [1e-200, 1e-20, 1e-10, 1e-9, 0.01, 0.3, 0.5, 0.9] {
        var alone = TailSearch(law, from: side)
        for y in [row.coordinate(ofMass: mass), alone.coordinate(ofMass: mass)] {
          let point = law.point(at: y)
          let found = side == .lower ? point.lower : point.upper
          // The logarithm of the mass is what is solved for: the last places of −460 are 1e-13.
          let tolerance = 2e-14 - 3e-15 * Elementary.log(mass)
          #expect(NumericError.relative(found, mass) < tolerance, "\(side) \(mass)")
        }
      }
    }
  }
}
