import Simulation
import Testing

@Suite("Timeline against closed forms")
struct TimelineClosedFormTests {
  private let n = 100_000

  @Test("A network of nine jobs takes as long as the literature says")
  func nineJobs() throws {
    let scenario = timelineScenario(stages: [
      Stage(id: "a", days: triangular(2, 5, 8)),
      Stage(id: "b", days: triangular(6, 9, 12), after: ["a"]),
      Stage(id: "c", days: triangular(6, 7, 8), after: ["a"]),
      Stage(id: "d", days: triangular(1, 4, 7), after: ["b", "c"]),
      Stage(id: "e", days: triangular(7, 8, 9), after: ["a"]),
      Stage(id: "f", days: triangular(5, 14, 17), after: ["d", "e"]),
      Stage(id: "g", days: triangular(3, 12, 21), after: ["c"]),
      Stage(id: "h", days: triangular(3, 6, 9), after: ["f", "g"]),
      Stage(id: "i", days: triangular(5, 8, 11), after: ["h"]),
    ]) { $0.missions[0].standardDays = 48 }
    let timeline = try simulated(scenario, replications: n)
    #expect(agrees(timeline.pledges[0].arrivalDay, with: 44.27228))
    // The nine-job example of the KSL book, P(T ≤ 48).
    #expect(agrees(timeline.pledges[0].onTime, with: 0.85209, n: n))
    #expect(agrees(timeline.missions[0].standardMet, with: 0.85209, n: n))
  }

  @Test("A chain of three exponential stages is an Erlang law")
  func erlangChain() throws {
    let tenDays = Distribution(.exponential(mean: 10))
    let scenario = timelineScenario(stages: [
      Stage(id: "a", days: tenDays), Stage(id: "b", days: tenDays, after: ["a"]),
      Stage(id: "c", days: tenDays, after: ["b"]),
    ]) { $0.missions[0].standardDays = 60 }
    let n = 1_000_000
    let timeline = try simulated(scenario, replications: n)
    #expect(agrees(timeline.pledges[0].arrivalDay, with: 30))
    #expect(agrees(timeline.pledges[0].onTime, with: 0.938031, n: n))
    // P90 is 53.2232; its standard error at this n is 0.04 days, and a day is rounded up.
    #expect(timeline.pledges[0].arrivalQuantiles[90] == 54)
  }

  /// The triangular law of 30, 45 and 90 days and the PERT law of the same.
  private static let singles: [(law: Distribution, mean: Double, variance: Double, by60: Double, p80: Int)] =
    [
      (triangular(30, 45, 90), 55, 162.5, 2.0 / 3, 67),
      // Its P80 is between 59 and 60 days: P(≤ 59) = 0.7910 and P(≤ 60) = 0.8125.
      (Distribution(.pert(low: 30, mode: 45, high: 90)), 50, 800.0 / 7, 0.8125, 60),
    ]

  @Test("A single stage has the mean, spread, chance and P80 of its law", arguments: singles.indices)
  func single(number: Int) throws {
    let known = Self.singles[number]
    let scenario = timelineScenario(stages: [Stage(id: "a", days: known.law)]) {
      $0.missions[0].standardDays = 60
    }
    let pledge = try simulated(scenario, replications: n).pledges[0]
    let arrival = try #require(pledge.arrivalDay)
    #expect(agrees(arrival, with: known.mean))
    // The relative error of a variance from n draws of a bounded law is below √(2/n).
    let variance = arrival.standardError * arrival.standardError * Double(n)
    #expect(abs(variance / known.variance - 1) < 4 * (2 / Double(n)).squareRoot())
    #expect(agrees(pledge.onTime, with: known.by60, n: n))
    #expect(pledge.arrivalQuantiles[80] == known.p80)
  }

  @Test("The error falls as one over the root of the replications", arguments: [256, 1_024, 4_096])
  func falling(replications: Int) throws {
    let scenario = timelineScenario(stages: [Stage(id: "a", days: triangular(30, 45, 90))])
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    let runs = 100
    let squares = try (0..<runs).reduce(0.0) { sum, run in
      let timeline = try #require(
        simulator.run(replications: replications, seed: UInt64(run), threads: 1))
      let error = try #require(timeline.pledges[0].arrivalDay?.mean) - 55
      return sum + error * error / (162.5 / Double(replications))
    }
    // Squares of standard normals: as many as runs, with a variance of twice that.
    #expect(abs(squares - Double(runs)) < 4 * (2 * Double(runs)).squareRoot())
  }

  @Test("The last of ten parallel stages ends after the tenth harmonic number of means")
  func parallelStages() throws {
    let stages = (0..<10).map { Stage(id: "s\($0)", days: Distribution(.exponential(mean: 20))) }
    let timeline = try simulated(timelineScenario(stages: stages), replications: n)
    let harmonic = (1...10).reduce(0) { $0 + 1 / Double($1) }
    #expect(agrees(timeline.pledges[0].arrivalDay, with: 20 * harmonic))
  }

  @Test("Of ten pledges that may not come, a binomial number does")
  func binomial() throws {
    let p = 0.7
    let scenario = timelineScenario(stages: [], pledges: 10) { scenario in
      scenario.needs[0].quantity = 10
      for index in scenario.pledges.indices { scenario.pledges[index].probability = p }
    }
    let timeline = try simulated(scenario, replications: n)
    for pledge in timeline.pledges { #expect(agrees(pledge.never, with: 1 - p, n: n)) }
    let coverage = timeline.needs[0].coverageByDay[0]
    #expect(agrees(coverage.coverage, with: p))
    // The standard error itself: that of a binomial share.
    let error = (p * (1 - p) / 10 / Double(n)).squareRoot()
    #expect(abs(coverage.coverage.standardError / error - 1) < 0.02)
    // P(X ≤ 4) < 0.1 ≤ P(X ≤ 5) and P(X ≤ 8) < 0.9 ≤ P(X ≤ 9) for X of 10 at 0.7.
    #expect(coverage.p10 == 0.5 && coverage.p90 == 0.9)
  }
}
