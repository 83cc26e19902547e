import Simulation
import Testing

/// Ten days of road, from 15 November on, through two seasons.
@Suite("Days that several seasons take from one stage")
struct SeasonCauseTests {
  private func waits(
    rains: Stage.SeasonEffect, _ rainsDays: (from: Int, to: Int), feast: Stage.SeasonEffect,
    _ feastDays: (from: Int, to: Int), horizon: Int = 720, pledges: Int = 1, eventsOnly: Bool = false
  ) throws -> [String: Cause] {
    var road = Stage(id: "road", days: .fixed(10))
    road.uses = "team"
    road.season = ["rains": rains, "feast": feast]
    let scenario = timelineScenario(stages: [road], horizon: horizon, pledges: pledges) {
      $0.resources = [SharedResource(id: "team", count: 1)]
      $0.missions[0].seasons = [
        Season(id: "rains", from: monthDay(11, rainsDays.from), to: monthDay(11, rainsDays.to)),
        Season(id: "feast", from: monthDay(11, feastDays.from), to: monthDay(11, feastDays.to)),
      ]
    }
    let simulator = TimelineSimulator(
      scenario: scenario, assignments: sent(scenario), eventsOnly: eventsOnly)
    let found = try #require(simulator.causes(replications: 300, seed: 2017, threads: 1))
    let seasons = found.causes.filter { $0.kind == .season }
    return Dictionary(seasons.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func certain(_ days: Double) -> Estimate { Estimate(mean: days, standardError: 0) }

  @Test(
    "Seasons that follow one another each take their own days, queue or none, in order or event by event",
    arguments: [1, 2], [false, true])
  func apart(pledges: Int, eventsOnly: Bool) throws {
    // Days 0 to 3 at half pace, 4 and 5 free, 6 to 8 closed, then six days more: done on day 15. A second unit
    // begins after that.
    let found = try waits(
      rains: .factor(2), (15, 18), feast: .closed, (21, 23), pledges: pledges, eventsOnly: eventsOnly)
    #expect(found["rains"]?.daysWaited == certain(2))
    #expect(found["feast"]?.daysWaited == certain(3))
  }

  @Test("Where they overlap the slowest takes the day, and all that they take is what the work takes longer")
  func overlapping() throws {
    // Days 0 to 9 at half pace but for 2 and 3, which are closed: four days of work by then, done on day 16.
    let found = try waits(rains: .factor(2), (15, 24), feast: .closed, (17, 18))
    #expect(found["rains"]?.daysWaited == certain(4))
    #expect(found["feast"]?.daysWaited == certain(2))
    // Without the feast two days more of the ten are worked at half pace; without the rains only it is left.
    #expect(found["feast"]?.gapDaysIfRemoved == certain(-1))
    #expect(found["rains"]?.gapDaysIfRemoved == certain(-4))
  }

  @Test("Of two that slow a day alike neither is said to take it")
  func alike() throws {
    let found = try waits(rains: .factor(2), (15, 24), feast: .factor(2), (20, 22))
    #expect(found.count == 2 && found.values.allSatisfy { $0.daysWaited == nil })
    #expect(found["feast"]?.gapDaysIfRemoved == certain(0))
  }

  @Test("Only days before the horizon count")
  func horizon() throws {
    let found = try waits(rains: .factor(2), (15, 18), feast: .closed, (21, 23), horizon: 8)
    #expect(found["rains"]?.daysWaited == certain(2))
    #expect(found["feast"]?.daysWaited == certain(2))
  }

  @Test("A road closed all year takes every day", arguments: [false, true])
  func closed(eventsOnly: Bool) throws {
    var road = Stage(id: "road", days: .fixed(10))
    road.season = ["always": .closed]
    let scenario = timelineScenario(stages: [road], horizon: 100) {
      $0.missions[0].seasons = [Season(id: "always", from: monthDay(1, 1), to: monthDay(12, 31))]
    }
    let simulator = TimelineSimulator(
      scenario: scenario, assignments: sent(scenario), eventsOnly: eventsOnly)
    let found = try #require(simulator.causes(replications: 300, seed: 2017, threads: 1))
    let always = try #require(found.causes.first { $0.kind == .season })
    #expect(always.daysWaited == certain(100))
    #expect(always.gapDaysIfRemoved == certain(-90))
  }

  @Test("The days are those of a crisis that falls into the season")
  func crisis() throws {
    var road = Stage(id: "road", days: .fixed(10))
    road.season = ["rains": .factor(2)]
    let scenario = timelineScenario(stages: [road]) {
      $0.trigger = Trigger(onDay: .fixed(20))
      $0.missions[0].seasons = [Season(id: "rains", from: monthDay(12, 7), to: monthDay(12, 10))]
    }
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    let found = try #require(simulator.causes(replications: 300, seed: 2017, threads: 1))
    // Day 20 is 5 December: two days free, four at half pace.
    #expect(found.causes.first { $0.kind == .season }?.daysWaited == certain(2))
  }
}
