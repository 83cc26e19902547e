import Simulation

/// The shipped scenario, read.
struct ShippedJob: Sendable {
  static let path: String = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return root.joined(separator: "/") + "/Scenarios/vancouver-2017.json"
  }()

  let loaded: LoadedScenario
  let threads: Int

  init(threads: Int) throws {
    loaded = try ScenarioFile.read(path: Self.path)
    self.threads = threads
  }

  var scenario: Scenario { loaded.scenario }

  func model() -> Allocator {
    Allocator(scenario: scenario, options: AllocationOptions(threads: threads))
  }
}

/// The shipped scenario and its plan.
struct PlannedJob: Sendable {
  static let replications = 10_000

  let job: ShippedJob
  let plan: Allocation

  init(threads: Int) throws {
    job = try ShippedJob(threads: threads)
    plan = try job.model().allocate()
  }

  func timeline() -> Timeline? {
    TimelineSimulator(scenario: job.scenario, assignments: plan.assignments)
      .run(replications: Self.replications, seed: job.scenario.simulation.seed, threads: job.threads)
  }

  func result() -> RunResult {
    var result = RunResult(
      scenario: job.scenario, digest: job.loaded.digest, seed: job.scenario.simulation.seed,
      threads: job.threads, wantsTimeline: true, solverVersion: Allocator.solverVersion)
    result.notices = job.loaded.notices
    result.allocation = plan
    result.timeline = timeline()
    return result
  }

  /// Bytes of the page and of `results.json`.
  static func render(_ result: RunResult) -> Int {
    PlannersPage(result).text.utf8.count + ResultsDocument(result).text.utf8.count
  }
}
