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
}

/// Solves one component: first the weighted gap, then the cost at that gap.
struct ComponentSolver: Sendable {
  let model: AllocationModel
  let wholeUnits: Bool
  let limits: SearchLimits

  /// How far above its best value the weighted gap may rise while the cost is minimised, relative.
  ///
  /// Half of what a plan called optimal may be away from its bound.
  private static let hold = PlanProof.optimalGap / 2

  /// Deployments up to which the cost, too, is minimised by branch and bound.
  private static let smallPart = 500

  /// Relaxations that rounding may solve.
  private static let diveSteps = 1000

  func solve() throws(SolverFailure) -> ComponentPlan {
    var plan = try solveGap()
    if model.deployments.contains(where: { $0.cost != 0 }), !limits.isOver {
      plan = try solveCost(after: plan)
    }
    // Rounding, exchanges and the cost end early, too, when the time is over.
    plan.stoppedByTime = plan.stoppedByTime || limits.isPastDeadline
    return plan
  }

  private func solveGap() throws(SolverFailure) -> ComponentPlan {
    let program = model.withSums(model.program)
    let ranks = program.columns.map(\.branchingRank)
    return try GLPKProblem.with(program) { problem throws(SolverFailure) in
      let relaxation = try relaxed(problem)
      let duals = Array(relaxation.rowDuals.dropFirst(model.cells.count).prefix(model.limits.count))
      let divisible = Array(relaxation.values.prefix(model.deployments.count))
      if let whole = rounded(divisible) {
        return ComponentPlan(
          sent: whole, bound: relaxation.objective, nodes: 0, stoppedByTime: false, limitDuals: duals)
      }
      let dived = Array(
        try problem.dive(ranks: ranks, steps: Self.diveSteps, limits: limits).prefix(model.deployments.count))
      var search = PlanSearch(model: model, limits: limits)
      let first = try search.plan(from: [divisible, dived]).map { plan throws(SolverFailure) in
        try divided(plan)
      }
      let start = first.map { point($0, of: program) }
      let found = try problem.search(
        from: start, bound: relaxation.objective, ranks: ranks, limits: limits)
      return try best(of: found, or: first, duals: duals)
    }
  }

  /// The relaxation's optimum; pins that contradict limits are named.
  private func relaxed(_ problem: borrowing GLPKProblem) throws(SolverFailure) -> LinearOptimum {
    do {
      return try problem.solveRelaxation()
    } catch {
      guard case .contradiction = error.reason else { throw error }
      throw SolverFailure(reason: .contradiction(Contradiction(model: model).names), routine: error.routine)
    }
  }

  private func best(
    of found: SearchOutcome, or first: PlanState?, duals: [Double]
  ) throws(SolverFailure) -> ComponentPlan {
    let values = found.values.flatMap { rounded(Array($0.prefix(model.deployments.count))) }
    let plans = [values.map { PlanState(model: model, sending: $0) }, first].compactMap { $0 }
      .filter(\.keepsEveryLimit)
    guard let plan = plans.min(by: { $0.weightedGap < $1.weightedGap }) else {
      throw SolverFailure(reason: .contradiction(pinNames), routine: "glp_intopt")
    }
    return ComponentPlan(
      sent: plan.sent, bound: min(found.bound, plan.weightedGap), nodes: found.nodes,
      stoppedByTime: found.stoppedByTime, limitDuals: duals)
  }

  /// The cheapest plan at the gap found; in large parts the cheapest that exchanges reach.
  private func solveCost(after plan: ComponentPlan) throws(SolverFailure) -> ComponentPlan {
    var result = plan
    let start = PlanState(model: model, sending: plan.sent)
    let most = start.weightedGap * (1 + Self.hold)
    var best = start
    if wholeUnits {
      var search = PlanSearch(model: model, limits: limits)
      let cheaper = search.cheaper(start)
      if cheaper.weightedGap <= most, cheaper.keepsEveryLimit { best = cheaper }
    }
    if !wholeUnits || model.deployments.count <= Self.smallPart,
      let found = try cheapest(gapAtMost: most, from: best)
    {
      let state = PlanState(model: model, sending: found)
      // The solver's tolerance is wider than the one the gap is held to: a plan that used it is not taken.
      if state.weightedGap <= most, state.keepsEveryLimit, state.cost < best.cost { best = state }
    }
    result.sent = best.sent
    return result
  }

  private func cheapest(gapAtMost most: Double, from start: PlanState) throws(SolverFailure) -> [Double]? {
    let program = model.withSums(model.costProgram(gapAtMost: most))
    var costLimits = limits
    costLimits.gap = 0
    costLimits.allowance = 0
    costLimits.nodes = max(1, limits.nodes / 10)
    return try GLPKProblem.with(program) { problem throws(SolverFailure) -> [Double]? in
      let relaxation = try problem.solveRelaxation()
      let divisible = Array(relaxation.values.prefix(model.deployments.count))
      if let whole = rounded(divisible) { return whole }
      let outcome = try problem.search(
        from: point(start, of: program), bound: relaxation.objective,
        ranks: program.columns.map(\.branchingRank), limits: costLimits)
      return outcome.values.flatMap { rounded(Array($0.prefix(model.deployments.count))) }
    }
  }

  /// A plan of whole elements with what may be divided placed as well as possible beside them.
  private func divided(_ plan: PlanState) throws(SolverFailure) -> PlanState {
    guard model.deployments.indices.contains(where: { !model.program.columns[$0].isWhole }) else {
      return plan
    }
    let optimum = try LinearSolver.relaxation(of: model.program.holdingWhole(at: plan.sent))
    guard let sent = rounded(Array(optimum.values.prefix(model.deployments.count))) else { return plan }
    let state = PlanState(model: model, sending: sent)
    return state.keepsEveryLimit && state.weightedGap < plan.weightedGap ? state : plan
  }

  /// The values with whole columns made exactly whole; `nil` where one is not whole.
  private func rounded(_ values: [Double]) -> [Double]? {
    var result = values
    for number in values.indices {
      let column = model.program.columns[number]
      let nearest = values[number].rounded()
      if column.isWhole {
        guard abs(values[number] - nearest) < 1e-6 else { return nil }
        result[number] = nearest
      } else {
        // Basic columns come back a rounding error beside a whole number.
        let tidy = abs(values[number] - nearest) < 1e-9 ? nearest : values[number]
        result[number] = min(max(tidy, column.lower), column.upper)
      }
    }
    return result
  }

  /// A plan as a point of a program: its elements, the shortfalls it leaves, and the sums.
  private func point(_ plan: PlanState, of program: LinearProgram) -> [Double] {
    var values = [Double](repeating: 0, count: program.columns.count)
    for deployment in plan.sent.indices { values[deployment] = plan.sent[deployment] }
    for cell in model.cells.indices {
      var rest = plan.shortfall(ofCell: cell)
      for column in model.shortfallColumns[cell] {
        values[column] = min(rest, program.columns[column].upper)
        rest -= values[column]
      }
    }
    for row in program.rows.dropFirst(model.program.rows.count) where row.lower == 0 && row.upper == 0 {
      guard let sum = row.entries.last else { continue }
      values[sum.column] = row.entries.dropLast().reduce(0) { $0 + $1.value * values[$1.column] }
    }
    return values
  }

  private var pinNames: [String] {
    model.limits.compactMap { limit in
      if case .pin = limit.kind { limit.words } else { nil }
    }
  }
}
