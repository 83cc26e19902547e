/// Decides who should go where, and when, so that the gaps that matter most are closed.
///
/// Building makes every possible deployment; ``allocate()`` solves.
public struct Allocator: Sendable {
  let scenario: Scenario
  let options: AllocationOptions
  let catalogue: DeploymentCatalogue
  package let model: AllocationModel
  /// How long the model took to build.
  private let modelSeconds: Double

  /// Share of the time that the reading "pledged" may take.
  private static let paperShare = 0.25
  /// Seconds beyond the limit that reasons may take before they are cut short.
  private static let reasonSeconds = 0.4

  public init(scenario: Scenario, options: AllocationOptions = AllocationOptions()) {
    self.scenario = scenario
    self.options = options
    catalogue = DeploymentCatalogue(scenario: scenario, threads: options.threads)
    let deployments = catalogue.deployments
    let built = Stopwatch.time {
      AllocationModel(of: scenario, deployments: deployments, wholeUnits: options.wantsWholeUnits(scenario))
    }
    (model, modelSeconds) = (built.value, built.seconds)
  }

  /// The version of the solver behind it.
  public static var solverVersion: String { GLPKProblem.version }

  /// The gap level of the program in free MPS: its optimum is the plan's weighted gap in days.
  public var exportedModel: String { model.program.freeMPS }

  /// What is doubtful in the model, sorted.
  public var warnings: [ScenarioWarning] { SenseChecks.warnings(of: model.program) }

  /// What is doubtful in the scale of a scenario's figures, sorted: the same as ``warnings``, of a model in which
  /// every pledge is there throughout, which needs no lead times.
  public static func scaleWarnings(of scenario: Scenario) -> [ScenarioWarning] {
    let deployments = DeploymentCatalogue(pledgedIn: scenario, heedsRefusals: true).deployments
    let model = AllocationModel(of: scenario, deployments: deployments, wholeUnits: false)
    return SenseChecks.warnings(of: model.program)
  }

  private var wholeUnits: Bool { options.wantsWholeUnits(scenario) }

  /// The plan, its bound and its reasons.
  ///
  /// - Throws: ``SolverFailure`` where pins contradict limits, or the solver gives up.
  public func allocate() throws(SolverFailure) -> Allocation {
    let start = ContinuousClock.now
    try refusePinsWithoutColumn(in: model)
    // A large model's first plan comes before everything that the time may not be enough for.
    let quick =
      model.isLarge ? GreedyFill(model: model, stop: options.stop(for: scenario, begun: start)).plan : nil
    let (found, besides) = planned(begun: start, from: quick)
    // What contradicts is named by the plan.
    let solved = try found.get()
    let (pledged, trials) = try besides.get()
    let state = PlanState(model: model, sending: solved.sent)
    var allocation = PlanReport(
      scenario: scenario, catalogue: catalogue, state: state, pledged: pledged,
      proof: proof(of: solved, state), threads: options.threads, hurry: hurry(begun: start)
    ).allocation
    let steps = allocation.needs.flatMap(\.reasons).flatMap(\.steps)
    let gains = trials == nil && !steps.isEmpty ? try stepGains(begun: start, near: solved.relaxed) : trials
    if let gains { allocation.stepGains = try gains.gains(of: steps) }
    allocation.fairness = solved.lackBound.map { FairnessProof(allocation.missions, lackBound: $0) }
    allocation.changes = options.earlier.map { PlanChanges(from: $0, to: EarlierPlan(allocation)) }
    return allocation
  }

  private typealias Besides = (pledged: [Double], StepGains?)

  /// The plan, and the reading "pledged" and what steps of limits are compared with, which hang on nothing that the plan
  /// finds.
  ///
  /// The reading comes first on one thread, since it has a share of the time only. What steps are compared with comes
  /// last there, and always in a large model, whose plan keeps every thread busy. The plan stays on the calling thread:
  /// in a loop of Dispatch's its own loops would be given one thread.
  private func planned(
    begun: ContinuousClock.Instant, from quick: PlanState?
  ) -> (Result<ComponentPlan, SolverFailure>, Result<Besides, SolverFailure>) {
    let beside: @Sendable () -> Result<Besides, SolverFailure> = {
      Result { () throws(SolverFailure) in try self.beside(begun: begun) }
    }
    let early = options.threads > 1 ? nil : beside()
    return alongside(threads: options.threads) {
      Result { () throws(SolverFailure) in try plan(begun: begun, from: quick) }
    } _: {
      early ?? beside()
    }
  }

  private func plan(
    begun: ContinuousClock.Instant, from quick: PlanState?
  ) throws(SolverFailure) -> ComponentPlan {
    var settings = scenario.allocation
    settings.timeLimitSeconds = seconds
    var solver = solver(of: model, settings, begun: begun)
    solver.known = quick.map { [$0] } ?? []
    return try solver.solve()
  }

  private func beside(begun: ContinuousClock.Instant) throws(SolverFailure) -> Besides {
    let pledged = try pledgedCoverage(begun: begun)
    let isBusy = options.threads == 1 || model.isLarge
    return (pledged, isBusy ? nil : try stepGains(begun: begun))
  }

  /// What steps of limits are compared with; `nil` where no limit has one, or the time is over.
  private func stepGains(
    begun: ContinuousClock.Instant, near: [Double]? = nil
  ) throws(SolverFailure) -> StepGains? {
    let stop = options.stop(for: scenario, begun: begun)
    let times = StepTimes(modelSeconds: modelSeconds, stop: stop)
    guard !stop.isOver, !model.isLarge || times.allow(1 + StepTimes.search),
      model.limits.contains(where: { LimitStep(of: $0.kind) != nil })
    else { return nil }
    return try StepGains(
      scenario: scenario, deployments: catalogue.deployments, near: near, threads: options.threads,
      stop: stop)
  }

  /// A model's plan by weighted gap and cost alone, begun from plans that keep its limits.
  func solve(
    _ model: AllocationModel, from known: [PlanState] = []
  ) throws(SolverFailure) -> ComponentPlan {
    try refusePinsWithoutColumn(in: model)
    var settings = scenario.allocation
    settings.fairness = false
    settings.timeLimitSeconds = seconds
    var solver = solver(of: model, settings, earlier: nil, begun: .now)
    solver.known = known
    return try solver.solve()
  }

  private func solver(
    of model: AllocationModel, _ settings: AllocationSettings, begun: ContinuousClock.Instant
  ) -> PlanSolver {
    solver(of: model, settings, earlier: options.earlier, begun: begun)
  }

  private func solver(
    of model: AllocationModel, _ settings: AllocationSettings, earlier: EarlierPlan?,
    begun: ContinuousClock.Instant
  ) -> PlanSolver {
    let share = Double(model.deployments.count) / Double(max(1, self.model.deployments.count))
    return PlanSolver(
      model: model, settings: settings, wholeUnits: wholeUnits, earlier: earlier, threads: options.threads,
      interruption: options.interruption, begun: begun, modelSeconds: modelSeconds * share)
  }

  /// From when on reasons are looked for in a few places only, so that all ends within a second of the limit.
  private func hurry(begun: ContinuousClock.Instant) -> StopSignal {
    StopSignal(deadline: begun + .seconds(seconds + Self.reasonSeconds))
  }

  private var seconds: Double { options.seconds(for: scenario) }

  private func refusePinsWithoutColumn(in model: AllocationModel) throws(SolverFailure) {
    let impossible = model.limits.filter { $0.terms.isEmpty && $0.most < 0 }
    guard impossible.isEmpty else {
      throw SolverFailure(
        reason: .contradiction(impossible.map { "\($0.words), for which no deployment is possible" }),
        routine: "check of pins")
    }
  }

  private func proof(of solved: ComponentPlan, _ state: PlanState) -> PlanProof {
    PlanProof(
      weightedGap: state.weightedGap, bound: solved.bound, gapAsked: scenario.allocation.gap,
      stoppedByTime: solved.stoppedByTime)
  }

  /// Coverage of each need if every pledge were there throughout, capability alone deciding.
  private func pledgedCoverage(begun: ContinuousClock.Instant) throws(SolverFailure) -> [Double] {
    let deployments = DeploymentCatalogue(pledgedIn: scenario).deployments
    let paper = AllocationModel(
      of: scenario, deployments: deployments,
      limits: PlanLimits(scenario: scenario, deployments: deployments).promisesOnly, wholeUnits: wholeUnits,
      heedsEnabling: false)
    var settings = scenario.allocation
    settings.fairness = false
    settings.timeLimitSeconds = seconds * Self.paperShare
    var solver = solver(of: paper, settings, earlier: nil, begun: begun)
    // However short the time, what is pledged is more than nothing.
    if model.isLarge {
      let quick = GreedyFill(model: paper, stop: StopSignal(interruption: options.interruption)).plan
      solver.known = quick.map { [$0] } ?? []
    }
    let solved = try solver.solve()
    return PlanReport.coverage(of: scenario, PlanState(model: paper, sending: solved.sent))
  }
}
