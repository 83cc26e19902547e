extension ComponentSolver {
  /// Pairs of rounds of annealing that pay; the same where good plans are known.
  private static let (pairs, fewPairs) = (4, 1)

  /// Rounds of cutting where no cuts by the basis follow.
  private static let rowRounds = 30

  /// What the relaxation leaves of the time at least, for plans along its prices: a share of it, at most some seconds.
  private static let (roomShare, mostRoom) = (0.15, 5.0)

  /// A large part's plan: annealing along the relaxation's prices where rounding and cuts do not settle it, and
  /// branch and bound only for what is left.
  ///
  /// - Returns: `nil` where the part is none for which this pays, or nothing is known of it yet when the time is over.
  func solveLarge(_ level: LevelProgram) throws(SolverFailure) -> ComponentPlan? {
    guard wholeUnits, floor == nil, !isBrief, model.deployments.count >= PlanAnnealing.smallest else {
      return nil
    }
    let plain = level.withoutNeedless
    let stop = limits.stop.earlier(by: Self.roomShare, atMost: Self.mostRoom)
    let (relaxation, restingPoint) = try resting(plain.program, stop: stop)
    if let plan = wholeAlready(relaxation) { return plan }
    let prices = RelaxationPrices(relaxation, of: model)
    guard relaxation.isPriced, let start = PlanSearch(model: model, limits: limits).rounded(prices.point)
    else { return known.isEmpty ? nil : try untried(bound: relaxation.bound) }
    // Made only where it is needed.
    lazy var annealing = PlanAnnealing(from: start, prices: prices, limits: limits)
    var rounds = AnnealingRounds(from: start, limits: limits)
    guard relaxation.isProved, hasTimeToProve else {
      return try guided(by: relaxation, annealing, rounds)
    }
    if model.isVast {
      rounds.go([annealing], isWarm: false, enough: limits.enough(above: relaxation.objective))
      noteKnown(in: &rounds)
    } else if let plan = firstPlan(from: [relaxation.values]) {
      rounds.note(plan)
    }
    var plan = model.isVast ? divided(rounds.best) : rounds.best
    var outcome = SearchOutcome(
      values: nil, bound: relaxation.bound, nodes: 0, stoppedByTime: limits.isPastDeadline)
    let isOpen = outcome.bound < proof(of: plan)
    if isOpen, !hasTimeToProve {
      outcome.stoppedByTime = !limits.stop.isInterrupted
    } else if isOpen {
      let level = plain.withSums
      let basis = try restingPoint.map { point throws(SolverFailure) in
        try RelaxationSession.with(from: point, stop: limits.stop) { session throws(SolverFailure) in
          session.settled().adding(sums: level.program.rows.count - plain.program.rows.count)
        }
      }
      let isShort = model.isVast || !known.isEmpty
      (plan, outcome) = try GLPKProblem.with(level.program) { problem throws(SolverFailure) in
        _ = try problem.solveRelaxation(from: basis, stop: limits.stop)
        // What cuts by the basis add is less where those of single rows have been exhausted before.
        let cuts = CutLimits(
          enough: proof(of: plan), rounds: isShort ? Self.rowRounds : 1, reach: model.isVast ? .rows : .sums)
        outcome.bound = problem.cut(bound: outcome.bound, until: cuts, limits: limits)
        guard outcome.bound < proof(of: plan), !limits.isOver else { return (plan, outcome) }
        guard isShort else { return try thoroughly(problem, level, annealing, rounds, outcome) }
        for _ in 0..<(model.isVast ? Self.pairs : Self.fewPairs) {
          rounds.go([annealing, annealing], isWarm: true, enough: limits.enough(above: outcome.bound))
        }
        plan = better(plan, divided(rounds.best)) ?? plan
        return (plan, try searched(problem, level, outcome, from: plan))
      }
    }
    var found = tried(try best(of: outcome, or: plan, duals: model.limitDuals(of: relaxation)), relaxation)
    found.relaxed = Array(relaxation.values.prefix(model.deployments.count))
    return found
  }

  /// The plan where the time is not enough to prove more than the relaxation's prices do, however near to its optimum they
  /// are: what annealing finds along these.
  private func guided(
    by relaxation: LinearOptimum, _ annealing: PlanAnnealing, _ begun: AnnealingRounds
  ) throws(SolverFailure) -> ComponentPlan {
    let bound = max(relaxation.bound, knownBound)
    let enough = limits.enough(above: bound)
    var rounds = begun
    rounds.go([annealing, annealing], isWarm: false, enough: enough)
    noteKnown(in: &rounds)
    for _ in 0..<Self.pairs { rounds.go([annealing, annealing], isWarm: true, enough: enough) }
    let outcome = SearchOutcome(
      values: nil, bound: bound, nodes: 0, stoppedByTime: !limits.stop.isInterrupted)
    return try best(of: outcome, or: divided(rounds.best), duals: model.limitDuals(of: relaxation))
  }

  /// Whether cutting and branching, which begin with steps that cannot be ended early, can begin.
  private var hasTimeToProve: Bool { times?.allow(StepTimes.proof) ?? !limits.isOver }

  private func noteKnown(in rounds: inout AnnealingRounds) {
    if let plan = bestKnown, plan.keepsEveryLimit { rounds.note(plan) }
  }

  /// A relaxation's optimum, and where to go on from it; pins that contradict limits are named.
  func resting(
    _ program: LinearProgram, stop: StopSignal
  ) throws(SolverFailure) -> (LinearOptimum, RelaxationSession.RestingPoint?) {
    do {
      return try RelaxationSession.with(program, threads: limits.threads, stop: stop) {
        session throws(SolverFailure) in
        (try session.solve(), session.restingPoint)
      }
    } catch {
      throw named(error)
    }
  }

  /// Branch and bound where the bound is not near enough to the plan yet.
  func searched(
    _ problem: borrowing GLPKProblem, _ level: LevelProgram, _ outcome: SearchOutcome, from plan: PlanState
  ) throws(SolverFailure) -> SearchOutcome {
    guard outcome.bound < proof(of: plan) else { return outcome }
    return try problem.search(
      from: level.point(plan), bound: outcome.bound, ranks: level.program.columns.map(\.branchingRank),
      limits: limits)
  }
}
