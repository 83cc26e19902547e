package import Simulation

/// The simulated distribution of a mission's strength on one day.
package struct StrengthForecast: Sendable, Equatable {
  /// A strength in people and its probability.
  package struct Level: Sendable, Equatable {
    package var people: Double
    package var probability: Double

    package init(people: Double, probability: Double) {
      self.people = people
      self.probability = probability
    }
  }

  package var day: Int
  /// In rising order; their probabilities make one.
  package var levels: [Level]
  /// The band's lower end, P10, in people.
  package var low: Double
  package var median: Double
  /// The band's upper end, P90.
  package var high: Double

  package init(_ spread: CoverageSpread, authorised: Double) {
    let count = spread.levels.reduce(0) { $0 + $1.replications }
    // Coverage is a whole number of a billion parts: back to people, rounding is undone.
    func people(_ coverage: Double) -> Double { (coverage * authorised * 1000).rounded() / 1000 }
    day = spread.day
    levels = spread.levels.map {
      Level(people: people($0.coverage), probability: Double($0.replications) / Double(count))
    }
    low = people(spread.quantile(10))
    median = people(spread.quantile(50))
    high = people(spread.quantile(90))
  }

  package var mean: Double { levels.reduce(0) { $0 + $1.probability * $1.people } }
}
