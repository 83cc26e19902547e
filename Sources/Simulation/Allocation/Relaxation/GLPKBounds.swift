internal import CGLPK

/// Bounds of a row or column as GLPK has them; infinite ones are absent.
struct GLPKBounds {
  let lower: Double
  let upper: Double

  init(ofRow row: CInt, in problem: OpaquePointer?) {
    self.init(
      kind: glp_get_row_type(problem, row), glp_get_row_lb(problem, row), glp_get_row_ub(problem, row))
  }

  init(ofColumn column: CInt, in problem: OpaquePointer?) {
    self.init(
      kind: glp_get_col_type(problem, column), glp_get_col_lb(problem, column),
      glp_get_col_ub(problem, column))
  }

  private init(kind: CInt, _ lower: Double, _ upper: Double) {
    self.lower = kind == GLP_FR || kind == GLP_UP ? -.infinity : lower
    self.upper = kind == GLP_FR || kind == GLP_LO ? .infinity : upper
  }
}
