internal import CGLPK

extension GLPKProblem {
  /// Rows up to which the exact simplex method may be tried: beyond, it would not end.
  private static let exactRows = 500

  /// Solves the loaded program, whole columns taken as divisible, and leaves GLPK with its basis.
  ///
  /// The primal simplex starts from "nothing deployed", in larger programs from the optimum of the differenced
  /// rows. Where what comes out does not pass its certificate, the dual starts again from a basis of GLPK's
  /// own, and last, in small programs, the primal one in exact arithmetic.
  ///
  /// - Parameters:
  ///   - start: The basis to start from; `nil` finds one as said above.
  ///   - threads: At most so many work at once; they change nothing.
  ///   - stop: When to end with what is at hand.
  /// - Returns: The optimum, or what was at hand when `stop` ended it; it says which.
  /// - Throws: ``SolverFailure`` where the program contradicts itself, has no finite optimum, or was not
  ///   solved by any way.
  borrowing func solveRelaxation(
    from start: SimplexBasis? = nil, threads: Int = 1, stop: StopSignal = StopSignal()
  ) throws(SolverFailure) -> LinearOptimum {
    guard !stop.isOver else { return LinearOptimum(unsolved: program) }
    var start = start
    if start == nil, RelaxationMeans(fitting: program) != .plain {
      let found = try RelaxationSession.with(program, threads: threads, stop: stop) {
        session throws(SolverFailure) in
        let optimum = session.attempt()
        return (optimum: optimum, basis: optimum?.isStopped == false ? session.settled() : nil)
      }
      if let optimum = found.optimum, optimum.isStopped { return optimum }
      start = found.basis
    }
    glp_scale_prob(pointer, GLP_SF_AUTO)
    return try solvePlainly(from: start ?? SimplexBasis(nothingDeployedIn: program), stop: stop)
  }

  private borrowing func solvePlainly(
    from start: SimplexBasis, stop: StopSignal
  ) throws(SolverFailure) -> LinearOptimum {
    let form = DifferencedProgram(leaving: program)
    let places = GLPKPlaces(of: form)
    let columns = SparseColumns(of: program)
    var refusals = 0
    var best: (optimum: LinearOptimum, basis: SimplexBasis)?
    var end = SimplexEnd(code: GLP_EFAIL, status: GLP_UNDEF, isStopped: false)
    for method in [Method.primal, .dual, .exact] {
      switch method {
      case .primal: load(start, places: places)
      case .dual: glp_adv_basis(pointer, 0)
      case .exact:
        guard glp_get_num_rows(pointer) <= Self.exactRows else { continue }
        glp_std_basis(pointer)
      }
      end = optimise(by: method, stop: stop)
      if end.isStopped || end.isOptimal {
        let found = optimum(of: program, columns, places: places, isStopped: end.isStopped)
        if found.isProved || end.isStopped { return found }
        if best.map({ found.certificate.relativeGap < $0.optimum.certificate.relativeGap }) ?? true {
          best = (found, basis(places: places, aside: RowsAside()))
        }
      }
      if end.isRefusal { refusals += 1 }
      // What two methods refuse from unlike starts is refused.
      if refusals == 2 { throw end.failure }
    }
    guard let best else { throw end.failure }
    load(best.basis, places: places)
    _ = optimise(by: .primal, stop: stop)
    return best.optimum
  }
}
