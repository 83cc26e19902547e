// Two programs with the same rows and columns, such as those of parts and of whole units, often have one optimum: where
// it is known of one, a certificate on the other's rows tells it there, too.
extension GapTrials {
  /// Whether the base is a twin's optimum.
  var isTwin: Bool { entries != nil }

  /// Each trial's optimum, and that of a twin's trial of the same case where it is the same point.
  ///
  /// - Parameters:
  ///   - trials: What is tried.
  ///   - twins: The same cases, as trials of `twin`; empty where its optimum is another from the start.
  ///   - twin: A program with the same rows and columns, which may hold other figures.
  /// - Returns: `nil` where the clock or the user came first; without the twin's where a certificate alone does not
  ///   tell it.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  func outcomes(
    of trials: [GapTrial], twins: [GapTrial], in twin: GapTrials
  ) throws(SolverFailure) -> [(own: Outcome, twin: Outcome?)?] {
    try begun().optima(of: trials) { number, optimum in
      Outcome(optimum).map { own in
        (own: own, twin: twins.isEmpty ? nil : twin.outcome(of: twins[number], at: optimum))
      }
    }.map { $0 ?? nil }
  }

  /// A trial's optimum, if a twin's is one.
  private func outcome(of trial: GapTrial, at found: LinearOptimum) -> Outcome? {
    func proved(on program: LinearProgram?, _ columns: SparseColumns? = nil) -> Outcome? {
      program.flatMap { found.proved(on: $0, columns) }.flatMap(Outcome.init)
    }
    switch trial {
    case .bounds(let changes): return proved(on: program.making(changes), entries)
    case .limits(let limits):
      if let base, base.stays(under: limits, in: program) { return Outcome(base) }
      return proved(on: program.after(limits), limits.rows.isEmpty ? entries : nil)
    case .other(let other): return proved(on: other())
    }
  }
}
