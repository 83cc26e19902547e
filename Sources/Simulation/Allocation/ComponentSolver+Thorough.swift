extension ComponentSolver {
  /// Rounds of cutting by the basis: those behind raise the bound by little.
  private static let cutRounds = 12
  /// Pairs of rounds that go on from the best plan.
  private static let warmPairs = 10

  /// What annealing finds and cuts by the basis prove where cuts of single rows do not suffice.
  ///
  /// Prices before and after cutting lead to other plans, so rounds go along both: first along those before, on
  /// another thread while this one cuts.
  ///
  /// - Parameters:
  ///   - level: The weighted gap's.
  ///   - basis: The relaxation's optimum.
  ///   - annealing: Along the relaxation's prices.
  ///   - known: The best plan so far.
  ///   - proved: The bound so far.
  /// - Returns: The best plan, and what is proved of it.
  /// - Throws: ``SolverFailure`` where GLPK gives up.
  func thoroughly(
    _ level: LevelProgram, _ basis: SimplexBasis?, _ annealing: PlanAnnealing, _ known: AnnealingRounds,
    _ proved: SearchOutcome
  ) throws(SolverFailure) -> (PlanState, SearchOutcome) {
    var (outcome, plan) = (proved, known.best)
    outcome = try GLPKProblem.with(level.program) { problem throws(SolverFailure) in
      _ = try problem.solveRelaxation(from: basis, stop: limits.stop)
      let cuts = CutLimits(enough: proof(of: plan), rounds: Self.cutRounds, reach: .basis)
      let bound = outcome.bound
      let (raised, cold) = alongside(threads: limits.threads) {
        max(bound, problem.cut(bound: bound, until: cuts, limits: limits))
      } _: {
        var rounds = known
        rounds.go([annealing, annealing], isWarm: false, enough: limits.enough(above: bound), threads: 1)
        return rounds
      }
      outcome.bound = raised
      var rounds = cold
      anneal(&rounds, annealing, RelaxationPrices(problem, of: model), enough: limits.enough(above: raised))
      plan = better(plan, divided(rounds.best)) ?? plan
      return try searched(problem, level, outcome, from: plan)
    }
    return (plan, outcome)
  }

  /// A pair of rounds along the prices after cutting, then pairs along both that go on from the best plan.
  private func anneal(
    _ rounds: inout AnnealingRounds, _ before: PlanAnnealing, _ prices: RelaxationPrices, enough: Double
  ) {
    guard let start = PlanSearch(model: model, limits: limits).rounded(prices.point) else { return }
    let after = PlanAnnealing(from: start, prices: prices, limits: limits)
    rounds.go([after, after], isWarm: false, enough: enough)
    for _ in 0..<Self.warmPairs { rounds.go([before, after], isWarm: true, enough: enough) }
  }
}
