/// What an interior point near the optimum says of it: where to begin, and which columns may matter.
struct NearOptimum {
  let basis: SimplexBasis
  /// Price of each equation of the differenced rows.
  ///
  /// With these the basis is an optimum already, up to the point's distance from it, although it fixes only some of
  /// them itself.
  let prices: [Double]
  /// Of each column of the program as it was asked for, whether it is in the basis or its price is near to 0.
  let mayHelp: [Bool]
  let scale: EvenScale

  /// How near the interior point goes, relative to the objective.
  private static let gap = 1e-7
  /// More columns inside their bounds than so many times the rows show a wide face of optima, of which no corner
  /// is near.
  private static let widest = 8

  /// `nil` where it stalls, where a column without bounds leaves it no centre, or where so many optima tie that
  /// it does not come near a corner.
  ///
  /// - Parameters:
  ///   - program: As it was asked for.
  ///   - form: The same, differenced.
  ///   - columns: Its entries, where they are at hand.
  ///   - threads: At most so many work at once; they change nothing.
  ///   - stop: When to give up.
  init?(
    of program: LinearProgram, in form: DifferencedProgram, columns: SparseColumns? = nil, threads: Int = 1,
    stop: StopSignal
  ) {
    guard let standard = StandardForm(of: program, in: form, columns: columns), standard.count > 0,
      !stop.isOver
    else { return nil }
    var point = InteriorPoint(standard, follows: form.program.rows.map(\.follows), threads: threads)
    guard !stop.isOver, point.approach(gap: Self.gap, stop: stop) else { return nil }
    let solution = point.solution
    let crash = CrashBasis(form, near: solution)
    guard crash.countInside <= Self.widest * form.program.rows.count else { return nil }
    basis = crash.basis(columns: program.columns.count)
    prices = zip(solution.y, standard.rowFactors).map { $0 * $1 }
    mayHelp = zip(basis.columns, crash.scores).map { status, score in status == .basic || score > 1e-3 }
    scale = EvenScale(of: standard, columns: form.program.columns.count)
  }
}
