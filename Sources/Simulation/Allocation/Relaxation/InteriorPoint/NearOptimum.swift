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
  /// More columns inside their bounds than so many times the rows: no corner was found.
  private static let widest = 2

  /// Where so many optima tie that more columns are inside their bounds than there are rows, it goes on to a corner.
  ///
  /// `nil` where it stalls, comes near no corner, or a column without bounds leaves it no centre.
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
    var priced = point.solution
    var corner = priced
    let rows = form.program.rows.count
    if corner.countInside > rows {
      let face = point.settlePrices(stop: stop)
      priced = point.solution
      point.seekCorner(of: face, by: CornerCosts(of: form.program, in: standard), stop: stop)
      corner = point.solution
      guard corner.countInside <= Self.widest * rows else { return nil }
    }
    guard !stop.isOver else { return nil }
    let crash = CrashBasis(form, near: corner)
    basis = crash.basis(columns: program.columns.count)
    prices = zip(priced.y, standard.rowFactors).map { $0 * $1 }
    mayHelp = zip(basis.columns, crash.scores).map { status, score in status == .basic || score > 1e-3 }
    scale = EvenScale(of: standard, columns: form.program.columns.count)
  }
}

extension InteriorSolution {
  /// Variables that are between their bounds rather than at one.
  fileprivate var countInside: Int { depths.count { $0 > 1 } }
}
