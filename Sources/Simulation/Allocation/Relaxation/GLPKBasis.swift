internal import CGLPK

extension GLPKProblem {
  /// Marks rows and columns as a basis says; what GLPK was not given must not be basic.
  borrowing func load(_ basis: SimplexBasis, places: GLPKPlaces) {
    for (row, status) in basis.rows.enumerated() where places.holds(row: row) {
      if let activity = places.activities[row] {
        glp_set_row_stat(pointer, places.rows[row], basis.loose.contains(row) ? GLP_BS : GLP_NS)
        glp_set_col_stat(pointer, activity, status.code)
      } else {
        glp_set_row_stat(pointer, places.rows[row], status.code)
      }
    }
    for (place, status) in zip(places.columns, basis.columns) where place > 0 {
      glp_set_col_stat(pointer, place, status.code)
    }
  }

  /// The basis at hand, in the rows that were differenced; each that is set aside has what fills it.
  borrowing func basis(places: GLPKPlaces, aside: RowsAside) -> SimplexBasis {
    var basis = SimplexBasis(
      rows: places.activities.enumerated().map { row, activity in
        guard places.holds(row: row) else { return aside.filler(of: row) == nil ? .basic : .atLower }
        return .init(
          code: activity.map { glp_get_col_stat(pointer, $0) } ?? glp_get_row_stat(pointer, places.rows[row]))
      },
      columns: places.columns.map { $0 > 0 ? .init(code: glp_get_col_stat(pointer, $0)) : .atLower },
      loose: Set(
        places.activities.indices.filter {
          places.activities[$0] != nil && places.holds(row: $0)
            && glp_get_row_stat(pointer, places.rows[$0]) == GLP_BS
        }))
    for row in aside.rows where !places.holds(row: row) {
      if let filler = aside.filler(of: row) { basis.columns[filler.column] = .basic }
    }
    return basis
  }
}

extension SimplexBasis.Status {
  /// GLPK corrects it where the variable has no such bound.
  fileprivate var code: CInt {
    switch self {
    case .basic: GLP_BS
    case .atLower: GLP_NL
    case .atUpper: GLP_NU
    case .free: GLP_NF
    }
  }

  fileprivate init(code: CInt) {
    switch code {
    case GLP_BS: self = .basic
    case GLP_NU: self = .atUpper
    case GLP_NF: self = .free
    default: self = .atLower
    }
  }
}
