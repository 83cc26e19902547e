/// How a plan is to be made, beside what the scenario says.
public struct AllocationOptions: Sendable {
  /// `nil` does as the scenario says.
  public var wholeUnits: Bool?
  /// `nil` does as the scenario says.
  public var timeLimitSeconds: Double?
  /// Threads for lead times and independent parts; they never change the plan.
  public var threads: Int
  public var interruption: Interruption?

  public init(
    wholeUnits: Bool? = nil, timeLimitSeconds: Double? = nil, threads: Int = 1,
    interruption: Interruption? = nil
  ) {
    self.wholeUnits = wholeUnits
    self.timeLimitSeconds = timeLimitSeconds
    self.threads = threads
    self.interruption = interruption
  }
}

/// Decides who should go where, and when, so that the gaps that matter most are closed.
///
/// Building makes every possible deployment; ``allocate()`` solves.
public struct Allocator: Sendable {
  let scenario: Scenario
  let options: AllocationOptions
  let catalogue: DeploymentCatalogue
  package let model: AllocationModel

  /// Nodes of a part's branch and bound where the scenario names no work limit: fewer for larger parts, so
  /// that the work stays about the same.
  private static func usualWorkLimit(deployments: Int) -> Int { max(50, 400_000 / max(1, deployments)) }

  public init(scenario: Scenario, options: AllocationOptions = AllocationOptions()) {
    self.scenario = scenario
    self.options = options
    catalogue = DeploymentCatalogue(scenario: scenario, threads: options.threads)
    model = AllocationModel(
      scenario: scenario, deployments: catalogue.deployments,
      cells: AllocationModel.cells(of: scenario, deployments: catalogue.deployments),
      limits: PlanLimits(scenario: scenario, deployments: catalogue.deployments).all,
      wholeUnits: options.wholeUnits ?? scenario.allocation.wholeUnits)
  }

  /// The version of the solver behind it.
  public static var solverVersion: String { GLPKProblem.version }

  /// The gap level of the program in free MPS: its optimum is the plan's weighted gap in days.
  public var exportedModel: String { model.program.freeMPS }

  /// What is doubtful in the model, sorted.
  public var warnings: [ScenarioWarning] { SenseChecks.warnings(of: model.program) }

  private var wholeUnits: Bool { options.wholeUnits ?? scenario.allocation.wholeUnits }

  /// The plan, its bound and its reasons.
  ///
  /// - Throws: ``SolverFailure`` where pins contradict limits, or the solver gives up.
  public func allocate() throws(SolverFailure) -> Allocation {
    let solved = try solve(model)
    let state = PlanState(model: model, sending: solved.sent)
    let pledged = try pledgedCoverage()
    return PlanReport(
      scenario: scenario, catalogue: catalogue, state: state, pledged: pledged,
      proof: proof(of: solved, state)
    ).allocation
  }

  /// Every part solved by itself and put together again.
  func solve(_ model: AllocationModel) throws(SolverFailure) -> ComponentPlan {
    try refusePinsWithoutColumn(in: model)
    let parts = model.components(wholeUnits: wholeUnits)
    let seconds = options.timeLimitSeconds ?? scenario.allocation.timeLimitSeconds
    let deadline = ContinuousClock.now + .seconds(seconds)
    let whole = wholeUnits
    let settled = scenario.allocation.gap * model.constantGap
    let outcomes = parallelMap(count: parts.count, threads: options.threads) { part in
      Result { () throws(SolverFailure) in
        let size = parts[part].deployments.count
        // A gap is asked of the whole plan: what no deployment can close adds to what a part may leave open.
        let limits = SearchLimits(
          gap: scenario.allocation.gap, allowance: settled * Double(size) / Double(model.deployments.count),
          nodes: scenario.allocation.workLimit ?? Self.usualWorkLimit(deployments: size), deadline: deadline,
          interruption: options.interruption)
        return try ComponentSolver(model: parts[part].model, wholeUnits: whole, limits: limits).solve()
      }
    }
    var sum = ComponentPlan(
      sent: model.deployments.map(\.least), bound: model.constantGap, nodes: 0, stoppedByTime: false,
      limitDuals: [])
    for (part, outcome) in zip(parts, outcomes) {
      let plan = try outcome.get()
      for (place, deployment) in part.deployments.enumerated() { sum.sent[deployment] = plan.sent[place] }
      sum.bound += plan.bound
      sum.nodes += plan.nodes
      sum.stoppedByTime = sum.stoppedByTime || plan.stoppedByTime
    }
    guard wholeUnits else { return sum }
    sum.sent = PlanSearch(model: model).withoutUseless(PlanState(model: model, sending: sum.sent)).sent
    return sum
  }

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
  private func pledgedCoverage() throws(SolverFailure) -> [Double] {
    let deployments = DeploymentCatalogue(pledgedIn: scenario).deployments
    let paper = AllocationModel(
      scenario: scenario, deployments: deployments,
      cells: AllocationModel.cells(of: scenario, deployments: deployments),
      limits: PlanLimits(scenario: scenario, deployments: deployments).promisesOnly, wholeUnits: wholeUnits,
      heedsEnabling: false)
    let state = PlanState(model: paper, sending: try solve(paper).sent)
    return PlanReport.coverage(of: scenario, state)
  }
}

/// What is proved of a plan, in the words that may be printed.
struct PlanProof: Sendable {
  let weightedGap: Double
  let bound: Double
  let gap: Double
  let status: Allocation.Status
  let stoppedByTime: Bool

  /// A plan this near its bound is called optimal.
  static let optimalGap = 1e-9

  init(weightedGap: Double, bound: Double, gapAsked: Double, stoppedByTime: Bool) {
    self.weightedGap = weightedGap
    self.stoppedByTime = stoppedByTime
    // A bound above a plan that exists is arithmetic noise.
    self.bound = min(bound, weightedGap)
    gap = (weightedGap - self.bound) / max(weightedGap, 1e-9)
    status = gap <= Self.optimalGap ? .optimal : gap <= gapAsked ? .withinGap : .limit
  }
}
