extension ComponentSolver {
  /// Rounds of cutting by the basis: those behind raise the bound by little.
  private static let cutRounds = 12
  /// Rounds that begin at the relaxation's rounded point, beside cutting.
  private static let coldRounds = 2
  /// Pairs of rounds that go on from the best plan.
  private static let warmPairs = 10

  /// What annealing finds and cuts by the basis prove where cuts of single rows do not suffice.
  ///
  /// Rounds along the prices before cutting go on another thread while this one cuts.
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
        Array(repeating: annealing, count: Self.coldRounds), isWarm: false,
        enough: limits.enough(above: proved.bound), threads: 1)
      return rounds
    }
    outcome.bound = raised
    var rounds = cold
    anneal(&rounds, annealing, RelaxationPrices(problem, of: model), enough: limits.enough(above: raised))
    let plan = better(known.best, divided(rounds.best)) ?? known.best
    return (plan, try searched(problem, level, outcome, from: plan))
  }

  /// A pair of rounds that begin anew along the prices before and after cutting, then pairs along both that go on from
  /// the best plan.
  ///
  /// Plans that begin along the prices after cutting are worse in the mean, but good where those before lead astray.
  private func anneal(
    _ rounds: inout AnnealingRounds, _ before: PlanAnnealing, _ prices: RelaxationPrices, enough: Double
  ) {
    guard let start = PlanSearch(model: model, limits: limits).rounded(prices.point) else { return }
    let after = PlanAnnealing(from: start, prices: prices, limits: limits)
    rounds.go([before, after], isWarm: false, enough: enough)
    for _ in 0..<Self.warmPairs { rounds.go([before, after], isWarm: true, enough: enough) }
  }
}
