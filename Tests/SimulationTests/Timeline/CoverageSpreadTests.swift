import Foundation
import Simulation
import Testing

@Suite("How coverage is spread")
struct CoverageSpreadTests {
  private let n = 100_000

  private func spreads(_ scenario: Scenario, on days: [Int]) -> [CoverageSpread] {
    TimelineSimulator(scenario: scenario, assignments: sent(scenario))
      .spreads(ofNeed: "need-000", on: days, replications: n, seed: 2017, threads: 1)
  }

  @Test("Pledges that may not come make a binomial law, level by level")
  func binomial() throws {
    let scenario = timelineScenario(stages: [], pledges: 4) { scenario in
      scenario.needs[0].quantity = 4
      for index in scenario.pledges.indices { scenario.pledges[index].probability = 0.7 }
    }
    let spread = try #require(spreads(scenario, on: [5]).first)
    #expect(spread.levels.map(\.coverage) == [0, 0.25, 0.5, 0.75, 1])
    for (level, chance) in zip(spread.levels, [0.0081, 0.0756, 0.2646, 0.4116, 0.2401]) {
      let error = (chance * (1 - chance) / Double(n)).squareRoot()
      #expect(abs(Double(level.replications) / Double(n) - chance) < 4 * error)
    }
    #expect(spread.quantile(10) == 0.5 && spread.quantile(50) == 0.75 && spread.quantile(90) == 1)
  }

  @Test("Levels that are too many to be told apart are binned finely, and no unit is lost")
  func manyLevels() throws {
    // Sizes 1, 2, 4 … 2¹⁰ make 2,048 sums.
    let scenario = timelineScenario(stages: [], pledges: 11) { scenario in
      scenario.needs[0].quantity = 2047
      for index in scenario.pledges.indices {
        scenario.pledges[index].quantity = pow(2, Double(index))
        scenario.pledges[index].probability = 0.5
      }
    }
    let spread = try #require(spreads(scenario, on: [5]).first)
    #expect(spread.levels.count > 900)
    #expect(spread.levels.reduce(0) { $0 + $1.replications } == n)
    // All sums are equally likely; a bin is 1/960 wide, and four errors of a quantile are 4 · 0.3/√n.
    for percent in [10, 50, 90] {
      #expect(
        abs(spread.quantile(percent) - Double(percent) / 100) < 1 / 960 + 4 * 0.5 / Double(n).squareRoot())
    }
  }

  @Test("The band of the timeline is that of the spread")
  func sameBand() throws {
    let scenario = timelineScenario(
      stages: [Stage(id: "a", days: triangular(10, 40, 90))], pledges: 6
    ) { $0.needs[0].quantity = 6 }
    let timeline = try simulated(scenario, replications: n)
    let days = timeline.needs[0].coverageByDay
    for (day, spread) in zip(days, spreads(scenario, on: days.map(\.day))) {
      #expect(day.p10 == spread.quantile(10) && day.p90 == spread.quantile(90))
    }
  }
}
