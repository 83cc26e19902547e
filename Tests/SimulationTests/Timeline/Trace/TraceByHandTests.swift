import Simulation
import Testing

@Suite("A replication worked out by hand")
struct TraceByHandTests {
  /// Two pledges of one team, one consent on day 20 and one ship that takes 10 days, after which customs always
  /// cost 4 more.
  private var scenario: Scenario {
    var visit = Stage(id: "visit", days: .fixed(3), after: ["papers"])
    visit.uses = "team"
    var move = Stage(id: "move", days: nil, after: ["visit"])
    (move.lift, move.gate) = ("ship", "consent")
    return timelineScenario(
      stages: [Stage(id: "papers", days: .fixed(5)), visit, move], needs: 2, pledges: 2
    ) {
      $0.resources = [SharedResource(id: "team", count: 1)]
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: .fixed(10))]
      $0.gates = [Gate(id: "consent-m", kind: "consent", mission: "mission", opening: .onDay(.fixed(20)))]
      $0.risks = [RiskEvent(id: "customs", probability: 1, stage: "move", effect: .delay(.fixed(4)))]
    }
  }

  private func trace(_ scenario: Scenario, eventsOnly: Bool = false) -> ReplicationTrace {
    TimelineSimulator(scenario: scenario, assignments: sent(scenario), eventsOnly: eventsOnly)
      .trace(replication: 7, seed: 1)
  }

  @Test(
    "The second unit waits for team, consent and ship, and for those before it", arguments: [false, true])
  func story(eventsOnly: Bool) throws {
    let trace = trace(scenario, eventsOnly: eventsOnly)
    #expect(trace.gates == [GateStory(gate: "consent-m", mission: "mission", opensAt: 20)])
    let (first, second) = (try #require(trace.units.first), try #require(trace.units.last))
    #expect(first.stages.map(\.stage) == ["papers", "visit", "move"])
    #expect(first.stages.map(\.beginsAt) == [0, 5, 20] && first.stages.map(\.endsAt) == [5, 8, 30])
    #expect(first.stages[2].waits == [.init(cause: .gate("consent-m"), from: 8, until: 20)])
    #expect(second.stages[1].after == ["papers"])
    #expect(
      second.stages[1].waits == [.init(cause: .queue("team", behind: ["pledge-000"]), from: 5, until: 8)])
    #expect(
      second.stages[2].waits == [
        .init(cause: .gate("consent-m"), from: 11, until: 20),
        .init(cause: .queue("ship", behind: ["pledge-000"]), from: 20, until: 30),
      ])
    #expect(second.stages[2].strikes == [RiskStory(risk: "customs", at: 40, effect: .delays(days: 4))])
    #expect(trace.units.map(\.readyAt) == [34, 44])
    #expect(trace.units.map(\.outcome) == [.comes, .comes])
    #expect(trace.units.flatMap(\.parts).map(\.arrivalDay) == [34, 44])
  }

  @Test("What never comes says why: no promise kept, cancelled, a closed gate, nobody to carry it, too late")
  func never() {
    func outcome(_ change: (inout Scenario) -> Void) -> UnitStory.Outcome? {
      var scenario = scenario
      change(&scenario)
      return trace(scenario).units.first?.outcome
    }
    #expect(outcome { $0.pledges[0].probability = 0 } == .notKept)
    #expect(
      outcome {
        $0.packages = [
          Package(id: "pair", kind: .allOrNothing(offsetDays: [:]), members: ["pledge-000", "pledge-001"])
        ]
        $0.pledges[1].probability = 0
      } == .partnerNotKept(pledge: "pledge-001"))
    #expect(
      outcome { $0.risks[0] = RiskEvent(id: "vote", probability: 1, stage: "papers", effect: .cancel) }
        == .cancelled(risk: "vote", stage: "papers"))
    #expect(
      outcome {
        $0.gates[0] = Gate(
          id: "camp", kind: "consent", mission: "mission",
          opening: .withCoverage(need: "need-001", atLeast: 2))
      }
        == .gateStaysClosed(gate: "camp", stage: "move"))
    #expect(outcome { $0.lift[0].carriers = 0 } == .neverServed(queue: "ship", stage: "move"))
    #expect(outcome { $0.pledges[0].until = 34 } == .tooLate)
    #expect(outcome { $0.pledges[0].until = 35 } == .comes)
  }

  @Test("A season that closes the way is counted beside the work")
  func season() throws {
    let scenario = timelineScenario(stages: [
      {
        var stage = Stage(id: "road", days: .fixed(10)); stage.season = ["rains": .closed]; return stage
      }()
    ]) {
      // Day 0 is 15 November: days 5 to 9 are closed.
      $0.missions[0].seasons = [Season(id: "rains", from: monthDay(11, 20), to: monthDay(11, 24))]
    }
    let stage = try #require(trace(scenario).units.first?.stages.first)
    #expect(stage.workDays == 10 && abs(stage.seasonDays - 5) < 1e-9 && stage.endsAt == 15)
  }
}
