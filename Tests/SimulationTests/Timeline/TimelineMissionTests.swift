import Simulation
import Testing

@Suite("Missions in the timeline")
struct TimelineMissionTests {
  /// Needs of weights 1, 2 and 5 that are met from days 10, 40 and 80; the last begins on day 50.
  private func scenario(change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    timelineScenario(stages: [], needs: 3, pledges: 3) {
      for (index, (weight, from)) in [(1.0, 10), (2, 40), (5, 80)].enumerated() {
        $0.needs[index].weight = weight
        $0.pledges[index].from = from
      }
      $0.needs[2].from = 50
      change(&$0)
    }
  }

  @Test("A share is reached on the first day on which the needs that run are met so far")
  func shares() throws {
    let mission = try simulated(scenario(), replications: 256).missions[0]
    // A third from day 10; all of what runs from day 40, until the third need begins.
    #expect(mission.daysToShare.mapValues { $0[50] } == [0.25: 10, 0.5: 40, 0.75: 40, 0.9: 40])
    #expect(mission.firstArrivalDay[50] == 10)
  }

  @Test("Every need has to be met within the standard, counted from its own first day")
  func standard() throws {
    for (days, met) in [(39, 0.0), (40, 1), (90, 1)] {
      let timeline = try simulated(scenario { $0.missions[0].standardDays = days }, replications: 256)
      #expect(timeline.missions[0].standardMet.probability == met)
    }
  }

  @Test("The headline weighs needs by their own and their mission's weight, so many days after each begins")
  func headline() throws {
    let timeline = try simulated(scenario { $0.simulation.standards = [10, 30, 2000] }, replications: 256)
    // On day 30 after: needs 1 and 3 (days 30 and 80); beyond the end its last day counts.
    #expect(timeline.headline.map(\.share.mean) == [0.125, 0.75, 1])
    #expect(timeline.headline.allSatisfy { $0.share.standardError == 0 })
  }

  @Test("The error of the headline knows that needs of one pledge stand and fall together")
  func headlineError() throws {
    let scenario = timelineScenario(stages: [], needs: 2) {
      ($0.pledges[0].units, $0.pledges[0].quantity, $0.pledges[0].probability) = (2, 2, 0.5)
    }
    let plan = scenario.needs.map {
      Assignment(
        pledge: "pledge-000", need: $0.id, units: 1, quantity: 1, requestDay: 0, arrivalDay: 0, untilDay: 720,
        isInPlace: false)
    }
    let timeline = try simulated(scenario, assignments: plan)
    let share = timeline.headline[0].share
    #expect(agrees(share, with: 0.5))
    // Both needs or neither: 0.5 / √n, where two pledges would give 0.354 / √n.
    #expect(abs(share.standardError / (0.5 / 100) - 1) < 0.01)
  }

  @Test(
    "The weighted gap weighs needs by their own and their mission's weight, its error all of them together")
  func weightedGap() throws {
    let scenario = timelineScenario(stages: [], needs: 2) {
      ($0.pledges[0].units, $0.pledges[0].quantity, $0.pledges[0].probability) = (2, 2, 0.5)
      ($0.needs[1].weight, $0.missions[0].weight) = (3, 2)
    }
    let plan = scenario.needs.map {
      Assignment(
        pledge: "pledge-000", need: $0.id, units: 1, quantity: 1, requestDay: 0, arrivalDay: 0, untilDay: 720,
        isInPlace: false)
    }
    let timeline = try simulated(scenario, assignments: plan)
    let gap = try #require(timeline.weightedGapDays)
    #expect(agrees(gap, with: 720 * 8 / 2))
    let sum: Double = 2 * timeline.needs[0].gapDays.mean + 6 * timeline.needs[1].gapDays.mean
    #expect(abs(gap.mean - sum) < 1e-9)
    // All open or none: 720 · 8 · 0.5 / √n.
    let ratio: Double = gap.standardError / 28.8
    #expect(abs(ratio - 1) < 0.01)
  }
}
