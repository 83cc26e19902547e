internal import CGLPK

extension GLPKProblem {
  /// Gomory's cuts: mixed-integer rounding of the sums of rows that single out each whole part which the basis at
  /// hand leaves in fractions.
  ///
  /// Source: R. E. Gomory, "An algorithm for the mixed integer problem", RM-2597, RAND Corporation (1960).
  ///
  /// - Parameters:
  ///   - whole: Of the program that was loaded.
  ///   - reach: Largest distance of each column from 0.
  /// - Returns: One for each such part at most.
  borrowing func tableauCuts(_ whole: WholeParts, reach: [Double]) -> [RowRounding.Cut] {
    guard glp_bf_exists(pointer) != 0 || glp_factorize(pointer) == 0 else { return [] }
    let count = Int(glp_get_num_rows(pointer))
    var rounding = rounding(whole, reach: reach)
    var cuts: [RowRounding.Cut] = []
    for place in 1...max(1, count) where isFraction(basicAt: place, whole) {
      var multipliers = [Double](repeating: 0, count: count + 1)
      multipliers[place] = 1
      glp_btran(pointer, &multipliers)
      if let cut = rounding.cut(multipliers: Array(multipliers.dropFirst())) { cuts.append(cut) }
    }
    return cuts
  }

  /// Whether what stands at a place of the basis should be whole and is not.
  private borrowing func isFraction(basicAt place: Int, _ whole: WholeParts) -> Bool {
    let rows = Int(glp_get_num_rows(pointer))
    let basic = Int(glp_get_bhead(pointer, CInt(place)))
    let value: Double
    if basic > rows {
      guard whole.columns[basic - rows - 1] else { return false }
      value = glp_get_col_prim(pointer, CInt(basic - rows))
    } else {
      guard basic <= whole.rows.count, whole.rows[basic - 1] else { return false }
      value = glp_get_row_prim(pointer, CInt(basic))
    }
    return abs(value - value.rounded()) > 0.02
  }

  /// The rows at hand, cuts among them, at the optimum.
  private borrowing func rounding(_ whole: WholeParts, reach: [Double]) -> RowRounding {
    let columns = stride(from: CInt(1), through: glp_get_num_cols(pointer), by: 1)
      .map { GLPKBounds(ofColumn: $0, in: pointer) }
    let rows = stride(from: CInt(1), through: glp_get_num_rows(pointer), by: 1)
      .map { GLPKBounds(ofRow: $0, in: pointer) }
    var indices = [CInt](repeating: 0, count: columns.count + 1)
    var values = [Double](repeating: 0, count: columns.count + 1)
    let entries = rows.indices.map { row in
      let count = Int(glp_get_mat_row(pointer, CInt(row + 1), &indices, &values))
      return (0..<count).map { LinearProgram.Entry(Int(indices[$0 + 1]) - 1, values[$0 + 1]) }
    }
    return RowRounding(
      columns: columns.enumerated().map { column, bounds in
        RowRounding.Part(
          lower: bounds.lower, upper: bounds.upper, isWhole: whole.columns[column],
          value: glp_get_col_prim(pointer, CInt(column + 1)))
      },
      reach: reach,
      rows: rows.enumerated().map { row, bounds in
        RowRounding.Part(
          lower: bounds.lower, upper: bounds.upper, isWhole: whole.isWhole(entries[row]),
          value: glp_get_row_prim(pointer, CInt(row + 1)))
      },
      entries: entries)
  }
}
