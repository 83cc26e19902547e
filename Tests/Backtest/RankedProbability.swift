/// The continuous ranked probability score: how far a forecast distribution is from what came.
///
/// `∫ (F(x) − 1{x ≥ y})² dx`, in the unit of the forecast, 0 for a certain forecast that came true; for a certain
/// forecast `x` it is `|x − y|`, so that distributions and lines can be compared. Gneiting and Raftery, JASA
/// 102(477), 2007.
package enum RankedProbability {
  /// - Parameters:
  ///   - levels: In rising order, with probabilities that make one.
  ///   - observed: What came, in the unit of the levels.
  /// - Returns: In the unit of the levels, 0 or more.
  package static func score(of levels: [StrengthForecast.Level], observed: Double) -> Double {
    var score = 0.0
    var below = 0.0
    var position = min(levels.first?.people ?? observed, observed)
    for step in steps(levels, observed: observed) {
      let distance = below - (position >= observed ? 1 : 0)
      score += distance * distance * (step.people - position)
      below += step.probability
      position = step.people
    }
    return score
  }

  /// The places at which the integrand jumps, in rising order.
  private static func steps(
    _ levels: [StrengthForecast.Level], observed: Double
  ) -> [StrengthForecast.Level] {
    let mark = StrengthForecast.Level(people: observed, probability: 0)
    let after = levels.firstIndex { $0.people > observed } ?? levels.count
    return levels[..<after] + [mark] + levels[after...]
  }
}
