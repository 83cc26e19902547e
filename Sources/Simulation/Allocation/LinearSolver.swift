/// The solver's door for single programs.
package enum LinearSolver {
  /// A proved optimum of a program, whole columns taken as divisible.
  ///
  /// - Throws: ``SolverFailure`` where the program contradicts itself, has no finite optimum, or holds a
  ///   number that is none.
  package static func relaxation(of program: LinearProgram) throws(SolverFailure) -> LinearOptimum {
    try GLPKProblem.with(program) { problem throws(SolverFailure) in try problem.solveRelaxation() }
  }
}
