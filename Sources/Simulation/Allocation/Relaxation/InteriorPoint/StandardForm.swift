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
  /// What the bounds cost that variables are counted from.
  private(set) var constant = 0.0
  private(set) var uppers: [Double] = []
  private(set) var origins: [Origin] = []
  /// Whether a variable counts down from its upper bound.
  private(set) var isTurned: [Bool] = []

  /// `nil` where a column has no bound at all: it has no centre.
  init?(of program: LinearProgram) {
    matrix = SparseColumns(rowCount: program.rows.count)
    rightSides = program.rows.map { $0.lower == $0.upper ? $0.lower : 0 }
    let columns = SparseColumns(of: program)
    let isLeftOut = program.rows.map { !$0.lower.isFinite && !$0.upper.isFinite }
    for (number, column) in program.columns.enumerated() {
      let entries = columns.range(number).lazy.map { (row: Int(columns.rows[$0]), value: columns.values[$0]) }
        .filter { !isLeftOut[$0.row] }
      guard add(.column(number), Array(entries), column.lower, column.upper, cost: column.cost) else {
        return nil
      }
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
    constant += cost * base
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
    var rows = [Double](repeating: 1, count: matrix.rowCount)
    var columns = [Double](repeating: 1, count: count)
    for _ in 0..<3 {
      var least = [Double](repeating: .infinity, count: rows.count)
      var most = [Double](repeating: 0, count: rows.count)
      for column in 0..<count {
        for place in matrix.range(column) {
          let row = Int(matrix.rows[place])
          let size = abs(matrix.values[place]) * columns[column]
          least[row] = min(least[row], size)
          most[row] = max(most[row], size)
        }
      }
      for row in rows.indices where most[row] > 0 {
        rows[row] = Self.power(1 / (least[row] * most[row]).squareRoot())
      }
      for column in 0..<count {
        var (low, high) = (Double.infinity, 0.0)
        for place in matrix.range(column) {
          let size = abs(matrix.values[place]) * rows[Int(matrix.rows[place])]
          (low, high) = (min(low, size), max(high, size))
        }
        if high > 0 { columns[column] = Self.power(1 / (low * high).squareRoot()) }
      }
    }
    matrix.scale(rows: rows, columns: columns)
    for row in rows.indices { rightSides[row] *= rows[row] }
    for column in 0..<count {
      costs[column] *= columns[column]
      uppers[column] /= columns[column]
    }
  }

  /// Adds to each cost a little of its own, so that one corner is the best and not a whole face.
  ///
  /// Multiples of the golden ratio spread evenly; `share` is of the mean cost.
  mutating func perturb(by share: Double) {
    let paying = costs.filter { $0 != 0 }
    guard !paying.isEmpty else { return }
    let mean = paying.reduce(0) { $0 + abs($1) } / Double(paying.count)
    for column in costs.indices {
      let spread = (Double(column + 1) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1)
      costs[column] += share * mean * (0.5 + spread)
    }
  }

  private static func power(_ value: Double) -> Double {
    Double(sign: .plus, exponent: value.exponent, significand: 1)
  }
}
