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
  /// - Parameters:
  ///   - program: As it was asked for.
  ///   - form: The same, differenced.
  ///   - columns: Its entries, where they are at hand.
  ///   - threads: At most so many work at once; they change nothing.
  ///   - stop: When to give up.
  /// - Returns: The optimum's neighbourhood; `nil` where the point stalls, comes near no corner, or a column without
  ///   bounds leaves it no centre. And how far the point came; `nil` where there was none.
  static func sought(
    of program: LinearProgram, in form: DifferencedProgram, columns: SparseColumns? = nil, threads: Int = 1,
    stop: StopSignal
  ) -> (near: NearOptimum?, reached: InteriorSolution?) {
    guard let standard = StandardForm(of: program, in: form, columns: columns), standard.count > 0,
      !stop.isOver
    else { return (nil, nil) }
    var point = InteriorPoint(standard, follows: form.program.rows.map(\.follows), threads: threads)
    guard !stop.isOver else { return (nil, nil) }
    let isNear = point.approach(gap: Self.gap, stop: stop)
    let reached = point.solution
    guard isNear else { return (nil, reached) }
    return (NearOptimum(point, at: reached, of: program, in: form, stop: stop), reached)
  }

  private init?(
    _ point: consuming InteriorPoint, at reached: InteriorSolution, of program: LinearProgram,
    in form: DifferencedProgram, stop: StopSignal
  ) {
    var priced = reached
    var corner = reached
    let rows = form.program.rows.count
    if corner.countInside > rows {
      let face = point.settlePrices(stop: stop)
      priced = point.solution
      point.seekCorner(of: face, by: CornerCosts(of: form.program, in: reached.form), stop: stop)
      corner = point.solution
      guard corner.countInside <= Self.widest * rows else { return nil }
    }
    guard !stop.isOver else { return nil }
    let crash = CrashBasis(form, near: corner)
    basis = crash.basis(columns: program.columns.count)
    prices = priced.equationPrices
    mayHelp = zip(basis.columns, crash.scores).map { status, score in status == .basic || score > 1e-3 }
    scale = EvenScale(of: reached.form, columns: form.program.columns.count)
  }
}

extension InteriorSolution {
  /// Variables that are between their bounds rather than at one.
  fileprivate var countInside: Int { depths.count { $0 > 1 } }
}
