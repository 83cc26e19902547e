internal import CGLPK

extension RelaxationSession {
  /// Begins near the optimum that an interior point comes to; `false` where it comes to none.
  mutating func begin() -> Bool {
    let rest = aside.rest(of: program)
    let sought = NearOptimum.sought(of: rest, in: form, columns: formColumns, threads: threads, stop: stop)
    reached = sought.reached
    guard let near = sought.near else {
      // Where the time is over nothing is solved from here.
      if !stop.isOver { scaleEvenly() }
      return false
    }
    use(near.scale)
    use(prices: near.prices)
    admit(sifting.leftOut.filter { near.mayHelp[$0] })
    problem.load(near.basis, places: places)
    return true
  }

  /// What is at hand where the time is over: GLPK's basis or the interior point, whichever proves more.
  mutating func stopped(at found: LinearOptimum) -> LinearOptimum {
    start = .nothingDeployed
    guard let reached else { return found }
    let guess = LinearOptimum(
      short: reached, of: program, entries, in: form, aside: aside, iterations: found.iterations)
    return guess.bound > found.bound ? guess : found
  }

  /// Lets GLPK choose the scale, by what it was given.
  mutating func scaleEvenly() {
    glp_scale_prob(problem.pointer, GLP_SF_AUTO)
    scale = EvenScale(of: problem, form, places)
  }

  mutating func use(_ scale: EvenScale) {
    self.scale = scale
    for (row, factor) in zip(places.rows, scale.rows) where row > 0 {
      glp_set_rii(problem.pointer, row, factor)
    }
    for (column, factor) in scale.columns.enumerated() {
      let place = places.ofForm(column)
      if place > 0 { glp_set_sjj(problem.pointer, place, factor) }
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
    for (column, place) in places.columns.enumerated() where place > 0 {
      glp_set_obj_coef(problem.pointer, place, program.columns[column].cost - priced(column))
    }
    for (row, activity) in places.activities.enumerated() {
      guard let activity, activity > 0 else { continue }
      glp_set_obj_coef(problem.pointer, activity, aside.price(of: row) - pricedColumns[firstColumns + row])
    }
  }

  /// What prices, of equations and of rows set aside, took from a column's cost.
  func priced(_ column: Int) -> Double {
    guard column < firstColumns else {
      return additions[column - firstColumns].reduce(0) { sum, entry in
        sum + ((prices.isEmpty ? 0 : prices[entry.row]) + aside.price(of: entry.row)) * entry.value
      }
    }
    return (prices.isEmpty ? 0 : pricedColumns[column]) + aside.priced(column)
  }
}
