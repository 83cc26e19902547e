import Simulation
import Testing

@Suite("Many carriers")
struct TimelineCarrierTests {
  private func lift(after: [String] = []) -> Stage {
    var stage = Stage(id: "lift", after: after)
    stage.lift = "planes"
    return stage
  }

  /// Forty units of one load each, of which some come at the same time and some never.
  private func scenario(carriers: Int, days: Distribution) -> Scenario {
    let stages = [
      Stage(id: "papers", days: Distribution(.empirical([3, 3, 4, 20]))), lift(after: ["papers"]),
    ]
    return timelineScenario(stages: stages, pledges: 40) {
      $0.lift = [LiftPool(id: "planes", carriers: carriers, cycleDays: days)]
      $0.needs[0].quantity = 30
      for index in $0.pledges.indices { $0.pledges[index].probability = 0.9 }
    }
  }

  @Test(
    "However many fly, every unit arrives as if they were watched one by one",
    arguments: [1, 8, 9, 16, 17, 33, 39, 40, 1_000])
  func passEqualsEvents(carriers: Int) throws {
    let scenario = scenario(carriers: carriers, days: triangular(2, 30, 90))
    let pass = try simulated(scenario, replications: 600)
    #expect(try simulated(scenario, replications: 600, eventsOnly: true) == pass)
  }

  @Test("With one day's flight and nine carriers, forty units that come together take five days")
  func byHand() throws {
    let scenario = timelineScenario(stages: [lift()], needs: 40, pledges: 40) {
      $0.lift = [LiftPool(id: "planes", carriers: 9, cycleDays: .fixed(1))]
    }
    let timeline = try simulated(scenario, replications: 256)
    for (number, pledge) in timeline.pledges.enumerated() {
      let flight = number / 9 + 1
      #expect(pledge.arrivalDay?.mean == Double(flight), "\(pledge.pledge)")
    }
  }
}
