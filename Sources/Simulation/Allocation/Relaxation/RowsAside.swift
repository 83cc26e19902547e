/// Rows whose price is known as long as the optimum does not move far, and which a solver need not be given.
///
/// A need that is far from met misses what is left, at its price; a limit that is far away costs nothing. So the price
/// of such a row is taken from its columns' costs, and the row, with the column that fills it, is left out until a
/// point goes beyond it. Most rows of a large program are of this kind: few needs are met to the last unit.
package struct RowsAside: Sendable {
  /// In order.
  package let rows: [Int]
  /// Of each row that is set aside, the column that fills it and nothing else; `nil` where there is none.
  private let fillers: [LinearProgram.Entry?]
  private let isAside: [Bool]
  /// The row that each of these columns fills.
  private let homes: [Int: Int]
  /// What the rows' prices take from the cost of each column of the program.
  private let priced: [Double]
  private let prices: [Double]

  /// Nearer to its bound than this share of it, a row is likely to be reached.
  private static let nearest = 0.05

  /// None.
  package init() { (rows, fillers, isAside, homes, priced, prices) = ([], [], [], [:], [], []) }

  /// The rows that a point is far from reaching.
  ///
  /// - Parameters:
  ///   - program: As it was asked for.
  ///   - point: Value of each column, near an optimum; those of columns that fill rows do not matter.
  package init(of program: LinearProgram, near point: [Double]) {
    let fillers = program.onlyFillers
    let far = program.rows.indices.filter { number in
      let row = program.rows[number]
      let filler = fillers[number]?.column
      let rest = row.entries.reduce(0) { $1.column == filler ? $0 : $0 + $1.value * point[$1.column] }
      return filler != nil
        ? rest < row.lower - Self.nearest * abs(row.lower)
        : rest < row.upper - Self.nearest * max(1, abs(row.upper))
    }
    self.init(far, of: program, fillers)
  }

  private init(_ wanted: [Int], of program: LinearProgram, _ fillers: [LinearProgram.Entry?]) {
    let rows = wanted.filter { fillers[$0] != nil || !program.rows[$0].lower.isFinite }
    var own = program.rows.map { _ in LinearProgram.Entry?.none }
    var isAside = program.rows.map { _ in false }
    var prices = program.rows.map { _ in 0.0 }
    var priced = program.columns.map { _ in 0.0 }
    for row in rows {
      isAside[row] = true
      guard let filler = fillers[row] else { continue }
      own[row] = filler
      prices[row] = program.columns[filler.column].cost / filler.value
      for entry in program.rows[row].entries { priced[entry.column] += prices[row] * entry.value }
    }
    (self.rows, self.fillers, self.isAside, self.prices, self.priced) = (rows, own, isAside, prices, priced)
    homes = Dictionary(uniqueKeysWithValues: rows.compactMap { row in own[row].map { ($0.column, row) } })
  }

  func contains(_ row: Int) -> Bool { !rows.isEmpty && isAside[row] }

  func filler(of row: Int) -> LinearProgram.Entry? { rows.isEmpty ? nil : fillers[row] }

  /// The row that is set aside with a column.
  func row(filledBy column: Int) -> Int? { homes[column] }

  /// Price of a row that is set aside; 0 of any other.
  func price(of row: Int) -> Double { rows.isEmpty ? 0 : prices[row] }

  /// What the prices take from a column's cost.
  func priced(_ column: Int) -> Double { priced.indices.contains(column) ? priced[column] : 0 }

  /// What each row that is set aside leaves at a point: of a need what is missed, of a limit what is free.
  ///
  /// - Parameters:
  ///   - program: As it was asked for.
  ///   - columns: Its entries.
  ///   - values: Value of each column; those of columns that fill these rows do not matter.
  /// - Returns: Less than 0 where the point goes beyond the row; in the order of ``rows``.
  func room(in program: LinearProgram, _ columns: SparseColumns, at values: [Double]) -> [Double] {
    guard !rows.isEmpty else { return [] }
    var activities = [Double](repeating: 0, count: program.rows.count)
    for (column, value) in values.enumerated() where value != 0 && homes[column] == nil {
      for place in columns.range(column) {
        activities[Int(columns.rows[place])] += columns.values[place] * value
      }
    }
    return rows.map { row in
      (fillers[row] == nil ? program.rows[row].upper : program.rows[row].lower) - activities[row]
    }
  }

  /// The program without the rows, which are empty there, and hold nothing.
  func rest(of program: LinearProgram) -> LinearProgram {
    guard !rows.isEmpty else { return program }
    var rest = LinearProgram(name: program.name)
    for (number, column) in program.columns.enumerated() {
      var column = column
      column.cost -= priced[number]
      if homes[number] != nil { (column.lower, column.upper, column.cost) = (0, 0, 0) }
      rest.append(column, [])
    }
    for (number, row) in program.rows.enumerated() {
      if isAside[number] {
        rest.addRow(row.name, lower: 0, upper: 0, [])
      } else {
        rest.addRow(
          row.name, lower: row.lower, upper: row.upper, row.entries, follows: kept(row.follows, in: program))
      }
    }
    return rest
  }

  /// The nearest of a row and those before it that is not set aside.
  private func kept(_ row: Int?, in program: LinearProgram) -> Int? {
    var row = row
    while let number = row, isAside[number] { row = program.rows[number].follows }
    return row
  }
}

extension LinearProgram {
  /// Of each row the one column that fills it, and nothing else, without end as far as an optimum can tell.
  fileprivate var onlyFillers: [Entry?] {
    var uses = columns.map { _ in 0 }
    for row in rows {
      for entry in row.entries { uses[entry.column] += 1 }
    }
    return zip(shortfallColumns, columnsWithNeedlessBounds).map { fillers, needless in
      guard fillers.count == 1, let filler = fillers.first, uses[filler.column] == 1 else { return nil }
      return needless != nil || !columns[filler.column].upper.isFinite ? filler : nil
    }
  }
}
