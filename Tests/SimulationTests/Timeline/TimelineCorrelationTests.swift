import Foundation
import Simulation
import Testing

@Suite("Delays of one contributor move together")
struct TimelineCorrelationTests {
  private let n = 100_000

  /// Two pledges, each to a need of its own, on time within its median with one half.
  private func scenario(correlation: Double, contributors: [String] = ["AAA", "AAA"]) -> Scenario {
    let stages = [Stage(id: "a", days: Distribution(.lognormal(median: 60, p95: 180)))]
    return timelineScenario(stages: stages, needs: 2, pledges: 2) {
      $0.contributors.append(Contributor(id: "BBB", name: "B"))
      for index in 0..<2 {
        $0.pledges[index].contributor = contributors[index]
        $0.contributors[index].delayCorrelation = correlation
      }
      $0.missions[0].standardDays = 60
    }
  }

  @Test("Two pledges of one contributor are both early as often as the copula says", arguments: [0.3, 0.8])
  func both(correlation: Double) throws {
    let timeline = try simulated(scenario(correlation: correlation), replications: n)
    for pledge in timeline.pledges { #expect(agrees(pledge.onTime, with: 0.5, n: n)) }
    let chance = 0.25 + asin(correlation) / (2 * Double.pi)
    #expect(agrees(timeline.missions[0].standardMet, with: chance, n: n))
  }

  @Test("Pledges of two contributors stay independent")
  func apart() throws {
    let timeline = try simulated(
      scenario(correlation: 0.8, contributors: ["AAA", "BBB"]), replications: n)
    #expect(agrees(timeline.missions[0].standardMet, with: 0.25, n: n))
  }

  @Test("A correlation leaves other contributors' luck as it was")
  func commonRandomNumbers() throws {
    let before = try simulated(scenario(correlation: 0, contributors: ["AAA", "BBB"]))
    var correlated = scenario(correlation: 0, contributors: ["AAA", "BBB"])
    correlated.contributors[1].delayCorrelation = 0.8
    let after = try simulated(correlated)
    #expect(before.pledges[0] == after.pledges[0])
    #expect(before.pledges[1] != after.pledges[1])
  }

  @Test("The variance of two stages in a row grows by their covariance")
  func covariance() throws {
    let uniform = Distribution(.uniform(low: 0, high: 60))
    let scenario = timelineScenario(
      stages: [Stage(id: "a", days: uniform), Stage(id: "b", days: uniform, after: ["a"])]
    ) { $0.contributors[0].delayCorrelation = 0.5 }
    let arrival = try #require(try simulated(scenario, replications: n).pledges[0].arrivalDay)
    #expect(agrees(arrival, with: 60))
    // 300 each, and twice Spearman's correlation of it: an even law's own is that of its ranks.
    let variance = 600 * (1 + 6 / Double.pi * asin(0.25))
    // The relative error of a variance from n draws is below √(2/n).
    let found = arrival.standardError * arrival.standardError * Double(n)
    let error = (2 / Double(n)).squareRoot()
    #expect(abs(found / variance - 1) < 4 * error)
  }

  @Test("The lift of a unit is the carriers' affair, whoever else uses them")
  func lift() throws {
    var move = Stage(id: "move", days: triangular(2, 5, 9))
    move.lift = "ships"
    let alone = timelineScenario(stages: [move]) {
      $0.lift = [LiftPool(id: "ships", carriers: 1, cycleDays: triangular(2, 9, 40))]
    }
    var joined = alone
    joined.pledges.append(alone.pledges[0])
    joined.pledges[1].id = "pledge-001"
    joined.pledges[1].probability = 0
    let (one, two) = (try simulated(alone, replications: n), try simulated(joined, replications: n))
    #expect(one.pledges[0] == two.pledges[0])
    // Lift and days after it draw apart: their variances add up.
    let arrival = try #require(one.pledges[0].arrivalDay)
    let found = arrival.standardError * arrival.standardError * Double(n)
    let error = (2 / Double(n)).squareRoot()
    #expect(abs(found / (68.1667 + 2.0556) - 1) < 4 * error)
  }
}
