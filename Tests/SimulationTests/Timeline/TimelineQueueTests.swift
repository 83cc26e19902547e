import Simulation
import Testing

@Suite("Units that wait for one another")
struct TimelineQueueTests {
  private func lifted(_ id: String, by pool: String, after: [String] = [], days: Distribution? = nil) -> Stage
  {
    var stage = Stage(id: id, days: days, after: after)
    stage.lift = pool
    return stage
  }

  @Test("One ship carries five units one after the other, in the order of their names")
  func oneShip() throws {
    let scenario = timelineScenario(stages: [lifted("move", by: "ship", days: .fixed(3))], pledges: 5) {
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: .fixed(10))]
    }
    #expect(
      try simulated(scenario, replications: 256).pledges.map(\.arrivalDay?.mean) == [13, 23, 33, 43, 53])
  }

  @Test("A unit's loads go together: its lift ends with the last of them")
  func loads() throws {
    let scenario = timelineScenario(stages: [lifted("move", by: "ship")], pledges: 3) {
      $0.lift = [LiftPool(id: "ship", carriers: 2, cycleDays: .fixed(10))]
      $0.lift[0].payloadTonnes = 100
      $0.pledges[0].tonnes = 250
    }
    // Three loads on two carriers until day 20; the others take the carrier free at 10, then that free at 20.
    #expect(try simulated(scenario, replications: 256).pledges.map(\.arrivalDay?.mean) == [20, 20, 30])
  }

  @Test("An inspection team sees one unit at a time; a pledge that does not come is not waited for")
  func resource() throws {
    var visit = Stage(id: "visit", days: .fixed(20))
    visit.uses = "team"
    let scenario = timelineScenario(stages: [visit], pledges: 3) {
      $0.resources = [SharedResource(id: "team", count: 1)]
      $0.pledges[0].probability = 0.5
    }
    let timeline = try simulated(scenario)
    #expect(agrees(timeline.pledges[0].never, with: 0.5, n: 10_000))
    #expect(timeline.pledges[0].arrivalDay == Estimate(mean: 20, standardError: 0))
    #expect(timeline.pledges[1].arrivalQuantiles[10] == 20 && timeline.pledges[1].arrivalQuantiles[90] == 40)
    #expect(timeline.pledges[2].arrivalQuantiles[10] == 40 && timeline.pledges[2].arrivalQuantiles[90] == 60)
  }

  @Test("A closed season holds the ship in port")
  func season() throws {
    var move = lifted("move", by: "ship")
    move.season = ["storms": .closed]
    let scenario = timelineScenario(stages: [move], pledges: 2) {
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: .fixed(10))]
      // Days 16 to 46.
      $0.missions[0].seasons = [Season(id: "storms", from: monthDay(12, 1), to: monthDay(12, 31))]
    }
    #expect(try simulated(scenario, replications: 256).pledges.map(\.arrivalDay?.mean) == [10, 51])
  }

  /// Ways by two pools and a team, in random times, with ties.
  private func busy(circular: Bool) -> Scenario {
    let days = triangular(1, 5, 20)
    var visit = Stage(id: "visit", days: days)
    visit.uses = "team"
    let there = [
      visit, lifted("sea", by: "ships", after: ["visit"], days: days),
      lifted("air", by: "planes", after: ["sea"]),
    ]
    let back = [
      visit, lifted("air", by: "planes"), lifted("sea", by: "ships", after: ["air", "visit"], days: days),
    ]
    return timelineScenario(stages: there, pledges: 40) {
      $0.processes.append(ProcessPlan(id: "return", stages: back))
      $0.resources = [SharedResource(id: "team", count: 3)]
      $0.lift = [
        LiftPool(id: "planes", carriers: 2, cycleDays: .fixed(3)),
        LiftPool(id: "ships", carriers: 2, cycleDays: triangular(2, 4, 9)),
      ]
      $0.lift[1].payloadTonnes = 100
      $0.needs[0].quantity = 30
      for index in $0.pledges.indices {
        ($0.pledges[index].tonnes, $0.pledges[index].probability) = (Double(index * 17 % 300), 0.9)
        if circular, index % 3 == 0 { $0.pledges[index].process = "return" }
      }
    }
  }

  @Test("Served in one pass or event by event, every unit arrives at the same time")
  func passEqualsEvents() throws {
    let scenario = busy(circular: false)
    let pass = try simulated(scenario, replications: 3_000)
    #expect(try simulated(scenario, replications: 3_000, eventsOnly: true) == pass)
  }

  @Test("Where two queues feed each other the one without waits is as if alone, and no unit overtakes time")
  func circle() throws {
    let scenario = busy(circular: true)
    let timeline = try simulated(scenario, replications: 2_000)
    #expect(try simulated(scenario, replications: 2_000, threads: 2) == timeline)
    // With carriers for all nobody waits: never later than in the queue.
    var free = scenario
    for index in free.lift.indices { free.lift[index].carriers = 1_000 }
    free.resources[0].count = 1_000
    let unhindered = try simulated(free, replications: 2_000)
    for (waiting, alone) in zip(timeline.pledges, unhindered.pledges) {
      #expect((waiting.arrivalDay?.mean ?? 0) >= (alone.arrivalDay?.mean ?? 0))
    }
  }
}
