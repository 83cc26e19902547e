import Synchronization

/// Solves one program's relaxation with changes, one trial after the other from the same optimum.
struct GapTrials: Sendable {
  /// The optimum before any trial; `nil` where the clock or the user came first.
  let base: Outcome?
  private let point: RelaxationSession.RestingPoint?
  /// With what is settled.
  private let program: LinearProgram
  private let threads: Int
  private let stop: StopSignal

  struct Outcome: Sendable {
    var objective: Double
    /// No plan, whole or not, has a smaller objective.
    var bound: Double
    var values: [Double]
    /// Of each row: candidates, never values.
    var rowDuals: [Double]
    /// Of each column, at these.
    var reducedCosts: [Double]
  }

  /// A program's optimum; `nil` where the clock or the user came first.
  static func single(_ program: LinearProgram, _ stop: StopSignal) throws(SolverFailure) -> Outcome? {
    Outcome(try LinearSolver.relaxation(of: program, stop: stop))
  }

  /// Finds the optimum before any trial.
  ///
  /// - Parameters:
  ///   - program: What is tried.
  ///   - settled: What holds in the base and in every trial that does not change it again.
  ///   - threads: Never change what is found.
  ///   - stop: When trials end.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  init(
    _ program: LinearProgram, settled: [RelaxationSession.Change] = [], threads: Int, stop: StopSignal
  ) throws(SolverFailure) {
    self.threads = threads
    self.stop = stop
    (base, point, self.program) = try RelaxationSession.with(program, threads: threads, stop: stop) {
      session throws(SolverFailure) in
      for change in settled { try session.apply(change) }
      let optimum = Outcome(try session.solve())
      return (optimum, session.restingPoint, session.program)
    }
  }

  /// A like program's optimum, begun at this one's where it has as many rows and columns; `nil` where the clock or
  /// the user came first.
  func outcome(near other: LinearProgram) throws(SolverFailure) -> Outcome? {
    guard let point, other.rows.count == program.rows.count, other.columns.count == program.columns.count
    else { return try Self.single(other, stop) }
    let begun = RelaxationSession.RestingPoint(
      program: other, basis: point.basis, sifting: point.sifting, prices: point.prices, scale: point.scale,
      optimum: nil)
    let means = RelaxationMeans(fitting: program)
    return try RelaxationSession.with(from: begun, means: means, stop: stop) {
      session throws(SolverFailure) in
      Outcome(try session.solve())
    }
  }

  /// Each trial's optimum; `nil` where the clock or the user came first.
  ///
  /// A trial leaves nothing behind, so it does not matter which thread makes it.
  func outcomes(of trials: [[RelaxationSession.Change]]) throws(SolverFailure) -> [Outcome?] {
    guard base != nil else { return Array(repeating: nil, count: trials.count) }
    guard let point else { return try outcomesFromNothing(of: trials) }
    let workers = max(1, min(threads, trials.count))
    // Each takes the next, since some take twenty times as long as others.
    let next = Atomic(0)
    let shares = parallelMap(count: workers, threads: workers) { _ in
      Result { () throws(SolverFailure) in
        try share(of: trials, from: point) { next.wrappingAdd(1, ordering: .relaxed).oldValue }
      }
    }
    var outcomes = [Outcome?](repeating: nil, count: trials.count)
    for share in shares {
      for (number, outcome) in try share.get() { outcomes[number] = outcome }
    }
    return outcomes
  }

  /// The same where the base was found without a basis to begin from.
  private func outcomesFromNothing(
    of trials: [[RelaxationSession.Change]]
  ) throws(SolverFailure) -> [Outcome?] {
    let found = parallelMap(count: trials.count, threads: threads) { number in
      Result { () throws(SolverFailure) in
        try RelaxationSession.with(program, stop: stop) { session throws(SolverFailure) in
          Outcome(try session.solve(changing: trials[number]))
        }
      }
    }
    return try found.map { outcome throws(SolverFailure) in try outcome.get() }
  }

  /// Tries what `next` gives, until there is no more or the time is over.
  private func share(
    of trials: [[RelaxationSession.Change]], from point: RelaxationSession.RestingPoint, _ next: () -> Int
  ) throws(SolverFailure) -> [(Int, Outcome?)] {
    try RelaxationSession.with(from: point, stop: stop) { session throws(SolverFailure) in
      var found: [(Int, Outcome?)] = []
      while case let number = next(), number < trials.count, !stop.isOver {
        found.append((number, Outcome(try session.solve(changing: trials[number]))))
      }
      return found
    }
  }
}

extension GapTrials.Outcome {
  /// `nil` where the solver was stopped before there was an optimum.
  fileprivate init?(_ optimum: LinearOptimum) {
    guard !optimum.isStopped else { return nil }
    self.init(
      objective: optimum.objective, bound: optimum.bound, values: optimum.values,
      rowDuals: optimum.rowDuals, reducedCosts: optimum.reducedCosts)
  }
}
