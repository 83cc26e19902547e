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
