/// How near a point and its prices come to an optimum, recomputed on the program's own rows.
///
/// It shares nothing with the solver that found them, so it does not matter how the solver wrote the rows
/// down, what it scaled, or whether it said "optimal".
package struct OptimumCertificate: Sendable, Equatable {
  /// Largest amount by which the point leaves the bounds of a row or column, relative to the size of what is
  /// added up there.
  package var primalInfeasibility: Double
  /// Largest reduced cost that pulls a column without end, relative to the size of what is added up.
  ///
  /// Where a column has both bounds, a wrong sign only lowers ``bound``.
  package var dualInfeasibility: Double
  /// The objective at the point.
  package var objective: Double
  /// No point of the program has a smaller objective: lowered by what rounding may have added.
  package var bound: Double

  /// The solver keeps bounds to 1e-7; plans are held to their limits more sharply elsewhere.
  package static let primalTolerance = 1e-7
  /// Rounding of sums of reduced costs; more than that is no proof.
  package static let dualTolerance = 1e-9
  /// What is called optimal is so to 1e-9.
  package static let gapTolerance = 1e-9

  /// Distance of objective and bound, relative to the objective or to 1.
  package var relativeGap: Double { (objective - bound) / max(1, abs(objective)) }

  /// Whether the point is proved to be an optimum.
  package var holds: Bool {
    primalInfeasibility <= Self.primalTolerance && dualInfeasibility <= Self.dualTolerance
      && abs(relativeGap) <= Self.gapTolerance
  }
}

extension OptimumCertificate {
  /// - Parameters:
  ///   - program: Rows and columns as they were asked for.
  ///   - values: Value of each column.
  ///   - rowDuals: Price of each row; any prices give a bound, good ones a good one.
  package init(of program: LinearProgram, values: [Double], rowDuals: [Double]) {
    let columns = SparseColumns(of: program)
    var sums = PricedSums(columns, of: program, values: values, rowDuals: rowDuals)
    self.init(&sums, columns, of: program, values: values)
  }

  /// From sums that are known; they are taken again, sharper, where their rounding alone may hide the proof.
  init(_ sums: inout PricedSums, _ columns: SparseColumns, of program: LinearProgram, values: [Double]) {
    objective = program.objective(at: values)
    primalInfeasibility = sums.infeasibility(of: values, in: program)
    var priced = DualBound(sums, of: program)
    let tolerance = Self.gapTolerance * max(1, abs(objective))
    let gap = objective - priced.value
    if gap > tolerance, gap - 2 * priced.rounding <= tolerance {
      sums.sharpen(columns, of: program)
      priced = DualBound(sums, of: program)
    }
    dualInfeasibility = priced.infeasibility
    bound = max(priced.value, DualBound(unpriced: program).value)
  }

  /// No point of a program has a smaller objective: what prices of its rows prove, whatever they are.
  static func bound(of program: LinearProgram, prices: [Double]) -> Double {
    let sums = PricedSums(
      SparseColumns(of: program), of: program, values: [Double](repeating: 0, count: program.columns.count),
      rowDuals: prices)
    return DualBound(sums, of: program).value
  }
}

/// What prices of the rows prove: `Σ price · bound + Σ reduced cost · bound`, each at the bound it points to.
private struct DualBound {
  var value = 0.0
  var infeasibility = 0.0
  /// What was taken off ``value`` for the rounding of reduced costs.
  private(set) var rounding = 0.0
  /// Of all that is added up, without signs.
  private var size = 0.0

  init(_ sums: PricedSums, of program: LinearProgram) {
    for (row, price) in sums.prices.enumerated() where price != 0 {
      let part = price * (price > 0 ? program.rows[row].lower : program.rows[row].upper)
      value += part
      size += abs(part)
    }
    // By number, here and in the sums: taking a column out counts references to its name.
    for number in program.columns.indices {
      let (lower, upper) = (program.columns[number].lower, program.columns[number].upper)
      add(lower, upper, sums.reducedCosts[number], error: sums.errors[number], size: sums.costSizes[number])
    }
    round(program)
  }

  /// Without any prices.
  init(unpriced program: LinearProgram) {
    for number in program.columns.indices {
      let (lower, upper) = (program.columns[number].lower, program.columns[number].upper)
      let cost = program.columns[number].cost
      add(lower, upper, cost, error: 0, size: abs(cost))
    }
    round(program)
  }

  private mutating func round(_ program: LinearProgram) {
    value -= .ulpOfOne * size * Double(program.rows.count + program.columns.count)
  }

  private mutating func add(
    _ lower: Double, _ upper: Double, _ reduced: Double, error: Double, size: Double
  ) {
    let nearest = reduced > 0 ? lower : upper
    if nearest.isFinite {
      let part = reduced * nearest
      let farthest = max(lower.isFinite ? abs(lower) : 0, upper.isFinite ? abs(upper) : 0)
      value += part - error * farthest
      rounding += error * farthest
      self.size += abs(part)
    } else if size > 0 {
      let share = abs(reduced) / size
      infeasibility = max(infeasibility, share)
      if share > OptimumCertificate.dualTolerance { value = -.infinity }
    }
  }
}
