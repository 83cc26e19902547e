internal import CGLPK

extension RelaxationSession {
  /// What a loose equation is asked for while it is driven out, at its scale: well above the solver's tolerance.
  private static let nudge = 1e-4

  /// Drives the equations that are loose out of an optimal basis, so that it becomes one of the plain rows.
  ///
  /// Each is asked for a little more than it has; then the dual method must put a column in its place, and chooses
  /// those whose reduced costs reach 0 first. Then they are asked for nothing again.
  ///
  /// - Returns: The basis, without loose equations: where some stay, as rows do that depend on others, their
  ///   activities stand for them, and the plain rows begin near their optimum.
  mutating func settled() -> SimplexBasis {
    let loose = basis.loose.sorted()
    guard !loose.isEmpty else { return basis }
    admit(sifting.leftOut)
    for row in loose {
      // Unlike one another, so that they do not tie.
      let spread = 0.5 + (Double(row + 1) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1)
      let amount = Self.nudge * spread / glp_get_rii(problem.pointer, places.rows[row])
      problem.setBounds(glp_set_row_bnds, places.rows[row], amount, amount)
    }
    let end = problem.optimise(by: .dual, stop: stop)
    for row in loose { problem.setBounds(glp_set_row_bnds, places.rows[row], 0, 0) }
    if end.isOptimal { _ = problem.optimise(by: .dual, stop: stop) }
    var basis = basis
    for row in basis.loose { basis.rows[row] = .basic }
    basis.loose = []
    return basis
  }
}
