extension ComponentSolver {
  /// Deployments from which on rounding with exchanges takes longer than a round of annealing, and finds less.
  private static let annealedFirst = 5_000

  /// A large part's plan: annealing along the relaxation's prices where rounding and cuts do not settle it, and
  /// branch and bound only for what is left.
  ///
  /// - Returns: `nil` where the part is none for which this pays, or its relaxation was not solved in time.
  func solveLarge(_ level: LevelProgram) throws(SolverFailure) -> ComponentPlan? {
    guard wholeUnits, floor == nil, !isBrief, model.deployments.count >= PlanAnnealing.smallest else {
      return nil
    }
    let (relaxation, restingPoint) = try resting(level.program)
    if let plan = wholeAlready(relaxation) { return plan }
    let point = Array(relaxation.values.prefix(model.deployments.count))
    guard relaxation.isProved, let start = PlanSearch(model: model, limits: limits).rounded(point) else {
      return nil
    }
    // Made only where it is needed.
    lazy var annealing = PlanAnnealing(from: start, relaxation: relaxation, limits: limits)
    let isAnnealedFirst = model.deployments.count >= Self.annealedFirst
    var plan =
      isAnnealedFirst
      ? annealed(&annealing, bound: relaxation.objective, rounds: 1)
      : firstPlan(from: [relaxation.values]) ?? start
    var outcome = SearchOutcome(
      values: nil, bound: relaxation.bound, nodes: 0, stoppedByTime: limits.isPastDeadline)
    if outcome.bound < proof(of: plan), !limits.isOver {
      let basis = try restingPoint.map { point throws(SolverFailure) in
        try RelaxationSession.with(from: point, stop: limits.stop) { session throws(SolverFailure) in
          session.settled()
        }
      }
      outcome = try GLPKProblem.with(level.program) { problem throws(SolverFailure) in
        _ = try problem.solveRelaxation(from: basis, stop: limits.stop)
        let cuts = CutLimits(enough: proof(of: plan))
        outcome.bound = problem.cut(bound: outcome.bound, until: cuts, limits: limits)
        guard outcome.bound < proof(of: plan) else { return outcome }
        // Plans of neighbours leave less to be found.
        let all = known.isEmpty || model.isLarge ? PlanAnnealing.rounds : PlanAnnealing.fewRounds
        let rounds = all - (isAnnealedFirst ? 1 : 0)
        let found = annealed(&annealing, bound: outcome.bound, rounds: rounds)
        plan = better(plan, found) ?? found
        guard outcome.bound < proof(of: plan) else { return outcome }
        return try problem.search(
          from: level.point(plan), bound: outcome.bound, ranks: level.program.columns.map(\.branchingRank),
          limits: limits)
      }
    }
    return tried(try best(of: outcome, or: plan, duals: limitDuals(relaxation)), relaxation)
  }

  /// A relaxation's optimum, and where to go on from it; pins that contradict limits are named.
  func resting(
    _ program: LinearProgram
  ) throws(SolverFailure) -> (LinearOptimum, RelaxationSession.RestingPoint?) {
    do {
      return try RelaxationSession.with(program, threads: limits.threads, stop: limits.stop) {
        session throws(SolverFailure) in
        (try session.solve(), session.restingPoint)
      }
    } catch {
      throw named(error)
    }
  }

  /// The best of so many rounds more and of the plans that were known, what may be divided placed beside it.
  private func annealed(_ annealing: inout PlanAnnealing, bound: Double, rounds: Int) -> PlanState {
    let found = annealing.best(enough: limits.enough(above: bound), rounds: rounds)
    let other = bestKnown.flatMap { $0.keepsEveryLimit ? $0 : nil }
    return divided(better(found, other) ?? found)
  }
}
