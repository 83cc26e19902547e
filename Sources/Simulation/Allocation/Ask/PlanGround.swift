/// The plan that what-ifs are compared with, and what is known of it.
///
/// Weighted gaps are compared, so fairness, where a scenario asks for it, is left aside.
struct PlanGround: Sendable {
  let scenario: Scenario
  let isWhole: Bool
  /// The plan, and what none can undercut.
  let before: GapFound
  /// Elements of each deployment near the optimum where units may be divided; `nil` where none is known.
  let relaxed: [Double]?
  /// The plan, part by part; `nil` where units may be divided, or the time was over.
  let parts: PartPlans?
  let threads: Int
  /// Ends all that is compared with it.
  let stop: StopSignal
  /// How long the search for one answer may go on.
  private let effort: SearchEffort
  private let catalogue: DeploymentCatalogue
  private let limits: PlanLimits
  /// For every model whose first deployments are the scenario's.
  let nudge: PlanNudge

  /// Makes the plan.
  ///
  /// - Throws: As ``Allocator/allocate()`` does.
  init(_ scenario: Scenario, _ options: AllocationOptions) throws(SolverFailure) {
    var plain = scenario
    plain.allocation.fairness = false
    self.scenario = plain
    isWhole = options.wantsWholeUnits(scenario)
    threads = options.threads
    stop = options.stop(for: scenario)
    let allocator = Allocator(scenario: plain, options: options)
    catalogue = allocator.catalogue
    let model = allocator.model
    let plan = try allocator.solve(model)
    let found = PlanState(model: model, sending: plan.sent)
    relaxed = isWhole ? plan.relaxed : plan.sent
    effort = SearchEffort(workLimit: scenario.allocation.workLimit, stop: stop)
    limits = PlanLimits(scenario: plain, deployments: model.deployments)
    nudge = PlanNudge(model.deployments)
    let nudged = isWhole ? nudge.improved(found) : found
    parts = isWhole ? try PartPlans.find(model, from: nudged, search: effort.forLarge) : nil
    before = GapFound(state: nudged, bound: plan.bound).improved(by: parts)
  }

  var model: AllocationModel { before.state.model }
  var deployments: [Deployment] { catalogue.deployments }

  /// The model with a limit relaxed by one step.
  func model(with step: LimitStep, wholeUnits: Bool) -> AllocationModel {
    let stepped = step.applied(to: scenario)
    let columns =
      step.changesDeployments
      ? DeploymentCatalogue(scenario: stepped, threads: 1).deployments : deployments
    return AllocationModel(of: stepped, deployments: columns, wholeUnits: wholeUnits)
  }

  /// Why each need is not covered, by the scenario's needs.
  var reasons: [[Reason]] {
    ShortfallReasons(scenario, catalogue, before.state).all(threads: threads)
  }

  /// The plan after a limit is relaxed by one step, begun with this one, and what is proved there.
  ///
  /// - Parameters:
  ///   - step: What is relaxed.
  ///   - bound: What no plan can undercut there, as far as known.
  /// - Returns: The better of what was found, and the parts where they were searched.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  func replanned(after step: LimitStep, bound: Double) throws(SolverFailure) -> Replanned {
    guard let stepped = model.after(step, limits) else {
      return try replanned(in: model(with: step, wholeUnits: isWhole), bound: bound)
    }
    let start = PlanState(model: stepped, sending: before.state.sent)
    return try replanned(from: start, nudge, bound: bound, isThorough: false)
  }

  /// A plan for another model, begun with this one as far as it fits, and what is proved there.
  ///
  /// - Parameters:
  ///   - model: The other model.
  ///   - bound: What no plan can undercut there, as far as known.
  ///   - isThorough: Whether large models, too, are searched.
  /// - Returns: The better of what was found, and the parts where they were searched.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  func replanned(
    in model: AllocationModel, bound: Double, isThorough: Bool = false
  ) throws(SolverFailure) -> Replanned {
    let start = PlanState(model: model, sending: model.sending(before.state.sent, of: self.model))
    return try replanned(from: start, PlanNudge(model.deployments), bound: bound, isThorough: isThorough)
  }

  private func replanned(
    from start: PlanState, _ nudge: PlanNudge, bound: Double, isThorough: Bool
  ) throws(SolverFailure) -> Replanned {
    let nudged = nudge.improved(start.keepsEveryLimit ? start : PlanState(model: start.model))
    let parts = try proved(start.model, from: nudged, isThorough: isThorough)
    return Replanned(gap: GapFound(state: nudged, bound: bound).improved(by: parts), parts: parts)
  }

  /// Whether single answers are searched for where proofs of all would take too long.
  var looksClosely: Bool { effort.forLarge.takes(model) }

  /// Whether the scenario is small enough for proofs of all that is compared with it.
  var isSmall: Bool { SearchEffort.isSmall(model) }

  /// Another model's parts, searched where it is small enough for proofs, or thoroughly, from a plan that keeps
  /// its limits.
  func proved(
    _ model: AllocationModel, from start: PlanState?, isThorough: Bool = false
  ) throws(SolverFailure) -> PartPlans? {
    try PartPlans.find(model, from: start, search: isThorough ? effort.forLarge : effort, knowing: parts)
  }
}

/// What was found of another case than the plan's.
struct Replanned: Sendable {
  var gap: GapFound
  var parts: PartPlans?
}

/// What became of the weighted gap in a case: a plan found, and what no plan can undercut.
struct GapFound: Sendable {
  let state: PlanState
  /// Never above the plan's.
  let bound: Double

  init(state: PlanState, bound: Double) {
    self.state = state
    self.bound = min(bound, state.weightedGap)
  }

  var objective: Double { state.weightedGap }

  /// The better plan of two, with the better bound; of equal ones this, which is nearer to the plan before.
  func improved(by parts: PartPlans?) -> GapFound {
    guard let parts else { return self }
    let isBetter = parts.weightedGap < objective - 1e-9
    return GapFound(state: isBetter ? parts.state : state, bound: max(bound, parts.bound))
  }
}

extension AllocationModel {
  /// What another model's deployments send, as far as this one has the same.
  ///
  /// - Parameters:
  ///   - elements: Of each of the other's deployments; what comes behind these is left out.
  ///   - other: Whose deployments they are.
  /// - Returns: Elements of each deployment, never fewer than it sends at least.
  func sending(_ elements: [Double], of other: AllocationModel) -> [Double] {
    var known: [[Int]: Double] = [:]
    for (deployment, elements) in zip(other.deployments, elements) where elements > 0 {
      known[deployment.places] = elements
    }
    return deployments.map { max($0.least, known[$0.places] ?? 0) }
  }
}

extension Deployment {
  /// What tells it from every other of the same scenario: who goes where, when, and with whose help.
  fileprivate var places: [Int] { legs.flatMap { [$0.pledge, $0.need, $0.arrival, $0.support ?? -1] } }
}
