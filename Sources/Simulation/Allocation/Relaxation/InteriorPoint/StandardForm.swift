/// A linear program as the interior point wants it: `minimise c·x, A·x = b, 0 ≤ x ≤ u`, evenly scaled.
///
/// Its variables are the program's columns that are not fixed, counted from a finite bound, then the activities of
/// rows that are no equations. Rows without any bound are left out, as rows of zeros.
struct StandardForm: Sendable {
  /// What a variable stands for.
  enum Origin: Sendable, Equatable { case column(Int), activity(row: Int) }

  private(set) var matrix: SparseColumns
  private(set) var rightSides: [Double]
  private(set) var costs: [Double] = []
  private(set) var uppers: [Double] = []
  private(set) var origins: [Origin] = []
  /// Whether a variable counts down from its upper bound.
  private(set) var isTurned: [Bool] = []

  /// What each row was multiplied by.
  private(set) var rowFactors: [Double]
  /// What each variable's column was multiplied by.
  private(set) var columnFactors: [Double] = []

  /// `nil` where a column has no bound at all: it has no centre.
  ///
  /// Upper bounds that follow from a row as it was asked for are left out: a bound that says nothing new would be
  /// one more wall to keep away from, and takes the optimum's corner apart.
  ///
  /// - Parameters:
  ///   - plain: What is to be written, as it was asked for.
  ///   - form: The same, differenced.
  ///   - columns: Its entries, where they are at hand.
  init?(of plain: LinearProgram, in form: DifferencedProgram, columns: SparseColumns? = nil) {
    let program = form.program
    let isNeedless = plain.columnsBoundedByRows
    matrix = SparseColumns(rowCount: program.rows.count)
    rowFactors = [Double](repeating: 1, count: program.rows.count)
    rightSides = program.rows.map { $0.lower == $0.upper ? $0.lower : 0 }
    let columns = columns ?? SparseColumns(of: program)
    let isLeftOut = program.rows.map { !$0.lower.isFinite && !$0.upper.isFinite }
    for (number, column) in program.columns.enumerated() {
      let entries = columns.range(number).lazy.map { (row: Int(columns.rows[$0]), value: columns.values[$0]) }
        .filter { !isLeftOut[$0.row] }
      let isWithoutUpper = number < isNeedless.count && isNeedless[number] && column.lower < column.upper
      let upper = isWithoutUpper ? .infinity : column.upper
      guard add(.column(number), Array(entries), column.lower, upper, cost: column.cost) else { return nil }
    }
    for (number, row) in program.rows.enumerated() where !isLeftOut[number] && row.lower < row.upper {
      guard add(.activity(row: number), [(number, -1)], row.lower, row.upper, cost: 0) else { return nil }
    }
    scale()
  }

  var count: Int { costs.count }

  private mutating func add(
    _ origin: Origin, _ entries: [(row: Int, value: Double)], _ lower: Double, _ upper: Double, cost: Double
  ) -> Bool {
    let base = lower.isFinite ? lower : upper
    guard base.isFinite else { return entries.isEmpty && cost == 0 }
    for (row, value) in entries { rightSides[row] -= value * base }
    guard lower < upper else { return true }
    let sign: Double = lower.isFinite ? 1 : -1
    origins.append(origin)
    isTurned.append(sign < 0)
    costs.append(cost * sign)
    uppers.append(upper - lower)
    matrix.append(entries.lazy.map { (row: $0.row, value: $0.value * sign) })
    return true
  }

  /// Geometric means of rows and columns in turn, in powers of two, so that nothing is rounded.
  private mutating func scale() {
    columnFactors = [Double](repeating: 1, count: count)
    for _ in 0..<3 {
      var least = [Double](repeating: .infinity, count: rowFactors.count)
      var most = [Double](repeating: 0, count: rowFactors.count)
      for column in 0..<count {
        for place in matrix.range(column) {
          let row = Int(matrix.rows[place])
          let size = abs(matrix.values[place]) * columnFactors[column]
          least[row] = min(least[row], size)
          most[row] = max(most[row], size)
        }
      }
      for row in rowFactors.indices where most[row] > 0 {
        rowFactors[row] = Self.power(1 / (least[row] * most[row]).squareRoot())
      }
      for column in 0..<count {
        var (low, high) = (Double.infinity, 0.0)
        for place in matrix.range(column) {
          let size = abs(matrix.values[place]) * rowFactors[Int(matrix.rows[place])]
          (low, high) = (min(low, size), max(high, size))
        }
        if high > 0 { columnFactors[column] = Self.power(1 / (low * high).squareRoot()) }
      }
    }
    matrix.scale(rows: rowFactors, columns: columnFactors)
    for row in rowFactors.indices { rightSides[row] *= rowFactors[row] }
    for column in 0..<count {
      costs[column] *= columnFactors[column]
      uppers[column] /= columnFactors[column]
    }
  }

  private static func power(_ value: Double) -> Double {
    Double(sign: .plus, exponent: value.exponent, significand: 1)
  }
}
