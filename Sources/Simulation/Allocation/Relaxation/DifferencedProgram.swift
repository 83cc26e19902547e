/// A linear program whose rows are equations, each row of a time chain the change against the row before.
///
/// A row `L ≤ a[t]·x ≤ U` becomes a column for its activity and an equation,
///
///     (a[t] − a[t−1])·x − z[t] + z[t−1] = 0,        L ≤ z[t] ≤ U
///
/// A column that enters rows for as long as something stays is then left with its first and its last. The optimum
/// is the same, and so is each column's value and reduced cost; the price of row `t` is the reduced cost of `z[t]`.
/// Adding any multiple of an equation to the costs moves no optimum: that is how a solver can be told prices.
/// It knows nothing of what rows stand for: ``LinearProgram/Row/follows`` says what to compare.
package struct DifferencedProgram: Sendable {
  /// The original columns in their order, then the activities.
  package let program: LinearProgram
  /// Column of each row's activity; `nil` where rows were left as they are.
  let activities: [Int?]
  /// Column of each row, if any, whose upper bound is left out, because no optimum goes beyond it anyway.
  let loosened: [Int?]
  /// Rows from which each row is subtracted.
  private let followers: [[Int]]

  /// Each row as it was.
  init(leaving plain: LinearProgram) {
    program = plain
    activities = plain.rows.map { _ in nil }
    loosened = plain.rows.map { _ in nil }
    followers = plain.rows.map { _ in [] }
  }

  /// Differences taken wherever they leave fewer entries.
  package init(of plain: LinearProgram) {
    var difference = RowDifference(columnCount: plain.columns.count)
    var changes: [[LinearProgram.Entry]?] = []
    var followers = plain.rows.map { _ in [Int]() }
    for (number, row) in plain.rows.enumerated() {
      let change = row.follows.map { difference.from(plain.rows[$0], to: row) }
      // The equation holds two activities besides.
      let saves = change.map { $0.count + 2 < row.entries.count } ?? false
      changes.append(saves ? change : nil)
      if saves, let before = row.follows { followers[before].append(number) }
    }
    self.followers = followers
    loosened = plain.columnsWithNeedlessBounds
    var program = Self.written(plain, changes)
    for column in loosened.compactMap(\.self) {
      program.setBounds(program.columns[column].lower, .infinity, ofColumn: column)
    }
    self.program = program
    activities = plain.rows.indices.map { plain.columns.count + $0 }
  }

  /// Price of each original row, from the prices of the equations.
  func rowPrices(_ equations: [Double]) -> [Double] {
    equations.indices.map { row in followers[row].reduce(equations[row]) { $0 - equations[$1] } }
  }

  /// Entries of a column in these rows, from its entries in the original ones.
  func entries(of original: [(row: Int, value: Double)]) -> [(row: Int, value: Double)] {
    var sums: [Int: Double] = [:]
    for (row, value) in original {
      sums[row, default: 0] += value
      for follower in followers[row] { sums[follower, default: 0] -= value }
    }
    return sums.keys.sorted().compactMap { row in
      sums[row].flatMap { $0 == 0 ? nil : (row: row, value: $0) }
    }
  }

  private static func written(_ plain: LinearProgram, _ changes: [[LinearProgram.Entry]?]) -> LinearProgram {
    var result = LinearProgram(name: plain.name)
    for column in plain.columns { result.append(column, []) }
    for row in plain.rows { result.addColumn(row.name, lower: row.lower, upper: row.upper, cost: 0) }
    for (number, row) in plain.rows.enumerated() {
      var entries = changes[number] ?? row.entries
      if changes[number] != nil, let before = row.follows {
        entries.append(LinearProgram.Entry(plain.columns.count + before, 1))
      }
      entries.append(LinearProgram.Entry(plain.columns.count + number, -1))
      result.addRow(row.name, lower: 0, upper: 0, entries, follows: row.follows)
    }
    return result
  }
}

/// Takes one row from another.
private struct RowDifference {
  /// A zero for each column, before and after.
  private var values: [Double]
  /// The last round in which each column was met.
  private var met: [Int]
  private var round = 0

  init(columnCount: Int) {
    values = [Double](repeating: 0, count: columnCount)
    met = [Int](repeating: 0, count: columnCount)
  }

  mutating func from(_ before: LinearProgram.Row, to row: LinearProgram.Row) -> [LinearProgram.Entry] {
    round += 1
    var columns: [Int] = []
    for (entries, sign) in [(before.entries, -1.0), (row.entries, 1.0)] {
      for entry in entries {
        values[entry.column] += sign * entry.value
        if met[entry.column] != round {
          met[entry.column] = round
          columns.append(entry.column)
        }
      }
    }
    let changed = columns.filter { values[$0] != 0 }.sorted()
    let entries = changed.map { LinearProgram.Entry($0, values[$0]) }
    for column in columns { values[column] = 0 }
    return entries
  }
}
