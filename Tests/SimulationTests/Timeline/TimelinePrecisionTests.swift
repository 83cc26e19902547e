import Simulation
import Testing

@Suite("Running to a precision")
struct TimelinePrecisionTests {
  private var scenario: Scenario {
    timelineScenario(
      stages: [Stage(id: "a", days: Distribution(.exponential(mean: 60)))], needs: 2, pledges: 2
    ) { $0.pledges[0].probability = 0.5 }
  }

  private func run(_ precision: Double, limit: Int = 1_000_000, threads: Int = 1) throws -> Timeline {
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    return try #require(simulator.run(precision: precision, limit: limit, seed: 2017, threads: threads))
  }

  /// All headline probabilities, by the definition of the method.
  private func widest(_ timeline: Timeline) -> Double {
    let chances =
      timeline.needs.flatMap { Array($0.fullyCoveredBy.values) } + timeline.missions.map(\.standardMet)
      + timeline.pledges.flatMap { [$0.never, $0.onTime] }
    return chances.map { ($0.high - $0.low) / 2 }.max() ?? 0
  }

  @Test("A run ends at the first look at which every headline chance is known well enough")
  func ends() throws {
    let timeline = try run(0.01)
    let convergence = try #require(timeline.convergence)
    #expect(convergence.isReached && convergence.halfWidth < 0.01)
    #expect(convergence.halfWidth == widest(timeline))
    // Near one half, 1.96² · 0.25 / 0.01² = 9,604 are needed: the third look.
    #expect(timeline.replications == 12_288)
    let before = try simulated(scenario, replications: 8_192)
    #expect(widest(before) >= 0.01)
  }

  @Test("It is the same run as one of so many replications")
  func isTheCrowd() throws {
    var timeline = try run(0.01)
    timeline.convergence = nil
    #expect(try timeline == simulated(scenario, replications: timeline.replications))
  }

  @Test("It stops at the same place on any number of threads", arguments: [2, 3, 8])
  func threads(count: Int) throws {
    #expect(try run(0.005, threads: count) == run(0.005))
  }

  @Test("A precision out of reach stops at the limit, and says so")
  func limit() throws {
    let timeline = try run(0.001, limit: 10_000)
    #expect(timeline.replications == 10_000)
    #expect(timeline.convergence?.isReached == false)
    #expect(timeline.convergence?.limit == 10_000)
    #expect(try #require(timeline.convergence).halfWidth > 0.001)
  }

  @Test("Chances that are certain need no more than the first look")
  func certain() throws {
    let scenario = timelineScenario(stages: [Stage(id: "a", days: .fixed(10))])
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    let timeline = try #require(simulator.run(precision: 0.01, seed: 1, threads: 1))
    #expect(timeline.replications == 4_096)
  }
}
