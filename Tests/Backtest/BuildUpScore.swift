import Simulation

/// A recorded point beside its forecast.
package struct PointScore: Sendable, Equatable {
  package var record: RecordedStrength
  package var forecast: StrengthForecast
  /// In people.
  package var score: Double
  /// The same of the naive line.
  package var lineScore: Double

  package var isInside: Bool { (forecast.low...forecast.high).contains(record.people) }

  package init(_ record: RecordedStrength, forecast: StrengthForecast, authorised: Double) {
    self.record = record
    self.forecast = forecast
    score = RankedProbability.score(of: forecast.levels, observed: record.people)
    lineScore = abs(NaiveLine.strength(on: forecast.day, authorised: authorised) - record.people)
  }
}

/// How well one build-up was forecast.
package struct BuildUpScore: Sendable, Equatable {
  package var scenario: String
  package var authorised: Double
  /// In order of days, at least one.
  package var points: [PointScore]

  package init(scenario: String, authorised: Double, points: [PointScore]) {
    self.scenario = scenario
    self.authorised = authorised
    self.points = points
  }

  /// Of the points, 0 … 1.
  package var shareInside: Double { Double(points.count(where: \.isInside)) / Double(points.count) }

  /// Mean over points, as a share of the strength authorised.
  package var score: Double { mean(\.score) }

  /// The same of the naive line.
  package var lineScore: Double { mean(\.lineScore) }

  private func mean(_ value: KeyPath<PointScore, Double>) -> Double {
    points.reduce(0) { $0 + $1[keyPath: value] } / (Double(points.count) * authorised)
  }
}

extension PastBuildUp {
  /// Scores the forecast with shared parameters against the record.
  package func score(
    with parameters: SharedParameters, replications: Int, seed: UInt64, threads: Int
  ) -> BuildUpScore {
    let records = scored
    let forecasts = forecasts(
      on: records.map(day), with: parameters, replications: replications, seed: seed, threads: threads)
    return BuildUpScore(
      scenario: scenario.id, authorised: authorised,
      points: zip(records, forecasts).map { PointScore($0, forecast: $1, authorised: authorised) })
  }
}
