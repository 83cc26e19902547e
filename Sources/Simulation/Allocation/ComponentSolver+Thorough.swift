extension ComponentSolver {
  /// Rounds of cutting by the basis: those behind raise the bound by little.
  private static let cutRounds = 12
  /// Rounds beside cutting and the one behind it: those that begin at the relaxation's rounded point, and those that
  /// then go on from the best plan.
  private static let (coldRounds, warmRounds) = (2, 1)
  /// Pairs of rounds that go on from the best plan.
  private static let warmPairs = 10

  /// What annealing finds and cuts by the basis prove where cuts of single rows do not suffice.
  ///
  /// Rounds along the prices before cutting go on another thread while this one cuts and goes a round along the prices
  /// after it: plans that begin along these are worse in the mean, but good where those before lead astray. Then pairs
  /// along both go on from the best plan.
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
    var outcome = proved
    let ((after, later), cold) = alongside(threads: limits.threads) {
      let cuts = CutLimits(enough: proof(of: known.best), rounds: Self.cutRounds, reach: .basis)
      outcome.bound = problem.cut(bound: proved.bound, until: cuts, limits: limits)
      let after = guide(along: RelaxationPrices(problem, of: model))
      var rounds = known.behind(Self.coldRounds + Self.warmRounds)
      if let after { rounds.go([after], isWarm: false, enough: limits.enough(above: outcome.bound)) }
      return (after, rounds)
    } _: {
      var rounds = known
      let enough = limits.enough(above: proved.bound)
      for number in 0..<Self.coldRounds + Self.warmRounds {
        rounds.go([annealing], isWarm: number >= Self.coldRounds, enough: enough, threads: 1)
      }
      return rounds
    }
    var rounds = cold
    rounds.join(later)
    if let after {
      let enough = limits.enough(above: outcome.bound)
      for _ in 0..<Self.warmPairs { rounds.go([annealing, after], isWarm: true, enough: enough) }
    }
    let plan = better(known.best, divided(rounds.best)) ?? known.best
    return (plan, try searched(problem, level, outcome, from: plan))
  }

  /// Annealing along prices; `nil` where their point rounds to no plan.
  private func guide(along prices: RelaxationPrices) -> PlanAnnealing? {
    PlanSearch(model: model, limits: limits).rounded(prices.point).map {
      PlanAnnealing(from: $0, prices: prices, limits: limits)
    }
  }
}
