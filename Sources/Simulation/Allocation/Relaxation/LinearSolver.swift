/// The solver's door for single programs.
package enum LinearSolver {
  /// The optimum of a program, whole columns taken as divisible.
  ///
  /// - Returns: The optimum with its certificate, or what was at hand when `stop` ended it; it says which.
  /// - Throws: ``SolverFailure`` where the program contradicts itself, has no finite optimum, or holds a
  ///   number that is none.
  package static func relaxation(
    of program: LinearProgram, threads: Int = 1, stop: StopSignal = StopSignal()
  ) throws(SolverFailure) -> LinearOptimum {
    try RelaxationSession.with(program, threads: threads, stop: stop) { session throws(SolverFailure) in
      try session.solve()
    }
  }
}
