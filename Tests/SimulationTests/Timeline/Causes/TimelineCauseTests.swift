import Simulation
import Testing

@Suite("What holds a plan up")
struct TimelineCauseTests {
  private func causes(
    _ scenario: Scenario, replications: Int = 20_480, threads: Int = 1, eventsOnly: Bool = false
  ) throws -> TimelineCauses {
    let simulator = TimelineSimulator(
      scenario: scenario, assignments: sent(scenario), eventsOnly: eventsOnly)
    return try #require(simulator.causes(replications: replications, seed: 2017, threads: threads))
  }

  private func find(_ kind: Cause.Kind, _ name: String, in found: TimelineCauses) throws -> Cause {
    try #require(found.causes.first { $0.kind == kind && $0.name == name })
  }

  @Test("In a network of nine jobs each is critical as often as the literature says")
  func nineJobs() throws {
    let found = try causes(
      timelineScenario(stages: [
        Stage(id: "a", days: triangular(2, 5, 8)),
        Stage(id: "b", days: triangular(6, 9, 12), after: ["a"]),
        Stage(id: "c", days: triangular(6, 7, 8), after: ["a"]),
        Stage(id: "d", days: triangular(1, 4, 7), after: ["b", "c"]),
        Stage(id: "e", days: triangular(7, 8, 9), after: ["a"]),
        Stage(id: "f", days: triangular(5, 14, 17), after: ["d", "e"]),
        Stage(id: "g", days: triangular(3, 12, 21), after: ["c"]),
        Stage(id: "h", days: triangular(3, 6, 9), after: ["f", "g"]),
        Stage(id: "i", days: triangular(5, 8, 11), after: ["h"]),
      ]))
    // The KSL book's example, to the digits found by numerical integration.
    let known = [("b", 0.8387), ("c", 0.1610), ("d", 0.8904), ("f", 0.8906), ("g", 0.1094)]
    for (stage, share) in known {
      #expect(agrees(try find(.stage, stage, in: found).criticality, with: share), "\(stage)")
    }
    for stage in ["a", "h", "i"] {
      #expect(
        try find(.stage, stage, in: found).criticality == Estimate(mean: 1, standardError: 0))
    }
  }

  @Test("Counting longest paths beside the timeline changes neither")
  func besideTheTimeline() throws {
    var stage = Stage(id: "deploy", days: triangular(2, 5, 8), after: ["first", "second"])
    stage.gate = "consent"
    let scenario = timelineScenario(
      stages: [
        Stage(id: "first", days: triangular(1, 5, 9)), Stage(id: "second", days: triangular(2, 4, 9)), stage,
      ]
    ) {
      $0.gates = [
        Gate(id: "host", kind: "consent", mission: "mission", opening: .onDay(triangular(1, 6, 11)))
      ]
    }
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    // Not a whole number of blocks, on more than one thread.
    let both = try #require(simulator.runWithCriticality(replications: 1_000, seed: 2017, threads: 3))
    #expect(both.timeline == simulator.run(replications: 1_000, seed: 2017, threads: 1))
    let alone = try causes(scenario, replications: 1_000)
    #expect(both.felt.count == alone.causes.count)
    for cause in both.felt {
      let other = try find(cause.kind, cause.name, in: alone)
      #expect(cause.criticality == other.criticality)
      #expect(cause.daysWaited == other.daysWaited)
    }
  }

  @Test("What a stage costs is what its days are, where nothing runs beside it")
  func removedStage() throws {
    let found = try causes(
      timelineScenario(
        stages: [
          Stage(id: "decision", days: .fixed(10)),
          Stage(id: "training", days: Distribution(.exponential(mean: 20)), after: ["decision"]),
        ], horizon: 3000))
    #expect(
      try find(.stage, "decision", in: found).gapDaysIfRemoved == Estimate(mean: -10, standardError: 0))
    let training = try #require(try find(.stage, "training", in: found).gapDaysIfRemoved)
    // Days are rounded up: E⌈X⌉ = 1 / (1 − e^(−1/20)).
    #expect(agrees(training, with: -20.504166))
    #expect(training.standardError > 0)
    #expect(found.causes.first?.name == "training")
  }

  @Test("A gate that opens late is named with the days waited for it and what it costs")
  func gate() throws {
    var stage = Stage(id: "deploy", days: .fixed(5))
    stage.gate = "consent"
    let scenario = timelineScenario(stages: [Stage(id: "ready", days: .fixed(10)), stage]) {
      $0.processes[0].stages[1].after = ["ready"]
      $0.gates = [Gate(id: "host", kind: "consent", mission: "mission", opening: .onDay(.fixed(40)))]
    }
    let found = try causes(scenario, replications: 300)
    let gate = try find(.gate, "host", in: found)
    #expect(gate.mission == "mission")
    #expect(gate.daysWaited == Estimate(mean: 30, standardError: 0))
    #expect(gate.gapDaysIfRemoved == Estimate(mean: -30, standardError: 0))
    // The gate holds the unit up, not the stage before it.
    #expect(try find(.stage, "ready", in: found).criticality?.mean == 0)
    #expect(try find(.stage, "deploy", in: found).criticality?.mean == 1)
  }

  @Test("A gate that never opens is waited for until the horizon", arguments: [false, true])
  func closedGate(eventsOnly: Bool) throws {
    var stage = Stage(id: "deploy", days: .fixed(5))
    stage.gate = "consent"
    let scenario = timelineScenario(stages: [stage], horizon: 100) {
      $0.gates = [Gate(id: "host", kind: "consent", mission: "mission", opening: .onDay(.fixed(5_000)))]
    }
    let found = try causes(scenario, replications: 300, eventsOnly: eventsOnly)
    let gate = try find(.gate, "host", in: found)
    #expect(gate.daysWaited?.mean == 100)
    #expect(gate.gapDaysIfRemoved?.mean == -95)
  }

  @Test(
    "Units that wait for one carrier wait so many days in all, in order or event by event",
    arguments: [false, true])
  func queue(eventsOnly: Bool) throws {
    var stage = Stage(id: "lift")
    stage.lift = "ship"
    let scenario = timelineScenario(stages: [stage], needs: 3, pledges: 3) {
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: .fixed(7))]
    }
    let found = try causes(scenario, replications: 300, eventsOnly: eventsOnly)
    let pool = try find(.lift, "ship", in: found)
    #expect(pool.daysWaited == Estimate(mean: 21, standardError: 0))
    #expect(pool.gapDaysIfRemoved == Estimate(mean: -21, standardError: 0))
  }

  @Test("A season that halves the work costs the days that it adds")
  func season() throws {
    var stage = Stage(id: "road", days: .fixed(10))
    stage.season = ["rains": .factor(2)]
    let scenario = timelineScenario(stages: [stage]) {
      $0.missions[0].seasons = [
        Season(id: "rains", from: monthDay(11, 1), to: monthDay(12, 31))
      ]
    }
    let found = try causes(scenario, replications: 300)
    let rains = try find(.season, "rains", in: found)
    #expect(rains.daysWaited == Estimate(mean: 10, standardError: 0))
    #expect(rains.gapDaysIfRemoved == Estimate(mean: -10, standardError: 0))
  }

  @Test("Pledges that never come cost the days that their needs stay open")
  func never() throws {
    let scenario = timelineScenario(stages: [], horizon: 100) { $0.pledges[0].probability = 0.75 }
    let found = try causes(scenario)
    #expect(agrees(try find(.never, "", in: found).gapDaysIfRemoved, with: -25))
  }

  @Test("Of equal units each is as often the last to arrive of their need")
  func lastUnits() throws {
    let scenario = timelineScenario(
      stages: [Stage(id: "a", days: Distribution(.exponential(mean: 20)))], horizon: 3000, pledges: 4)
    let found = try causes(scenario)
    for unit in found.causes where unit.kind == .unit { #expect(agrees(unit.criticality, with: 0.25)) }
  }

  @Test("Threads change nothing", arguments: [2, 3, 8])
  func threads(count: Int) throws {
    var lift = Stage(id: "lift", after: ["decision"])
    lift.lift = "ship"
    let scenario = timelineScenario(
      stages: [Stage(id: "decision", days: Distribution(.exponential(mean: 20))), lift], needs: 3, pledges: 5
    ) {
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: .fixed(7))]
    }
    let one = try causes(scenario, replications: 1_000)
    #expect(try causes(scenario, replications: 1_000, threads: count) == one)
    #expect(try causes(scenario, replications: 1_000, eventsOnly: true) == one)
  }

  @Test("The page's table names causes that stand out from chance, the dearest first")
  func ranked() throws {
    let scenario = timelineScenario(
      stages: [
        Stage(id: "short", days: .fixed(3)), Stage(id: "long", days: .fixed(30), after: ["short"]),
      ])
    let found = try causes(scenario, replications: 300)
    #expect(found.causes.filter { $0.kind == .stage }.map(\.name) == ["long", "short"])
  }
}
