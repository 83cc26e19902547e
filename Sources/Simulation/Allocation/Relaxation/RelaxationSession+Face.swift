internal import CGLPK

extension RelaxationSession {
  /// A price nearer to 0 than this, relative to the largest cost, holds nothing.
  private static let noise = 1e-9

  /// The best, by other costs, of all that is optimal; from now on the session knows nothing else.
  ///
  /// What a price other than 0 holds at a bound is there in every optimum: so long as it stays there all is optimal.
  /// That leaves few columns to move, and a basis to begin from.
  ///
  /// - Parameter costs: Of each column.
  /// - Returns: The optimum by these costs; `nil` where there is no optimum at hand to begin from, or rows were set aside.
  /// - Throws: As ``solve()`` does.
  package mutating func solve(amongOptimaBy costs: [Double]) throws(SolverFailure) -> LinearOptimum? {
    guard let optimum = atRest, start == .optimum(bounds: false, costs: false), aside.rows.isEmpty else {
      return nil
    }
    let noise = Self.noise * program.columns.reduce(1) { max($0, abs($1.cost)) }
    for (column, price) in optimum.reducedCosts.enumerated() where abs(price) > noise {
      let value = price > 0 ? program.columns[column].lower : program.columns[column].upper
      if value.isFinite { hold(column, at: value) }
    }
    for (row, price) in optimum.rowDuals.enumerated() where abs(price) > noise {
      let value = price > 0 ? program.rows[row].lower : program.rows[row].upper
      if value.isFinite { try apply(.row(row, lower: value, upper: value)) }
    }
    for (column, cost) in costs.enumerated() where cost != program.columns[column].cost {
      try apply(.cost(cost, column: column))
    }
    sifting.change(costs: costs)
    return try solve()
  }

  /// Holds a column where it is; one that is left out stays out for good.
  private mutating func hold(_ column: Int, at value: Double) {
    sifting.admit(column)
    program.setBounds(value, value, ofColumn: column)
    guard places.holds(column) else { return }
    problem.setBounds(glp_set_col_bnds, places.columns[column], value, value)
  }
}
