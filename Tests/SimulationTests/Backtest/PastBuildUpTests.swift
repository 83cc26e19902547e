import Backtest
import Foundation
import Simulation
import Testing

@Suite("A past build-up")
struct PastBuildUpTests {
  /// Two battalions of 500 that come after so many days of decision and 10 of road.
  private func scenario(decision: [Double]) -> Scenario {
    var scenario = timelineScenario(stages: [], pledges: decision.count) {
      $0.capabilities[0].measure = .personnel
      $0.needs[0].quantity = 1000
    }
    for (index, days) in decision.enumerated() {
      scenario.processes.append(
        ProcessPlan(
          id: "process-\(index)",
          stages: [
            Stage(id: "decision", days: Distribution(.fixed(days))),
            Stage(id: "road", days: Distribution(.fixed(10)), after: ["decision"]),
          ]))
      scenario.pledges[index].quantity = 500
      scenario.pledges[index].process = "process-\(index)"
    }
    return scenario
  }

  private func record(_ day: Int, _ people: Double, isScored: Bool = true) -> RecordedStrength {
    RecordedStrength(
      scenario: "test", date: date(2017, 11, 15).advanced(byDays: day), people: people, isScored: isScored)
  }

  private let asWritten = SharedParameters(tempo: 1, correlation: 0)

  @Test("Is scored up to the record that first reaches nine tenths of what is authorised")
  func ends() throws {
    let records = [record(90, 950), record(30, 899), record(60, 900), record(45, 300, isScored: false)]
    let buildUp = try PastBuildUp(scenario(decision: [20, 40]), records: records)
    #expect(buildUp.scored.map(\.people) == [899, 900])
    #expect(buildUp.records.map(\.people) == [899, 300, 900, 950])
  }

  @Test("Whose days are all certain is forecast without error")
  func certain() throws {
    let records = [record(29, 0), record(30, 500), record(49, 500), record(50, 1000)]
    let score = try PastBuildUp(scenario(decision: [20, 40]), records: records)
      .score(with: asWritten, replications: 300, seed: 1, threads: 1)
    #expect(score.points.map(\.forecast.low) == [0, 500, 500, 1000])
    #expect(score.points.map(\.forecast.high) == [0, 500, 500, 1000])
    #expect(score.score == 0 && score.shareInside == 1)
    // The line has 73.51…, 76.03…, 124.18… and 126.71… people on these days.
    let line = [29.0, 30, 49, 50].map { 925 * $0 / 365 }
    let wrong = zip(line, [0.0, 500, 500, 1000]).reduce(0) { $0 + abs($1.0 - $1.1) }
    #expect(agree(score.lineScore, wrong / 4 / 1000))
  }

  @Test("Has its decisions hastened by the tempo, and not its moves")
  func tempo() throws {
    let buildUp = try PastBuildUp(scenario(decision: [20, 40]), records: [record(30, 500)])
    let half = SharedParameters(tempo: 0.5, correlation: 0)
    let forecasts = buildUp.forecasts(
      on: [19, 20, 29, 30], with: half, replications: 1, seed: 1, threads: 1)
    #expect(forecasts.map(\.mean) == [0, 500, 500, 1000])
  }

  @Test("Is refused where it is not about one number of people")
  func refusals() throws {
    var two = scenario(decision: [20, 40])
    two.needs.append(two.needs[0])
    #expect(throws: BacktestFailure.self) { try PastBuildUp(two, records: [record(30, 500)]) }
    #expect(throws: BacktestFailure.self) {
      try PastBuildUp(scenario(decision: [20, 40]), records: [record(-1, 500)])
    }
    #expect(throws: BacktestFailure.self) { try PastBuildUp(scenario(decision: [20, 40]), records: []) }
  }

  @Test("Takes 92.5 % of the ceiling at a year for the line, and holds it")
  func line() {
    #expect(NaiveLine.strength(on: 0, authorised: 4000) == 0)
    #expect(NaiveLine.strength(on: 73, authorised: 4000) == 740)
    #expect(NaiveLine.strength(on: 365, authorised: 4000) == 3700)
    #expect(NaiveLine.strength(on: 700, authorised: 4000) == 3700)
  }
}
