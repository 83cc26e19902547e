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
    let prices = zip(program.rows, rowDuals).map { row, price in
      // A price on the side where a row has no bound would prove nothing.
      price > 0 && !row.lower.isFinite || price < 0 && !row.upper.isFinite ? 0 : price
    }
    let priced = DualBound(of: program, prices: prices)
    let unpriced = DualBound(of: program, prices: prices.map { _ in 0 })
    primalInfeasibility = Self.infeasibility(of: values, in: program)
    dualInfeasibility = priced.infeasibility
    objective = program.objective(at: values)
    bound = max(priced.value, unpriced.value)
  }

  /// No point of a program has a smaller objective: what prices of its rows prove, whatever they are.
  static func bound(of program: LinearProgram, prices: [Double]) -> Double {
    DualBound(of: program, prices: prices).value
  }

  private static func infeasibility(of values: [Double], in program: LinearProgram) -> Double {
    var worst = 0.0
    for (column, value) in zip(program.columns, values) {
      let outside = max(column.lower - value, value - column.upper, value.isFinite ? 0 : .infinity)
      worst = max(worst, outside / max(1, abs(value)))
    }
    for row in program.rows {
      var sum = 0.0
      var size = 1.0
      for entry in row.entries {
        let term = entry.value * values[entry.column]
        sum += term
        size = max(size, abs(term))
      }
      worst = max(worst, max(row.lower - sum, sum - row.upper) / size)
    }
    return worst
  }
}

/// What prices of the rows prove: `Σ price · bound + Σ reduced cost · bound`, each at the bound it points to.
private struct DualBound {
  var value = 0.0
  var infeasibility = 0.0

  init(of program: LinearProgram, prices: [Double]) {
    var reduced = program.columns.map(\.cost)
    var sizes = program.columns.map { abs($0.cost) }
    var terms = [Double](repeating: 0, count: reduced.count)
    var size = 0.0
    for (row, price) in zip(program.rows, prices) where price != 0 {
      let part = price * (price > 0 ? row.lower : row.upper)
      value += part
      size += abs(part)
      for entry in row.entries {
        reduced[entry.column] -= price * entry.value
        sizes[entry.column] += abs(price * entry.value)
        terms[entry.column] += 1
      }
    }
    for number in reduced.indices {
      let error = .ulpOfOne * terms[number] * sizes[number]
      let (lower, upper) = (program.columns[number].lower, program.columns[number].upper)
      add(lower, upper, reduced[number], error: error, size: sizes[number], total: &size)
    }
    value -= .ulpOfOne * size * Double(program.rows.count + program.columns.count)
  }

  private mutating func add(
    _ lower: Double, _ upper: Double, _ reduced: Double, error: Double, size: Double, total: inout Double
  ) {
    let nearest = reduced > 0 ? lower : upper
    if nearest.isFinite {
      let part = reduced * nearest
      let farthest = max(lower.isFinite ? abs(lower) : 0, upper.isFinite ? abs(upper) : 0)
      value += part - error * farthest
      total += abs(part)
    } else if size > 0 {
      let share = abs(reduced) / size
      infeasibility = max(infeasibility, share)
      if share > OptimumCertificate.dualTolerance { value = -.infinity }
    }
  }
}
