/// The plan of one component and what is proved of it.
struct ComponentPlan: Sendable {
  /// Elements of each of the component's deployments.
  var sent: [Double]
  /// No plan of the component has a smaller weighted gap, in days.
  var bound: Double
  var nodes: Int
  var stoppedByTime: Bool
  /// Duals of the component's limits at the relaxation's optimum, in order: candidates, never values.
  var limitDuals: [Double]
  /// With fairness, the largest lack of a mission that was found, 0 … 1, and a figure that it cannot go below.
  var lack: Double?
  var lackBound: Double?
  /// Elements of each deployment where the relaxation's optimum is; `nil` where that is not known.
  var relaxed: [Double]?
  /// The optimum of the weighted gap from which later levels begin; `nil` where there is no such.
  var optimum: RelaxationSession.RestingPoint?

  /// Puts the plan of a part in, whose deployments have these numbers here.
  mutating func add(_ part: ComponentPlan, at places: [Int]) {
    for (own, place) in places.enumerated() {
      sent[place] = part.sent[own]
      relaxed?[place] = (part.relaxed ?? part.sent)[own]
    }
    bound += part.bound
    nodes += part.nodes
    stoppedByTime = stoppedByTime || part.stoppedByTime
  }
}

/// Solves one component: first the weighted gap, then the cost at that gap, then the changes to an earlier
/// plan at both.
struct ComponentSolver: Sendable {
  let model: AllocationModel
  let wholeUnits: Bool
  let limits: SearchLimits
  /// What fairness has reached before, if it was asked for.
  var floor: CoverageFloor?
  var earlier: EarlierSending?
  /// Plans that keep every limit and the floor, to begin from.
  var known: [[Double]] = []
  /// For parts of large models; `nil` does every step, whether or not there is time for it.
  var times: StepTimes?
  /// Whether the plan by rounding and the bound by cuts, which take little time, are all that is wanted.
  var isBrief = false

  /// Relaxations that rounding may solve.
  private static let diveSteps = 1000

  /// Every level, one after the other.
  func solve() throws(SolverFailure) -> ComponentPlan {
    var plan = try solveGap()
    if model.deployments.contains(where: { $0.cost != 0 }), !limits.isOver {
      plan = try solveCost(after: plan)
    }
    if let earlier, !limits.isOver { plan = try solveChanges(to: earlier, after: plan) }
    // Rounding, exchanges and the later levels end early, too, when the time is over.
    plan.stoppedByTime = plan.stoppedByTime || limits.isPastDeadline
    return plan
  }

  /// The level of the weighted gap alone.
  func solveGap() throws(SolverFailure) -> ComponentPlan {
    guard !limits.isOver else { return try untried() }
    let knownBound = model.isLarge ? self.knownBound : -.infinity
    if let plan = bestKnown, knownBound >= proof(of: plan) {
      let settled = SearchOutcome(values: nil, bound: knownBound, nodes: 0, stoppedByTime: false)
      return try best(of: settled, or: plan, duals: model.limits.map { _ in 0 })
    }
    let unbranched = LevelProgram(gapOf: model).holding(floor)
    if let plan = try solveDivisible(unbranched) { return plan }
    if let plan = try solveLarge(unbranched) { return plan }
    let level = unbranched.withSums
    let ranks = level.program.columns.map(\.branchingRank)
    return try GLPKProblem.with(level.program) { problem throws(SolverFailure) in
      let relaxation = try relaxed(problem)
      let duals = model.limitDuals(of: relaxation)
      if let plan = wholeAlready(relaxation) { return plan }
      // In a large part what the clock left of the relaxation is no better to begin from than what is known.
      let rounded = firstPlan(from: model.isLarge && relaxation.isStopped ? [] : [relaxation.values])
      var bound = max(relaxation.bound, knownBound)
      if let rounded, relaxation.isProved {
        bound = problem.cut(bound: bound, until: CutLimits(enough: proof(of: rounded)), limits: limits)
        let proved = SearchOutcome(values: nil, bound: bound, nodes: 0, stoppedByTime: false)
        if isBrief || bound >= proof(of: rounded) {
          return tried(try best(of: proved, or: rounded, duals: duals), relaxation)
        }
      }
      let dived = try problem.dive(ranks: ranks, steps: Self.diveSteps, limits: limits)
      let first = wholeUnits ? better(rounded, firstPlan(from: [dived])) : rounded
      let found = try problem.search(
        from: first.map(level.point), bound: bound, ranks: ranks, limits: limits)
      return tried(try best(of: found, or: first, duals: duals), relaxation)
    }
  }

  /// Where units may be divided, the optimum is a plan; `nil` where it is none, or was not proved.
  ///
  /// Nothing is branched on then, so the solver need not be given the rows as they were asked for.
  private func solveDivisible(_ level: LevelProgram) throws(SolverFailure) -> ComponentPlan? {
    guard !wholeUnits else { return nil }
    let (relaxation, restingPoint) = try resting(level.program, stop: limits.stop)
    guard !relaxation.isStopped else { return try untried(bound: relaxation.bound) }
    var plan = wholeAlready(relaxation)
    plan?.optimum = restingPoint
    return plan
  }

  /// The relaxation's optimum where it is a plan already.
  func wholeAlready(_ relaxation: LinearOptimum) -> ComponentPlan? {
    guard relaxation.isProved, let whole = model.rounded(relaxation.values), keepsFloor(whole) else {
      return nil
    }
    return ComponentPlan(
      sent: whole, bound: relaxation.objective, nodes: 0, stoppedByTime: false,
      limitDuals: model.limitDuals(of: relaxation))
  }

  /// The plan, or a better one that filling up and exchanges find below what was proved.
  ///
  /// Cuts and branching prove as far as the solver's digits go. A plan below shows that it was no proof: then only
  /// what the relaxation certifies is left.
  func tried(_ plan: ComponentPlan, _ relaxation: LinearOptimum) -> ComponentPlan {
    guard wholeUnits else { return plan }
    var search = PlanSearch(model: model, limits: limits, floor: floor)
    let state = PlanState(model: model, sending: plan.sent)
    let better = isSmall ? search.improved(state) : search.filledUp(state)
    guard better.weightedGap < plan.bound * (1 - PlanProof.optimalGap) - PlanSearch.noise,
      better.keepsEveryLimit, keepsFloor(better.sent)
    else { return plan }
    var result = plan
    result.sent = better.sent
    result.bound = min(relaxation.bound, better.weightedGap)
    return result
  }

  /// Where the time is over before anything is planned: what is known, in place and pinned.
  ///
  /// - Parameter bound: What is proved; no less than what needs no solver counts.
  /// - Returns: The best of that.
  /// - Throws: ``SolverFailure`` where pins leave no plan within reach.
  func untried(bound: Double = -.infinity) throws(SolverFailure) -> ComponentPlan {
    let least = LinearOptimum(unsolved: model.program).bound
    let nothing = SearchOutcome(
      values: nil, bound: max(bound, least, model.isLarge ? knownBound : least), nodes: 0,
      stoppedByTime: !limits.stop.isInterrupted)
    return try best(of: nothing, or: firstPlan(from: []), duals: model.limits.map { _ in 0 })
  }

  /// The best plan to begin from.
  var bestKnown: PlanState? {
    known.map { PlanState(model: model, sending: $0) }.min { $0.weightedGap < $1.weightedGap }
  }

  /// What the best plan to begin from proves without a solver.
  var knownBound: Double {
    bestKnown.map { min(model.bound(shortUnder: $0), $0.weightedGap) } ?? -.infinity
  }

  /// The bound from which on a plan is near enough.
  func proof(of plan: PlanState) -> Double {
    plan.weightedGap * (1 - limits.gap) - limits.allowance
  }

  func better(_ one: PlanState?, _ other: PlanState?) -> PlanState? {
    [one, other].compactMap { $0 }.min { $0.weightedGap < $1.weightedGap }
  }

  private func keepsFloor(_ sent: [Double]) -> Bool {
    floor?.isKept(by: PlanState(model: model, sending: sent)) ?? true
  }

  /// A good plan by rounding and exchanges; `nil` where pins leave none within reach.
  func firstPlan(from points: [[Double]]) -> PlanState? {
    var search = PlanSearch(model: model, limits: limits, floor: floor)
    let starts = points.map { Array($0.prefix(model.deployments.count)) } + known
    var plans = known.map { PlanState(model: model, sending: $0) }
    // A plan of whole elements is one of divided ones, too, where the time was over before there was any.
    if wholeUnits || known.isEmpty {
      plans += plans.map { search.improved($0) }
      let isFilled = model.isLarge && points.isEmpty && !known.isEmpty
      if !isFilled, let plan = search.plan(from: starts) { plans.append(plan) }
      plans += plans.map(divided)
    }
    return plans.filter { $0.keepsEveryLimit && floor?.isKept(by: $0) ?? true }
      .min { $0.weightedGap < $1.weightedGap }
  }

  /// The relaxation's optimum; pins that contradict limits are named.
  private func relaxed(_ problem: borrowing GLPKProblem) throws(SolverFailure) -> LinearOptimum {
    do {
      return try problem.solveRelaxation(threads: limits.threads, stop: limits.stop)
    } catch {
      throw named(error)
    }
  }

  func named(_ failure: SolverFailure) -> SolverFailure {
    guard case .contradiction = failure.reason else { return failure }
    return SolverFailure(reason: .contradiction(Contradiction(model: model).names), routine: failure.routine)
  }

  func best(
    of found: SearchOutcome, or first: PlanState?, duals: [Double]
  ) throws(SolverFailure) -> ComponentPlan {
    let values = found.values.flatMap(model.rounded)
    let plans = [values.map { PlanState(model: model, sending: $0) }, first].compactMap { $0 }
      .filter { $0.keepsEveryLimit && floor?.isKept(by: $0) ?? true }
    guard let plan = plans.min(by: { $0.weightedGap < $1.weightedGap }) else {
      throw SolverFailure(reason: .contradiction(pinNames), routine: "glp_intopt")
    }
    return ComponentPlan(
      sent: plan.sent, bound: min(found.bound, plan.weightedGap), nodes: found.nodes,
      stoppedByTime: found.stoppedByTime, limitDuals: duals)
  }

  /// A plan of whole elements with what may be divided placed as well as possible beside them.
  func divided(_ plan: PlanState) -> PlanState {
    guard model.isPartlyDivisible else { return plan }
    let program = LevelProgram(gapOf: model).holding(floor).program
    let held = program.holdingWhole(at: plan.sent)
    guard let optimum = try? LinearSolver.relaxation(of: held, threads: limits.threads, stop: limits.stop),
      let sent = model.rounded(optimum.values)
    else { return plan }
    let state = PlanState(model: model, sending: sent)
    return state.keepsEveryLimit && state.weightedGap < plan.weightedGap ? state : plan
  }

  private var pinNames: [String] {
    model.limits.compactMap { limit in
      if case .pin = limit.kind { limit.words } else { nil }
    }
  }
}
