internal import CGLPK

/// A bound that was moved out of the way of a basis, as it was.
struct WidenedBound {
  fileprivate let isRow: Bool
  fileprivate let index: CInt
  fileprivate let bounds: GLPKBounds

  /// The solver's own tolerance.
  fileprivate static let tolerance = 1e-7
}

extension GLPKProblem {
  /// Moves every bound that the basis at hand breaks to where the basis puts the variable.
  ///
  /// The primal method's first phase heeds no costs and would undo what makes a basis near to the optimum a good
  /// one. With its bounds moved the basis is feasible; once it is optimal the bounds are put back, and the dual
  /// method mends the few that are broken.
  ///
  /// - Returns: The bounds to ``restore(_:)``; none where the basis cannot be factored.
  borrowing func widenBrokenBounds() -> [WidenedBound] {
    guard glp_warm_up(pointer) == 0 else { return [] }
    var widened: [WidenedBound] = []
    for row in stride(from: 1, through: glp_get_num_rows(pointer), by: 1)
    where glp_get_row_stat(pointer, row) == GLP_BS {
      let bound = WidenedBound(
        isRow: true, index: row, bounds: GLPKBounds(ofRow: row, in: pointer))
      if widen(bound, to: glp_get_row_prim(pointer, row)) { widened.append(bound) }
    }
    for column in stride(from: 1, through: glp_get_num_cols(pointer), by: 1)
    where glp_get_col_stat(pointer, column) == GLP_BS {
      let bound = WidenedBound(
        isRow: false, index: column, bounds: GLPKBounds(ofColumn: column, in: pointer))
      if widen(bound, to: glp_get_col_prim(pointer, column)) { widened.append(bound) }
    }
    return widened
  }

  private borrowing func widen(_ bound: WidenedBound, to value: Double) -> Bool {
    let (lower, upper) = (bound.bounds.lower, bound.bounds.upper)
    let isBelow = lower.isFinite && value < lower - WidenedBound.tolerance * (1 + abs(lower))
    let isAbove = upper.isFinite && value > upper + WidenedBound.tolerance * (1 + abs(upper))
    guard isBelow || isAbove else { return false }
    set(bound, isBelow ? value : lower, isAbove ? value : upper)
    return true
  }

  borrowing func restore(_ bounds: [WidenedBound]) {
    for bound in bounds { set(bound, bound.bounds.lower, bound.bounds.upper) }
  }

  private borrowing func set(_ bound: WidenedBound, _ lower: Double, _ upper: Double) {
    setBounds(bound.isRow ? glp_set_row_bnds : glp_set_col_bnds, bound.index, lower, upper)
  }
}
