/// Solves one program's relaxation with changes, one trial after the other from the same optimum.
struct GapTrials: Sendable {
  /// Before any trial.
  let program: LinearProgram
  /// What holds in the base and in every trial that does not change it again.
  let settled: [RelaxationSession.Change]
  let threads: Int
  let stop: StopSignal

  struct Outcome: Sendable {
    var objective: Double
    /// No plan, whole or not, has a smaller objective.
    var bound: Double
    var values: [Double]
    /// Of each row: candidates, never values.
    var rowDuals: [Double]
  }

  /// A program's optimum; `nil` where the clock or the user came first.
  static func single(_ program: LinearProgram, _ stop: StopSignal) throws(SolverFailure) -> Outcome? {
    Outcome(try LinearSolver.relaxation(of: program, stop: stop))
  }

  /// The optimum before any trial.
  func base() throws(SolverFailure) -> Outcome? {
    try RelaxationSession.with(program, stop: stop) { session throws(SolverFailure) in
      for change in settled { try session.apply(change) }
      return Outcome(try session.solve())
    }
  }

  /// Each trial's optimum; `nil` where the clock or the user came first.
  ///
  /// A trial leaves nothing behind, so it does not matter which thread makes it.
  func outcomes(of trials: [[RelaxationSession.Change]]) throws(SolverFailure) -> [Outcome?] {
    let workers = max(1, min(threads, trials.count))
    let shares = parallelMap(count: workers, threads: workers) { worker in
      Result { () throws(SolverFailure) in
        try share(Array(stride(from: worker, to: trials.count, by: workers)), of: trials)
      }
    }
    var outcomes = [Outcome?](repeating: nil, count: trials.count)
    for share in shares {
      for (number, outcome) in try share.get() { outcomes[number] = outcome }
    }
    return outcomes
  }

  private func share(
    _ numbers: [Int], of trials: [[RelaxationSession.Change]]
  ) throws(SolverFailure) -> [(Int, Outcome?)] {
    try RelaxationSession.with(program, stop: stop) { session throws(SolverFailure) in
      for change in settled { try session.apply(change) }
      var found: [(Int, Outcome?)] = []
      for number in numbers where !stop.isOver {
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
      rowDuals: optimum.rowDuals)
  }
}
