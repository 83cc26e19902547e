internal import CGLPK

extension RelaxationSession {
  /// Begins near the optimum that an interior point comes to; `false` where it comes to none.
  mutating func begin() -> Bool {
    guard let near = NearOptimum(of: program, in: form, threads: threads, stop: stop) else {
      // Where the time is over nothing is solved from here.
      if !stop.isOver { glp_scale_prob(problem.pointer, GLP_SF_AUTO) }
      return false
    }
    use(near.scale)
    use(prices: near.prices)
    for column in sifting.leftOut where near.mayHelp[column] { admit(column) }
    problem.load(near.basis, of: form, places: places)
    return true
  }

  mutating func use(_ scale: EvenScale) {
    self.scale = scale
    for (row, factor) in scale.rows.enumerated() { glp_set_rii(problem.pointer, CInt(row + 1), factor) }
    for (column, factor) in scale.columns.enumerated() {
      glp_set_sjj(problem.pointer, CInt(column + 1), factor)
    }
  }

  /// Takes each equation's price times the equation from the costs.
  ///
  /// The optimum stays where it is, and a basis that leaves some equations to themselves has these prices. No
  /// column may have been added if there are any.
  mutating func use(prices: [Double]) {
    guard !prices.isEmpty || !self.prices.isEmpty else { return }
    self.prices = prices
    pricedColumns = form.program.columns.map { _ in 0 }
    for (row, price) in zip(form.program.rows, prices) where price != 0 {
      for entry in row.entries { pricedColumns[entry.column] += price * entry.value }
    }
    pricedAdditions = []
    for (column, priced) in pricedColumns.enumerated() {
      let cost = column < firstColumns ? program.columns[column].cost : 0
      glp_set_obj_coef(problem.pointer, CInt(column + 1), cost - priced)
    }
    for column in firstColumns..<program.columns.count {
      glp_set_obj_coef(problem.pointer, places[column], program.columns[column].cost)
    }
  }

  /// What the equations' prices took from a column's cost.
  func priced(_ column: Int) -> Double {
    guard !prices.isEmpty else { return 0 }
    return column < firstColumns ? pricedColumns[column] : pricedAdditions[column - firstColumns]
  }
}
