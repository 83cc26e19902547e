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

  /// Relaxations that rounding may solve.
  private static let diveSteps = 1000

  func solve() throws(SolverFailure) -> ComponentPlan {
    let gapLevel = try solveGap()
    guard model.deployments.contains(where: { $0.cost != 0 }), !isStopped else { return gapLevel }
    return try solveCost(after: gapLevel)
  }

  private var isStopped: Bool {
    limits.interruption?.isRaised == true || limits.deadline.map { ContinuousClock.now >= $0 } == true
  }

  private func solveGap() throws(SolverFailure) -> ComponentPlan {
    try GLPKProblem.with(model.program) { problem throws(SolverFailure) in
      let relaxation = try relaxed(problem)
      let duals = Array(relaxation.rowDuals.dropFirst(model.cells.count))
      let divisible = Array(relaxation.values.prefix(model.deployments.count))
      if let whole = rounded(divisible) {
        return ComponentPlan(
          sent: whole, bound: relaxation.objective, nodes: 0, stoppedByTime: false, limitDuals: duals)
      }
      let dived = Array(try problem.dive(steps: Self.diveSteps).prefix(model.deployments.count))
      var search = PlanSearch(model: model)
      let first = search.plan(from: [divisible, dived])
      let start = first.map(point)
      let found = try problem.search(from: start, bound: relaxation.objective, limits: limits)
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

  /// The cheapest plan at the gap found; the plan itself where no cheaper one is found.
  private func solveCost(after plan: ComponentPlan) throws(SolverFailure) -> ComponentPlan {
    let start = PlanState(model: model, sending: plan.sent)
    let most = start.weightedGap * (1 + Self.hold)
    let found = try GLPKProblem.with(model.costProgram(gapAtMost: most)) {
      problem throws(SolverFailure) -> [Double]? in
      let relaxation = try problem.solveRelaxation()
      let divisible = Array(relaxation.values.prefix(model.deployments.count))
      if let whole = rounded(divisible) { return whole }
      let outcome = try problem.search(from: point(start), bound: relaxation.objective, limits: limits)
      return outcome.values.flatMap { rounded(Array($0.prefix(model.deployments.count))) }
    }
    guard let found else { return plan }
    let cheaper = PlanState(model: model, sending: found)
    // The solver's tolerance is wider than the one the gap is held to: a plan that used it is not taken.
    guard cheaper.weightedGap <= most, cheaper.keepsEveryLimit, cheaper.cost < start.cost else { return plan }
    var result = plan
    result.sent = cheaper.sent
    return result
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

  /// A plan as a point of the program: its elements, then the shortfalls it leaves.
  private func point(_ plan: PlanState) -> [Double] {
    var values = [Double](repeating: 0, count: model.program.columns.count)
    for deployment in plan.sent.indices { values[deployment] = plan.sent[deployment] }
    for cell in model.cells.indices {
      var rest = plan.shortfall(ofCell: cell)
      for column in model.shortfallColumns[cell] {
        values[column] = min(rest, model.program.columns[column].upper)
        rest -= values[column]
      }
    }
    return values
  }

  private var pinNames: [String] {
    model.limits.compactMap { limit in
      if case .pin = limit.kind { limit.words } else { nil }
    }
  }
}
