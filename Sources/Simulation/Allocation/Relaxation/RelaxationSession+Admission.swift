internal import CGLPK

// Columns that are left out are unknown to GLPK: it goes over all that it has at every start and end of its method.
extension RelaxationSession {
  /// Rows for each of the near columns that trials have from the start.
  ///
  /// More columns save steps, and make each dearer.
  private static let rowsForEachNear = 3
  /// Near columns of each row that a trial changes.
  private static let nearInRow = 8

  /// Gives the solver columns that were left out, at their least.
  mutating func admit(_ columns: [Int]) {
    for column in columns { sifting.admit(column) }
    guard let formColumns, !columns.isEmpty else { return }
    glp_add_cols(problem.pointer, CInt(columns.count))
    let laterEntries = entriesInLaterRows(of: columns)
    for column in columns {
      let range = formColumns.range(column)
      let later = laterEntries[column] ?? []
      give(
        column, rows: formColumns.rows[range].map(Int.init) + later.map(\.row),
        formColumns.values[range] + later.map(\.value))
      if !scale.columns.isEmpty { glp_set_sjj(problem.pointer, places.count, scale.columns[column]) }
    }
  }

  /// Gives the solver, of the columns that are left out, those that the least change of prices would make help.
  ///
  /// A session that begins at an optimum is there for trials. The dual method goes from this optimum to the next in
  /// few steps where it has the columns on the way; the primal one, with columns that come one by one, takes many.
  mutating func admitNearest(to optimum: LinearOptimum) {
    hasNearest = true
    let costs = optimum.reducedCosts
    let nearest = sifting.leftOut.sorted { (costs[$0], $0) < (costs[$1], $1) }
    admit(nearest.prefix(program.rows.count / Self.rowsForEachNear).sorted())
  }

  /// Gives the solver, of the columns that are left out, the nearest of each row that is changed.
  mutating func admit(nearestIn changes: [Change], to optimum: LinearOptimum) {
    var nearest: Set<Int> = []
    for case .row(let row, _, _) in changes where program.rows.indices.contains(row) {
      let distances = program.rows[row].entries
        .filter { $0.column < firstColumns && sifting.isLeftOut[$0.column] }
        .map { (optimum.reducedCosts[$0.column] / abs($0.value), $0.column) }
      nearest.formUnion(distances.sorted { $0 < $1 }.prefix(Self.nearInRow).map(\.1))
    }
    admit(nearest.sorted())
  }

  /// Entries in rows that were taken in since, of each column that has any.
  private func entriesInLaterRows(of columns: [Int]) -> [Int: [(row: Int, value: Double)]] {
    guard !places.laterRows.isEmpty else { return [:] }
    let wanted = Set(columns)
    var entries: [Int: [(row: Int, value: Double)]] = [:]
    for row in places.laterRows {
      for entry in program.rows[row].entries where wanted.contains(entry.column) {
        entries[entry.column, default: []].append((row, entry.value))
      }
    }
    return entries
  }

  /// Makes a column of the program the first of GLPK's that stand for none yet.
  mutating func give(_ column: Int, rows: [Int], _ values: some Sequence<Double>) {
    places.append(column)
    let place = places.count
    let own = program.columns[column]
    problem.setBounds(glp_set_col_bnds, place, own.lower, own.upper)
    glp_set_obj_coef(problem.pointer, place, own.cost - priced(column))
    // GLPK's arrays start at 1.
    glp_set_mat_col(
      problem.pointer, place, CInt(rows.count), [0] + rows.map { places.rows[$0] }, [0] + values)
    glp_set_col_stat(problem.pointer, place, GLP_NL)
  }

  /// What each column that is left out would change the objective by, for each unit of it, by the prices at hand.
  ///
  /// 0 for all others.
  var reducedCostsOfLeftOut: [Double] {
    guard let formColumns else { return [] }
    let prices = places.rows.map { $0 > 0 ? glp_get_row_dual(problem.pointer, $0) : 0 }
    var costs = sifting.isLeftOut.enumerated().map { column, isLeftOut in
      isLeftOut ? program.columns[column].cost - priced(column) : 0
    }
    formColumns.withEntries { starts, rows, values in
      for (column, isLeftOut) in sifting.isLeftOut.enumerated() where isLeftOut {
        for place in starts[column]..<starts[column + 1] {
          costs[column] -= values[place] * prices[Int(rows[place])]
        }
      }
    }
    for row in places.laterRows {
      for entry in program.rows[row].entries
      where entry.column < firstColumns && sifting.isLeftOut[entry.column] {
        costs[entry.column] -= entry.value * prices[row]
      }
    }
    return costs
  }
}
