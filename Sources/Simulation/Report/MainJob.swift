/// The main job from end to end: reads a scenario, plans, and tests the plan against chance.
public struct MainJob: Sendable {
  private let options: RunOptions
  private let interruption: Interruption
  private let progress: ProgressBar

  /// - Parameters:
  ///   - options: What is asked.
  ///   - interruption: Once raised, the run ends with what is finished.
  ///   - progress: Told what is being done.
  public init(
    options: RunOptions = RunOptions(), interruption: Interruption = Interruption(),
    progress: ProgressBar = ProgressBar(isShown: false)
  ) {
    self.options = options
    self.interruption = interruption
    self.progress = progress
  }

  /// Does it.
  ///
  /// - Parameter path: The scenario's file.
  /// - Returns: All of it, or what was finished when the run was interrupted.
  /// - Throws: ``ScenarioRejected``, ``SolverFailure`` where there is no plan, or ``GateCircle`` where the plan
  ///   waits for itself.
  public func run(path: String) throws -> RunResult {
    progress.begin("Reading the scenario")
    let read = try Stopwatch.time { () throws(ScenarioRejected) in
      let loaded = try ScenarioFile.read(path: path, options: options.reading)
      if let pledge = options.trace?.pledge, !loaded.scenario.pledges.contains(where: { $0.id == pledge }) {
        throw ScenarioRejected(unknownPledge: pledge, among: loaded.scenario.pledges.map(\.id))
      }
      let given = try options.givenPlan.map { path throws(ScenarioRejected) in
        try GivenPlan.read(path: path, for: loaded)
      }
      return (loaded, given, try earlierPlan(for: loaded))
    }
    let (loaded, given, earlier) = read.value
    if let given { return try run(loaded, testing: given, loadSeconds: read.seconds) }
    return try run(loaded, earlier: earlier, loadSeconds: read.seconds)
  }

  /// Does all but the reading.
  ///
  /// - Parameters:
  ///   - loaded: What was read.
  ///   - earlier: A plan of which as little as possible is to be changed.
  ///   - loadSeconds: How long reading took, for the timings.
  /// - Returns: All of it, or what was finished when the run was interrupted.
  /// - Throws: ``SolverFailure`` where there is no plan, ``GateCircle`` where the plan waits for itself.
  public func run(
    _ loaded: LoadedScenario, earlier: EarlierPlan? = nil, loadSeconds: Double = 0
  ) throws -> RunResult {
    var result = RunResult(of: loaded, options: options)
    result.timings.load = loadSeconds
    if isStopped(after: .load, &result) { return result }
    let allocator = build(&result, earlier)
    if isStopped(after: .build, &result) { return result }
    try solve(allocator, &result)
    if isStopped(after: .solve, &result) { return result }
    try look(&result)
    return result
  }

  /// Tests a given plan and makes none.
  ///
  /// - Returns: All of it, or what was finished when the run was interrupted.
  /// - Throws: ``GateCircle`` where the plan waits for itself.
  public func run(
    _ loaded: LoadedScenario, testing plan: GivenPlan, loadSeconds: Double = 0
  ) throws(GateCircle) -> RunResult {
    var result = RunResult(of: loaded, options: options)
    result.timings.load = loadSeconds
    if isStopped(after: .load, &result) { return result }
    let judged = Stopwatch.time { plan.judged(for: loaded.scenario) }
    result.timings.build = judged.seconds
    result.allocation = judged.value.allocation
    result.notices += plan.warnings + judged.value.warnings
    if isStopped(after: .build, &result) { return result }
    try look(&result)
    return result
  }

  private func earlierPlan(for loaded: LoadedScenario) throws(ScenarioRejected) -> EarlierPlan? {
    guard let path = options.earlierPlan else { return nil }
    return try PlanFile.read(path: path, for: loaded)
  }

  private func isStopped(after phase: RunResult.Phase, _ result: inout RunResult) -> Bool {
    guard interruption.isRaised else { return false }
    result.interruptedIn = phase
    return true
  }

  private func build(_ result: inout RunResult, _ earlier: EarlierPlan?) -> Allocator {
    progress.begin("Listing what could be sent where")
    let scenario = result.scenario
    let built = Stopwatch.time {
      Allocator(
        scenario: scenario,
        options: AllocationOptions(
          wholeUnits: options.isFractional ? false : nil, timeLimitSeconds: options.timeLimitSeconds,
          threads: options.threads, interruption: interruption, earlier: earlier))
    }
    result.timings.build = built.seconds
    result.warnings = (result.warnings + built.value.warnings).sorted()
    if options.exportsModel { result.exportedModel = built.value.exportedModel }
    return built.value
  }

  private func solve(_ allocator: Allocator, _ result: inout RunResult) throws(SolverFailure) {
    progress.begin("Planning")
    let solved = try Stopwatch.time { () throws(SolverFailure) in try allocator.allocate() }
    result.allocation = solved.value
    result.timings.solve = solved.seconds
  }

  /// Looks at what chance does to the plan, as far as asked.
  private func look(_ result: inout RunResult) throws(GateCircle) {
    if let request = options.trace {
      let simulator = TimelineSimulator(
        scenario: result.scenario, assignments: result.allocation?.assignments ?? [])
      if let circle = simulator.gateCircle { throw circle }
      result.trace = request.part(
        of: simulator.trace(replication: request.replication, seed: result.seed))
    } else if options.wantsTimeline {
      try simulate(&result)
    }
  }

  private func simulate(_ result: inout RunResult) throws(GateCircle) {
    progress.begin("Testing the plan against chance")
    progress.update(share: 0)
    let scenario = result.scenario
    let assignments = result.allocation?.assignments ?? []
    let seed = result.seed
    let simulator = TimelineSimulator(scenario: scenario, assignments: assignments)
    if let circle = simulator.gateCircle { throw circle }
    let simulated = Stopwatch.time { timeline(simulator, scenario.simulation, seed: seed) }
    result.timeline = simulated.value
    result.timings.simulate = simulated.seconds
    if simulated.value == nil { result.interruptedIn = .simulate }
  }

  /// With a precision, given or the scenario's, replications that are given are the most; without, they are the
  /// number.
  private func timeline(
    _ simulator: TimelineSimulator, _ settings: SimulationSettings, seed: UInt64
  ) -> Timeline? {
    let progress: @Sendable (Double) -> Void = { [progress] in progress.update(share: $0) }
    let timeline =
      if let precision = options.precision ?? settings.precision {
        simulator.run(
          precision: precision, limit: options.replications ?? Convergence.usualLimit, seed: seed,
          threads: options.threads, interruption: interruption, progress: progress)
      } else {
        simulator.run(
          replications: options.replications ?? settings.replications, seed: seed, threads: options.threads,
          interruption: interruption, progress: progress)
      }
    guard var timeline, options.wantsCauses else { return timeline }
    let causes = simulator.causes(
      replications: min(timeline.replications, TimelineCauses.usualReplications), seed: seed,
      threads: options.threads, interruption: interruption)
    guard let causes else { return nil }
    timeline.causes = causes
    return timeline
  }
}

extension RunResult {
  /// What is known of a run before anything is done.
  init(of loaded: LoadedScenario, options: RunOptions) {
    self.init(
      scenario: loaded.scenario, digest: loaded.digest,
      seed: options.seed ?? loaded.scenario.simulation.seed, threads: options.threads,
      wantsTimeline: options.wantsTimeline, solverVersion: Allocator.solverVersion)
    overrides = loaded.overrides
    poolAsOf = loaded.poolAsOf
    notices = [loaded.scenario.unusedFeaturesNotice].compactMap(\.self) + loaded.notices
    warnings = (loaded.warnings + SenseChecks(loaded.scenario).warnings).sorted()
  }
}
