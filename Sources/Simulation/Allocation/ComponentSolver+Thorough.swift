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
  ///   - problem: The level's program, with cuts of single rows, at its optimum.
  ///   - level: The weighted gap's.
  ///   - annealing: Along the relaxation's prices.
  ///   - known: The best plan so far.
  ///   - proved: The bound so far.
  /// - Returns: The best plan, and what is proved of it.
  /// - Throws: ``SolverFailure`` where GLPK gives up.
  func thoroughly(
    _ problem: borrowing GLPKProblem, _ level: LevelProgram, _ annealing: PlanAnnealing,
    _ known: AnnealingRounds, _ proved: SearchOutcome
  ) throws(SolverFailure) -> (PlanState, SearchOutcome) {
    let cuts = CutLimits(enough: proof(of: known.best), rounds: Self.cutRounds, reach: .basis)
    var outcome = proved
    let (raised, cold) = alongside(threads: limits.threads) {
      problem.cut(bound: proved.bound, until: cuts, limits: limits)
    } _: {
      var rounds = known
      rounds.go(
        [annealing, annealing], isWarm: false, enough: limits.enough(above: proved.bound), threads: 1)
      return rounds
    }
    outcome.bound = raised
    var rounds = cold
    anneal(&rounds, annealing, RelaxationPrices(problem, of: model), enough: limits.enough(above: raised))
    let plan = better(known.best, divided(rounds.best)) ?? known.best
    return (plan, try searched(problem, level, outcome, from: plan))
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
