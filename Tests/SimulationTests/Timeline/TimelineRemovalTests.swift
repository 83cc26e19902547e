import Simulation
import Testing

/// Random processes of one unit that shares nothing: seasons, dated gates, delays and stages sent back.
@Suite("A stage removed")
struct TimelineRemovalTests {
  private func random(_ number: Int) -> Scenario {
    var dice = SeededGenerator(seed: UInt64(number))
    let stages = (0..<6).map { index -> Stage in
      let after = (0..<index).filter { _ in dice.chance(0.4) }.map { "s\($0)" }
      var stage = Stage(
        id: "s\(index)",
        days: Distribution(.lognormal(median: Double.random(in: 2...30, using: &dice), p95: 60)),
        after: after)
      if dice.chance(0.4) { stage.season = ["rains": .factor(2.5), "snow": .closed] }
      if dice.chance(0.2) { stage.gate = "consent" }
      return stage
    }
    return timelineScenario(stages: stages) {
      $0.contributors[0].delayCorrelation = dice.pick([0, 0.5])
      $0.gates = [
        Gate(
          id: "g", kind: "consent", mission: "mission",
          opening: .onDay(Distribution(.uniform(low: 0, high: 120))))
      ]
      $0.missions[0].seasons = [
        Season(id: "rains", from: monthDay(2, 1), to: monthDay(5, 30)),
        Season(id: "snow", from: monthDay(12, 20), to: monthDay(1, 20)),
      ]
      $0.risks = [
        RiskEvent(id: "customs", probability: 0.3, stage: "s4", effect: .delay(triangular(5, 9, 30))),
        RiskEvent(id: "unfit", probability: 0.3, stage: "s3", effect: .sendBack(to: "s0")),
        RiskEvent(id: "vote", probability: 0.1, stage: "s2", effect: .cancel),
      ]
    }
  }

  private func ready(_ scenario: Scenario, _ replication: Int) -> Double {
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    return simulator.trace(replication: replication, seed: 2017).units[0].readyAt ?? .infinity
  }

  @Test("Where nothing is shared, no arrival is ever later without it", arguments: 0..<20)
  func neverLater(number: Int) throws {
    let scenario = random(number)
    for replication in 0..<4 {
      let with = ready(scenario, replication)
      let without = scenario.processes[0].stages.map { stage in
        var lighter = scenario
        lighter.pledges[0].done = [stage.id]
        return ready(lighter, replication)
      }
      for time in without { #expect(time <= with, "replication \(replication)") }
    }
  }

  @Test("The check sees something: most replications are sooner without some stage")
  func bites() {
    let sooner = (0..<20).count { number in
      let scenario = random(number)
      var lighter = scenario
      lighter.pledges[0].done = Set(scenario.processes[0].stages.map(\.id))
      return ready(lighter, 0) < ready(scenario, 0)
    }
    #expect(sooner > 15)
  }
}
