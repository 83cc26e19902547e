internal import CGLPK

/// A bound that was moved out of the way of a basis, as it was.
struct WidenedBound {
  fileprivate let isRow: Bool
  fileprivate let index: CInt
  fileprivate let kind: CInt
  fileprivate let lower: Double
  fileprivate let upper: Double

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
        isRow: true, index: row, kind: glp_get_row_type(pointer, row), lower: glp_get_row_lb(pointer, row),
        upper: glp_get_row_ub(pointer, row))
      if widen(bound, to: glp_get_row_prim(pointer, row)) { widened.append(bound) }
    }
    for column in stride(from: 1, through: glp_get_num_cols(pointer), by: 1)
    where glp_get_col_stat(pointer, column) == GLP_BS {
      let bound = WidenedBound(
        isRow: false, index: column, kind: glp_get_col_type(pointer, column),
        lower: glp_get_col_lb(pointer, column), upper: glp_get_col_ub(pointer, column))
      if widen(bound, to: glp_get_col_prim(pointer, column)) { widened.append(bound) }
    }
    return widened
  }

  private borrowing func widen(_ bound: WidenedBound, to value: Double) -> Bool {
    let hasLower = bound.kind == GLP_LO || bound.kind == GLP_DB || bound.kind == GLP_FX
    let hasUpper = bound.kind == GLP_UP || bound.kind == GLP_DB || bound.kind == GLP_FX
    let isBelow = hasLower && value < bound.lower - WidenedBound.tolerance * (1 + abs(bound.lower))
    let isAbove = hasUpper && value > bound.upper + WidenedBound.tolerance * (1 + abs(bound.upper))
    guard isBelow || isAbove else { return false }
    let lower = isBelow ? value : hasLower ? bound.lower : -.infinity
    let upper = isAbove ? value : hasUpper ? bound.upper : .infinity
    setBounds(bound.isRow ? glp_set_row_bnds : glp_set_col_bnds, bound.index, lower, upper)
    return true
  }

  borrowing func restore(_ bounds: [WidenedBound]) {
    for bound in bounds {
      (bound.isRow ? glp_set_row_bnds : glp_set_col_bnds)(
        pointer, bound.index, bound.kind, bound.lower, bound.upper)
    }
  }
}
