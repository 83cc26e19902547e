/// What an interior point near the optimum says of it: a basis to begin from, and which columns may matter.
struct NearOptimum {
  let basis: SimplexBasis
  /// Of each column of the program as it was asked for, whether it is in the basis or its price is near to 0.
  let mayHelp: [Bool]

  /// How near the interior point goes, relative to the objective.
  private static let gap = 1e-5
  /// Share of the mean cost by which costs are told apart.
  private static let spread = 1e-4

  /// `nil` where it stalls, or where a column without bounds leaves it no centre.
  ///
  /// - Parameters:
  ///   - program: As it was asked for.
  ///   - form: The same, differenced.
  ///   - stop: When to give up.
  init?(of program: LinearProgram, in form: DifferencedProgram, stop: StopSignal) {
    guard var standard = StandardForm(of: form.program), standard.count > 0 else { return nil }
    guard !stop.isOver else { return nil }
    standard.perturb(by: Self.spread)
    var point = InteriorPoint(standard, follows: form.program.rows.map(\.follows))
    guard !stop.isOver, point.approach(gap: Self.gap, stop: stop) else { return nil }
    let crash = CrashBasis(form, near: point)
    basis = crash.basis(columns: program.columns.count)
    mayHelp = zip(basis.columns, crash.scores).map { status, score in status == .basic || score > 1e-3 }
  }
}
