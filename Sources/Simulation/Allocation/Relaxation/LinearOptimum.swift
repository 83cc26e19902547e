/// The optimum of a linear program, as far as it is proved.
package struct LinearOptimum: Sendable {
  /// The objective at ``values``.
  package var objective: Double
  /// Value of each column.
  package var values: [Double]
  /// Change of the objective per unit of each row's bound.
  ///
  /// Not unique at a degenerate optimum: it ranks candidates, it is never printed as a value.
  package var rowDuals: [Double]
  /// Change of the objective per unit of each column.
  package var reducedCosts: [Double]
  package var iterations: Int
  /// Recomputed on the program's own rows.
  package var certificate: OptimumCertificate
  /// Whether the time limit or the user ended it before an optimum was found.
  package var isStopped: Bool

  /// Whether the certificate holds: without it, only ``bound`` may be relied on.
  package var isProved: Bool { !isStopped && certificate.holds }

  /// Whether rows have prices, as far from an optimum as they may be.
  var isPriced: Bool { rowDuals.contains { $0 != 0 } }

  /// No point has a smaller objective, whether or not the values are an optimum.
  package var bound: Double { min(certificate.bound, isProved ? objective : .infinity) }
}

extension LinearOptimum {
  /// What is known of a program before anything is done: every column at rest, and the bound that needs no prices.
  init(unsolved program: LinearProgram) {
    self.init(
      of: program, values: program.columns.map(\.resting), rowDuals: program.rows.map { _ in 0 },
      iterations: 0, isStopped: true)
  }

  /// What an interior point says that fell short of the optimum: its prices prove a bound, near or far.
  ///
  /// - Parameters:
  ///   - point: How far it came.
  ///   - program: As it was asked for.
  ///   - columns: Its entries.
  ///   - form: The same, without the rows that are set aside, differenced.
  ///   - aside: These rows.
  ///   - iterations: Steps of the simplex method after it.
  init(
    short point: InteriorSolution, of program: LinearProgram, _ columns: SparseColumns,
    in form: DifferencedProgram, aside: RowsAside = RowsAside(), iterations: Int = 0
  ) {
    let prices = form.rowPrices(point.equationPrices)
    self.init(
      of: program, columns: columns, values: point.values(in: program),
      rowDuals: prices.indices.map { prices[$0] + aside.price(of: $0) }, iterations: iterations,
      isStopped: true)
  }

  /// Certifies what a solver found; `columns` are the program's entries where they are at hand.
  init(
    of program: LinearProgram, columns: SparseColumns? = nil, values: [Double], rowDuals: [Double],
    iterations: Int, isStopped: Bool
  ) {
    self.values = values
    self.rowDuals = rowDuals
    self.iterations = iterations
    self.isStopped = isStopped
    let columns = columns ?? SparseColumns(of: program)
    var sums = PricedSums(columns, of: program, values: values, rowDuals: rowDuals)
    certificate = OptimumCertificate(&sums, columns, of: program, values: values)
    objective = certificate.objective
    reducedCosts = sums.reducedCosts
  }

  /// The same point and prices, certified on another program's rows; `nil` where they prove no optimum there.
  ///
  /// `columns` are its entries where they are at hand.
  func proved(on program: LinearProgram, _ columns: SparseColumns? = nil) -> LinearOptimum? {
    guard program.rows.count == rowDuals.count, program.columns.count == values.count else { return nil }
    let same = LinearOptimum(
      of: program, columns: columns, values: values, rowDuals: rowDuals, iterations: iterations,
      isStopped: false)
    return same.isProved ? same : nil
  }
}
