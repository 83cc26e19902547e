import Simulation
import Testing

/// Two missions with a unit each: one waits for the host state's consent, both for the same ship.
@Suite("What holds each mission up")
struct MissionCauseTests {
  private static func scenario(cycle: Distribution = .fixed(12)) -> Scenario {
    var lift = Stage(id: "sail")
    lift.lift = "ship"
    lift.gate = "consent"
    var scenario = timelineScenario(stages: [lift], needs: 2, pledges: 2) {
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: cycle)]
      $0.gates = [Gate(id: "host", kind: "consent", mission: "unmiss", opening: .onDay(.fixed(40)))]
    }
    scenario.missions = [
      Mission(id: "minusma", name: "MINUSMA"), Mission(id: "unmiss", name: "UNMISS"),
    ]
    scenario.needs[0].mission = "minusma"
    scenario.needs[1].mission = "unmiss"
    return scenario
  }

  private func causes(
    _ scenario: Scenario, threads: Int = 1, replications: Int = 300
  ) throws -> TimelineCauses {
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    return try #require(simulator.causes(replications: replications, seed: 2017, threads: threads))
  }

  private func changes(_ kind: Cause.Kind, in found: TimelineCauses) throws -> [String: Estimate] {
    let cause = try #require(found.causes.first { $0.kind == kind })
    return Dictionary(
      cause.missionChanges.map { ($0.mission, $0.gapDays) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("A gate costs its own mission its days and no other")
  func gate() throws {
    let found = try causes(Self.scenario())
    // Without consent the second unit still waits for the ship until day 12: there on day 24, not 52.
    #expect(
      try changes(.gate, in: found) == [
        "minusma": Estimate(mean: 0, standardError: 0), "unmiss": Estimate(mean: -28, standardError: 0),
      ])
  }

  @Test("Missions' changes sum to the whole's, and each error is that of its own paired differences")
  func sums() throws {
    let scenario = Self.scenario(cycle: Distribution(.exponential(mean: 30)))
    let found = try causes(scenario, replications: 1_000)
    for cause in found.causes where cause.kind != .unit {
      let whole = try #require(cause.gapDaysIfRemoved)
      let sum = cause.missionChanges.reduce(0) { $0 + $1.gapDays.mean }
      #expect(abs(sum - whole.mean) < 1e-9)
    }
    // The stage takes all days of its unit: the difference is the whole gap, replication by replication.
    let alone = try changes(.stage, in: found)
    let timeline = try simulated(scenario, replications: 1_000)
    for need in timeline.needs {
      let change = try #require(alone[need.mission])
      #expect(abs(change.mean + need.gapDays.mean) < 1e-9)
      #expect(abs(change.standardError - need.gapDays.standardError) < 1e-12)
    }
    #expect(try causes(scenario, threads: 3, replications: 1_000) == found)
  }

  @Test("The page says what costs each mission most, with units and error, in both languages")
  func sentences() throws {
    let english = try Self.result(.english)
    let table = try #require(english.causesTable)
    #expect(
      table.notes.prefix(2) == [
        "What costs MINUSMA most gap-days: the stage sail (process), 12.0 ± 0.0 days.",
        """
        What costs UNMISS most gap-days: the stage sail (process), 52.0 ± 0.0 days; the gate host, 28.0 ± 0.0 days.
        """,
      ])
    let french = try #require(try Self.result(.french).causesTable)
    // Blanks before colons and semicolons do not break.
    #expect(
      french.notes[1].map { $0.isWhitespace ? " " : String($0) }.joined() == """
        Ce qui coûte à UNMISS le plus de jours d'écart : l'étape sail (process), 52,0 ± 0,0 jours ; \
        le seuil host, 28,0 ± 0,0 jours.
        """)
    #expect(PlannersPage(english, width: 400).text.contains("the gate host, 28.0 ± 0.0 days"))
  }

  @Test("The table ranks the causes of each mission, and leaves out what is not beyond noise")
  func table() throws {
    let table = try #require(try Self.result(.english).tables.first { $0.name == "causes-by-mission" })
    #expect(
      table.rows.map { $0.cells[0] } == [.text("minusma"), .text("unmiss"), .text("unmiss")])
    #expect(table.rows.map { $0.cells[3] } == [.text("sail"), .text("sail"), .text("host")])
    #expect(table.columns.last?.unit == "days")
  }

  @Test(
    "A change of at most two standard errors is noise", arguments: [(-2.0, false), (-2.1, true), (2.1, true)])
  func noise(mean: Double, isBeyond: Bool) {
    #expect(Estimate(mean: mean, standardError: 1).isBeyondNoise == isBeyond)
    #expect(!Estimate(mean: 0, standardError: 0).isBeyondNoise)
  }

  private static func result(_ language: Language) throws -> RunResult {
    let scenario = scenario()
    var result = RunResult(
      scenario: scenario, digest: "sha256:0", seed: 2017, threads: 1, wantsTimeline: true,
      solverVersion: "5.0")
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    var timeline = try #require(simulator.run(replications: 300, seed: 2017, threads: 1))
    timeline.causes = simulator.causes(replications: 300, seed: 2017, threads: 1)
    result.timeline = timeline
    result.allocation = ExampleRun.planOnly.allocation
    result.language = language
    return result
  }
}
