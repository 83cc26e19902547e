import Foundation
import Simulation
import Testing

@Suite("Coming in parts and leaving early")
struct TimelinePresenceTests {
  private let n = 100_000
  private let parties = [PledgePart(share: 0.3, lagDays: 0), PledgePart(share: 0.7, lagDays: 30)]

  @Test("The advance party covers its share until the main body is there; both leave together")
  func parts() throws {
    let scenario = timelineScenario(stages: [Stage(id: "a", days: .fixed(9.5))]) {
      $0.pledges[0].parts = parties
      $0.pledges[0].tourDays = 100
      $0.simulation.standards = [9, 10, 39, 40, 109, 110]
    }
    let timeline = try simulated(scenario, replications: 300)
    let need = timeline.needs[0]
    let coverage = need.coverageByDay.filter { scenario.simulation.standards.contains($0.day) }
    #expect(coverage.map(\.coverage.mean) == [0, 0.3, 0.3, 1, 1, 0])
    // Nothing for 10 days and from day 110 to 720, 0.3 for 30 days.
    #expect(need.gapDays.mean == 641)
    #expect(need.fullyCoveredBy.filter { $0.value.probability == 1 }.keys.sorted() == [40, 109, 110])
    // The pledge has come when all of it has; the mission has seen the first of it.
    #expect(timeline.pledges[0].arrivalDay?.mean == 39.5)
    #expect(timeline.missions[0].firstArrivalDay[50] == 10)
  }

  @Test("A main body whose tour would be over never comes")
  func lateMainBody() throws {
    let scenario = timelineScenario(stages: []) {
      $0.pledges[0].parts = parties
      $0.pledges[0].tourDays = 30
    }
    let timeline = try simulated(scenario, replications: 300)
    #expect(timeline.pledges[0].never.probability == 1)
    #expect(timeline.needs[0].gapDays.mean == 711)
  }

  @Test("The main body follows its advance party, whenever that came")
  func sharedLuck() throws {
    let whole = timelineScenario(stages: [Stage(id: "a", days: triangular(10, 40, 90))])
    var apart = whole
    apart.pledges[0].parts = parties
    let (one, two) = (try simulated(whole).needs[0].gapDays, try simulated(apart).needs[0].gapDays)
    // Draws of its own would give the main body an error of its own.
    #expect(abs(two.mean - one.mean - 21) < 1e-6)
    #expect(abs(two.standardError - one.standardError) < 1e-6)
  }

  @Test("Those who are there leave at a constant rate a year")
  func withdrawal() throws {
    let scenario = timelineScenario(stages: [Stage(id: "a", days: .fixed(10))], needs: 2, pledges: 2) {
      for index in 0..<2 { $0.pledges[index].withdrawalPerYear = 0.8 }
      $0.simulation.standards = [10, 375]
    }
    let plan =
      [sent(scenario)[0]] + [
        Assignment(
          pledge: "pledge-001", need: "need-001", units: 1, quantity: 1, requestDay: nil, arrivalDay: 0,
          untilDay: 720, isInPlace: true)
      ]
    let timeline = try simulated(scenario, assignments: plan, replications: n)
    for (need, came) in zip(timeline.needs, [10, 0]) {
      for day in need.coverageByDay where day.day >= came {
        let days = Double(day.day - came)
        #expect(agrees(day.coverage, with: exp(-0.8 * days / 365)))
      }
    }
    #expect(timeline.pledges[0].never.probability == 0)
    // Having been full once is what full coverage by a day asks.
    #expect(timeline.needs[0].fullyCoveredBy[375]?.probability == 1)
    // Days there, of 710 at most: Σ exp(−0.8 d / 365), but certain on the first.
    var present = 0.0
    for day in 0..<710 { present += exp(-0.8 * Double(day) / 365) }
    #expect(agrees(timeline.needs[0].gapDays, with: 720 - present))
  }

  @Test("A main body does not follow an advance party that was withdrawn")
  func withdrawnBetween() throws {
    let scenario = timelineScenario(stages: []) {
      $0.pledges[0].parts = [PledgePart(share: 0.5, lagDays: 0), PledgePart(share: 0.5, lagDays: 365)]
      $0.pledges[0].withdrawalPerYear = 1
    }
    let timeline = try simulated(scenario, replications: n)
    #expect(agrees(timeline.pledges[0].never, with: 1 - exp(-1), n: n))
  }
}
