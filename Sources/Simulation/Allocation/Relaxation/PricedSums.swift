/// What a program's rows and columns come to at a point and at prices: all sums that a certificate needs, from one way
/// over the entries.
struct PricedSums {
  /// Of each row; 0 on a side where it has no bound, since that would prove nothing.
  let prices: [Double]
  /// Of each column: its cost less what its entries come to at these prices.
  private(set) var reducedCosts: [Double]
  /// The same, all without signs.
  private(set) var costSizes: [Double]
  /// What rounding may have changed of each reduced cost, at most.
  private(set) var errors: [Double]
  /// Of each row, at the point.
  private var activities: [Double]
  /// The largest that is added up there, at least 1.
  private var activitySizes: [Double]

  /// - Parameters:
  ///   - columns: The program's entries.
  ///   - program: Rows and columns as they were asked for.
  ///   - values: Value of each column.
  ///   - rowDuals: Price of each row.
  init(_ columns: SparseColumns, of program: LinearProgram, values: [Double], rowDuals: [Double]) {
    precondition(columns.rowCount == program.rows.count && columns.columnCount == program.columns.count)
    precondition(rowDuals.count == program.rows.count && values.count == program.columns.count)
    let prices = rowDuals.enumerated().map { row, price in
      let bound = price > 0 ? program.rows[row].lower : program.rows[row].upper
      return bound.isFinite ? price : 0
    }
    var reducedCosts = program.columns.indices.map { program.columns[$0].cost }
    var costSizes = reducedCosts
    var activities = [Double](repeating: 0, count: prices.count)
    var activitySizes = [Double](repeating: 1, count: prices.count)
    columns.withEntries { starts, rows, entries in
      prices.withUnsafeBufferPointer { prices in
        for column in reducedCosts.indices {
          let value = values[column]
          var (reduced, size) = (reducedCosts[column], abs(reducedCosts[column]))
          for place in starts[column]..<starts[column + 1] {
            let (row, entry) = (Int(rows[place]), entries[place])
            let priced = prices[row] * entry
            reduced -= priced
            size += abs(priced)
            guard value != 0 else { continue }
            let part = entry * value
            activities[row] += part
            activitySizes[row] = max(activitySizes[row], abs(part))
          }
          (reducedCosts[column], costSizes[column]) = (reduced, size)
        }
      }
    }
    errors = zip(columns.entryCounts, costSizes).map { .ulpOfOne * $0 * $1 }
    (self.prices, self.reducedCosts, self.costSizes) = (prices, reducedCosts, costSizes)
    (self.activities, self.activitySizes) = (activities, activitySizes)
  }

  /// Takes reduced costs again with twice the digits, each product and sum with what it was rounded by.
  ///
  /// The dot product of Ogita, Rump and Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005).
  mutating func sharpen(_ columns: SparseColumns, of program: LinearProgram) {
    let counts = columns.entryCounts
    for column in reducedCosts.indices {
      var (sum, rest) = (program.columns[column].cost, 0.0)
      for place in columns.range(column) {
        let (price, entry) = (prices[Int(columns.rows[place])], columns.values[place])
        let priced = -price * entry
        let added = sum + priced
        let own = added - sum
        rest += (sum - (added - own)) + (priced - own) + (-priced).addingProduct(-price, entry)
        sum = added
      }
      reducedCosts[column] = sum + rest
      let digits = Double.ulpOfOne * (counts[column] + 1)
      errors[column] = .ulpOfOne * abs(reducedCosts[column]) + digits * digits * costSizes[column]
    }
  }

  /// Largest amount by which the point leaves the bounds of a row or column, relative to the size of what is added up.
  func infeasibility(of values: [Double], in program: LinearProgram) -> Double {
    var worst = 0.0
    for (column, value) in values.enumerated() {
      let (lower, upper) = (program.columns[column].lower, program.columns[column].upper)
      let outside = max(lower - value, value - upper, value.isFinite ? 0 : .infinity)
      worst = max(worst, outside / max(1, abs(value)))
    }
    for (row, activity) in activities.enumerated() {
      let outside = max(program.rows[row].lower - activity, activity - program.rows[row].upper)
      worst = max(worst, outside / activitySizes[row])
    }
    return worst
  }
}
