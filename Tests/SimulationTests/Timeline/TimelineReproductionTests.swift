import Simulation
import Testing

@Suite("The same luck every time")
struct TimelineReproductionTests {
  private func scenario(pledges: Int) -> Scenario {
    var move = Stage(id: "move", days: triangular(2, 5, 9), after: ["agreement"])
    move.season = ["rains": .factor(2)]
    move.gate = "consent"
    let stages = [Stage(id: "agreement", days: Distribution(.lognormal(median: 60, p95: 180))), move]
    return timelineScenario(stages: stages, needs: pledges, pledges: pledges) {
      $0.missions[0].seasons = [Season(id: "rains", from: monthDay(1, 14), to: monthDay(3, 30))]
      let opening = Distribution(.gamma(mean: 60, sd: 40))
      $0.gates = [Gate(id: "g", kind: "consent", mission: "mission", opening: .onDay(opening))]
      for index in $0.pledges.indices { $0.pledges[index].probability = 0.8 }
    }
  }

  @Test("Any number of threads gives the same timeline to the last bit", arguments: [2, 3, 8])
  func threads(count: Int) throws {
    let scenario = scenario(pledges: 6)
    let one = try simulated(scenario, replications: 5_000)
    #expect(try simulated(scenario, replications: 5_000, threads: count) == one)
  }

  @Test("A pledge meets the same luck whatever else is in the plan, in any order")
  func commonRandomNumbers() throws {
    let few = try simulated(scenario(pledges: 2))
    let many = try simulated(scenario(pledges: 7))
    #expect(Array(many.pledges.prefix(2)) == few.pledges)
    #expect(Array(many.needs.prefix(2)) == few.needs)
    let whole = scenario(pledges: 7)
    #expect(try simulated(whole, assignments: sent(whole).reversed()) == many)
  }

  @Test("Pledges of one process have luck of their own, and waits for one gate in common")
  func ownLuck() throws {
    let timeline = try simulated(scenario(pledges: 2))
    #expect(timeline.pledges[0].arrivalDay != timeline.pledges[1].arrivalDay)
  }

  @Test("Four times the replications halve the error")
  func error() throws {
    let scenario = scenario(pledges: 1)
    let few = try simulated(scenario, replications: 20_000).needs[0].gapDays.standardError
    let many = try simulated(scenario, replications: 80_000).needs[0].gapDays.standardError
    // The error of an estimated spread at 20,000 is about 1/200.
    #expect(abs(few / many - 2) < 0.06)
  }

  @Test("An interrupted run has no result")
  func interrupted() {
    let scenario = scenario(pledges: 1)
    let interruption = Interruption()
    interruption.raise()
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    #expect(simulator.run(replications: 10_000, seed: 1, threads: 2, interruption: interruption) == nil)
  }

  @Test("Progress is told about twenty times, up to all of it")
  func progress() throws {
    let scenario = scenario(pledges: 1)
    let told = Told()
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    let timeline = simulator.run(replications: 30_000, seed: 1, threads: 2, progress: { told.append($0) })
    #expect(timeline?.replications == 30_000)
    #expect(told.shares.count == 20 && told.shares.max() == 1)
  }
}
