import Simulation
import Testing

@Suite("A run from end to end")
struct MainJobTests {
  private static func loaded() throws -> LoadedScenario {
    try ScenarioFile.read(bytes: Array(Fixture.small.utf8), name: "small.json")
  }

  @Test("Every phase is timed, and what was asked for is there")
  func whole() throws {
    let options = RunOptions(seed: 5, replications: 300, threads: 2)
    let result = try MainJob(options: options).run(try Self.loaded(), loadSeconds: 0.5)
    #expect(result.allocation != nil)
    #expect(result.timeline?.replications == 300)
    #expect(result.timeline?.seed == 5)
    #expect(result.exitStatus == .done)
    #expect(result.timings.load == 0.5)
    #expect(result.timings.build > 0 && result.timings.solve > 0 && result.timings.simulate > 0)
    #expect(result.exportedModel == nil)
  }

  @Test("A plan alone has no timeline, and its model where that is asked for")
  func planAlone() throws {
    let result = try MainJob(options: RunOptions(wantsTimeline: false, exportsModel: true)).run(Self.loaded())
    #expect(result.timeline == nil)
    #expect(result.exportedModel?.contains("ENDATA") == true)
    #expect(!result.isPartial)
  }

  @Test("A run that is interrupted at once has no plan, and ends as interrupted")
  func interrupted() throws {
    let interruption = Interruption()
    interruption.raise()
    let result = try MainJob(interruption: interruption).run(Self.loaded())
    #expect(result.allocation == nil)
    #expect(result.interruptedIn == .load)
    #expect(result.exitStatus == .interrupted)
    #expect(PlannersPage(result).text.contains("No plan: the run was stopped before there was one."))
  }

  @Test("A search that was stopped says by what, and never by what did not stop it")
  func stopped() {
    var result = ExampleRun.result
    result.allocation?.status = .limit
    #expect(result.planStatement?.contains("by the work limit") == true)
    result.allocation?.stoppedByTime = true
    #expect(result.planStatement?.contains("by the time limit") == true)
    result.interruptedIn = .solve
    #expect(result.planStatement?.hasPrefix("Stopped when it was interrupted") == true)
    result.interruptedIn = .simulate
    #expect(result.planStatement?.contains("by the time limit") == true)
  }

  @Test("Contradicting decisions are the scenario's mistake, other failures the solver's")
  func statuses() {
    let contradiction = SolverFailure(reason: .contradiction(["a", "b"]), routine: "r")
    #expect(ExitStatus(endingWith: contradiction) == .scenarioRefused)
    #expect(ExitStatus(endingWith: SolverFailure(reason: .numericalTrouble, routine: "r")) == .solverFailed)
    #expect(ExitStatus(endingWith: CannotWrite(path: "p", cause: "c")) == .cannotWrite)
  }
}
