import Simulation
import Testing

@Suite("Risk events")
struct TimelineRiskTests {
  private let n = 100_000

  /// Stage b of 10 days after stage a of 5.
  private func scenario(pledges: Int = 1, change: (inout Scenario) -> Void = { _ in }, _ risks: RiskEvent...)
    -> Scenario
  {
    timelineScenario(
      stages: [Stage(id: "a", days: .fixed(5)), Stage(id: "b", days: .fixed(10), after: ["a"])],
      pledges: pledges
    ) {
      $0.risks = risks
      change(&$0)
    }
  }

  private func risk(
    _ probability: Double, at stage: String = "b", id: String = "risk", _ effect: RiskEvent.Effect
  ) -> RiskEvent { RiskEvent(id: id, probability: probability, stage: stage, effect: effect) }

  @Test("A risk delays so often as it says, by the days it says")
  func delay() throws {
    let scenario = scenario(
      change: { $0.missions[0].standardDays = 15 }, risk(0.3, .delay(triangular(10, 20, 60))))
    let pledge = try simulated(scenario, replications: n).pledges[0]
    #expect(agrees(pledge.arrivalDay, with: 15 + 0.3 * 30))
    #expect(agrees(pledge.onTime, with: 0.7, n: n))
  }

  @Test("A pledge that a risk cancels never comes")
  func cancel() throws {
    let pledge = try simulated(scenario(risk(0.25, .cancel)), replications: n).pledges[0]
    #expect(agrees(pledge.never, with: 0.25, n: n))
    #expect(pledge.arrivalDay == Estimate(mean: 15, standardError: 0))
  }

  @Test("A stage that is sent back is done again until it passes: a geometric number of times")
  func sendBack() throws {
    let scenario = scenario(
      change: { $0.missions[0].standardDays = 30 }, risk(0.4, .sendBack(to: "a")))
    let pledge = try simulated(scenario, replications: n).pledges[0]
    #expect(agrees(pledge.arrivalDay, with: 15 / 0.6))
    #expect(agrees(pledge.onTime, with: 1 - 0.4 * 0.4, n: n))
  }

  @Test("What is done again takes days of its own, through the seasons")
  func ownDays() throws {
    // One day in two is worked: a stage of exponential days, each turn drawn anew, takes twice as long.
    var work = Stage(id: "b", days: Distribution(.exponential(mean: 10)))
    work.season = ["always": .factor(2)]
    let scenario = timelineScenario(stages: [work], horizon: 3_000) {
      $0.risks = [risk(0.5, .sendBack(to: "b"))]
      $0.missions[0].seasons = [Season(id: "always", from: monthDay(1, 1), to: monthDay(12, 31))]
      $0.missions[0].standardDays = 50
    }
    let pledge = try simulated(scenario, replications: n).pledges[0]
    // A geometric sum of exponentials is exponential: mean 2 · 10 / 0.5.
    #expect(agrees(pledge.arrivalDay, with: 40))
    #expect(agrees(pledge.onTime, with: 0.713495, n: n))  // 1 − e^(−50/40)
  }

  @Test("Only what lies between is done again, and a risk on the way is met again")
  func nested() throws {
    let stages = [
      Stage(id: "a", days: .fixed(4)), Stage(id: "b", days: .fixed(6), after: ["a"]),
      Stage(id: "c", days: .fixed(2), after: ["b"]), Stage(id: "side", days: .fixed(1), after: ["a"]),
      Stage(id: "start", days: .fixed(3)),
    ]
    let scenario = timelineScenario(
      stages: stages.map { stage in
        var stage = stage
        if stage.id == "a" { stage.after = ["start"] }
        return stage
      }
    ) {
      $0.risks = [
        risk(0.3, at: "b", id: "first", .sendBack(to: "a")),
        risk(0.2, at: "c", id: "second", .sendBack(to: "a")),
      ]
    }
    let pledge = try simulated(scenario, replications: n).pledges[0]
    #expect(agrees(pledge.arrivalDay, with: 3 + ((4 + 6) / 0.7 + 2) / 0.8))
  }

  @Test("What is always sent back never comes, however long the horizon and however short the stage")
  func always() throws {
    for days in [0.0, 0.001, 30] {
      let scenario = timelineScenario(stages: [Stage(id: "b", days: .fixed(days))]) {
        $0.risks = [risk(1, .sendBack(to: "b"))]
      }
      #expect(try simulated(scenario, replications: 256).pledges[0].never.probability == 1)
    }
  }

  @Test("A risk strikes the contributors, missions and stages that it names and no others")
  func scope() throws {
    var own = risk(1, .cancel)
    own.contributors = ["BBB"]
    var elsewhere = risk(1, id: "elsewhere", .cancel)
    elsewhere.missions = ["another"]
    let scenario = scenario(
      pledges: 3,
      change: {
        $0.contributors.append(Contributor(id: "BBB", name: "B"))
        $0.pledges[1].contributor = "BBB"
        $0.pledges[2].contributor = "BBB"
        $0.pledges[2].done = ["b"]
      }, own, elsewhere)
    #expect(try simulated(scenario, replications: 256).pledges.map(\.never.probability) == [0, 1, 0])
  }

  @Test("A risk changes nothing for a pledge that it cannot strike")
  func commonRandomNumbers() throws {
    let calm = timelineScenario(stages: [Stage(id: "b", days: triangular(2, 9, 40))], pledges: 2)
    var stormy = calm
    stormy.risks = [risk(0.5, .sendBack(to: "b"))]
    stormy.risks[0].contributors = ["BBB"]
    stormy.contributors.append(Contributor(id: "BBB", name: "B"))
    stormy.pledges[1].contributor = "BBB"
    let (before, after) = (try simulated(calm), try simulated(stormy))
    #expect(before.pledges[0] == after.pledges[0])
    #expect(before.pledges[1] != after.pledges[1])
  }
}

@Suite("Risk events that send back to a queue")
struct TimelineRequeueTests {
  /// A visit by a team, then a review that may send back to it, and one after both that may do so too.
  private func scenario(pledges: Int, teams: Int, absent: Int = 0) -> Scenario {
    var visit = Stage(id: "visit", days: triangular(2, 9, 40))
    visit.uses = "team"
    let stages = [
      visit, Stage(id: "review", days: triangular(1, 3, 8), after: ["visit"]),
      Stage(id: "vote", days: triangular(1, 2, 3), after: ["review"]),
    ]
    return timelineScenario(stages: stages, pledges: pledges + absent) {
      $0.resources = [SharedResource(id: "team", count: teams)]
      for index in 0..<absent { $0.pledges[pledges + index].probability = 0 }
      $0.risks = [
        RiskEvent(id: "late", probability: 0.3, stage: "review", effect: .delay(triangular(1, 5, 9))),
        RiskEvent(id: "no", probability: 0.3, stage: "vote", effect: .sendBack(to: "visit")),
        RiskEvent(id: "unfit", probability: 0.4, stage: "review", effect: .sendBack(to: "visit")),
        RiskEvent(id: "unread", probability: 0.2, stage: "review", effect: .sendBack(to: "review")),
      ]
    }
  }

  @Test("Where a team is always free, queueing again takes as long as doing again")
  func unhindered() throws {
    let alone = try simulated(scenario(pledges: 3, teams: 3), replications: 3_000)
    // A fourth that never comes makes a queue of it, in which nobody waits.
    let queued = try simulated(scenario(pledges: 3, teams: 3, absent: 1), replications: 3_000)
    #expect(Array(queued.pledges.prefix(3)) == alone.pledges)
    #expect(try simulated(scenario(pledges: 3, teams: 3), replications: 3_000, eventsOnly: true) == alone)
  }

  @Test("Two units that are sent back take turns with one team, first come first served")
  func byTurns() throws {
    var visit = Stage(id: "visit", days: .fixed(10))
    visit.uses = "team"
    let stages = [visit, Stage(id: "review", days: .fixed(4), after: ["visit"])]
    let scenario = timelineScenario(stages: stages, needs: 2, pledges: 2) {
      $0.resources = [SharedResource(id: "team", count: 1)]
      $0.risks = [RiskEvent(id: "no", probability: 0.5, stage: "review", effect: .sendBack(to: "visit"))]
      $0.simulation.standards = [13, 14, 33, 34, 47, 48, 54, 23, 24, 37, 38, 43, 44]
    }
    let n = 100_000
    let needs = try simulated(scenario, replications: n).needs
    // The first is reviewed on day 14, then on 34, since the second is visited until 20; then on 48, or on 54
    // where the second was sent back on day 24 too.
    let first = [(13, 0), (14, 0.5), (33, 0.5), (34, 0.75), (47, 0.75), (48, 0.8125), (54, 0.875)]
    // The second on day 24; then on 38, or on 44 where the first was sent back before it.
    let second = [(23, 0), (24, 0.5), (37, 0.5), (38, 0.625), (43, 0.625), (44, 0.75)]
    for (need, chances) in zip(needs, [first, second]) {
      for (day, chance) in chances {
        let found = try #require(need.fullyCoveredBy[day])
        #expect(agrees(found, with: chance, n: n), "\(need.need) by day \(day)")
      }
    }
  }

  @Test("Any number of threads gives the same timeline to the last bit", arguments: [2, 3, 8])
  func threads(count: Int) throws {
    let scenario = scenario(pledges: 5, teams: 2)
    let one = try simulated(scenario, replications: 2_000)
    #expect(try simulated(scenario, replications: 2_000, threads: count) == one)
  }
}
