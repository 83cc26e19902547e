/// A linear program with each row of a time chain written as the change against the row before.
///
/// A row `L ≤ a[t]·x ≤ U` becomes a column for its activity and an equation,
///
///     (a[t] − a[t−1])·x − z[t] + z[t−1] = 0,        L ≤ z[t] ≤ U
///
/// A column that enters rows for as long as something stays is then left with its first and its last. The optimum
/// is the same, and so is each column's value and reduced cost; the price of row `t` is the reduced cost of `z[t]`.
/// It knows nothing of what rows stand for: ``LinearProgram/Row/follows`` says what to compare.
package struct DifferencedProgram: Sendable {
  /// The original columns in their order, then the activities.
  package let program: LinearProgram
  /// Column of each row's activity; `nil` where the row stands as it was.
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
    var scratch = [Double](repeating: 0, count: plain.columns.count)
    var changes: [[LinearProgram.Entry]?] = []
    var followers = plain.rows.map { _ in [Int]() }
    for (number, row) in plain.rows.enumerated() {
      let change = row.follows.map { Self.change(from: plain.rows[$0], to: row, &scratch) }
      // The equation holds two activities besides.
      let saves = change.map { $0.count + 2 < row.entries.count } ?? false
      changes.append(saves ? change : nil)
      if saves, let before = row.follows { followers[before].append(number) }
    }
    self.followers = followers
    loosened = plain.columnsWithNeedlessBounds
    var (program, activities) = Self.written(plain, changes, followers)
    for column in loosened.compactMap(\.self) {
      program.setBounds(program.columns[column].lower, .infinity, ofColumn: column)
    }
    (self.program, self.activities) = (program, activities)
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

  private static func written(
    _ plain: LinearProgram, _ changes: [[LinearProgram.Entry]?], _ followers: [[Int]]
  ) -> (LinearProgram, [Int?]) {
    var result = LinearProgram(name: plain.name)
    for column in plain.columns {
      result.addColumn(
        column.name, lower: column.lower, upper: column.upper, cost: column.cost, isWhole: column.isWhole,
        branchingRank: column.branchingRank, group: column.group)
    }
    var activities = [Int?](repeating: nil, count: plain.rows.count)
    for (number, row) in plain.rows.enumerated() {
      guard changes[number] != nil || !followers[number].isEmpty else {
        result.addRow(row.name, lower: row.lower, upper: row.upper, row.entries, follows: row.follows)
        continue
      }
      let own = result.addColumn(row.name, lower: row.lower, upper: row.upper, cost: 0)
      activities[number] = own
      var entries = changes[number] ?? row.entries
      if changes[number] != nil, let before = row.follows.flatMap({ activities[$0] }) {
        entries.append(LinearProgram.Entry(before, 1))
      }
      result.addRow(
        row.name, lower: 0, upper: 0, entries + [LinearProgram.Entry(own, -1)], follows: row.follows)
    }
    return (result, activities)
  }

  /// `scratch` is a zero for each column, before and after.
  private static func change(
    from before: LinearProgram.Row, to row: LinearProgram.Row, _ scratch: inout [Double]
  ) -> [LinearProgram.Entry] {
    var columns: [Int] = []
    for entry in before.entries {
      scratch[entry.column] -= entry.value
      columns.append(entry.column)
    }
    let known = Set(columns)
    for entry in row.entries {
      scratch[entry.column] += entry.value
      if !known.contains(entry.column) { columns.append(entry.column) }
    }
    return columns.sorted().compactMap { column in
      let value = scratch[column]
      scratch[column] = 0
      return value == 0 ? nil : LinearProgram.Entry(column, value)
    }
  }
}
