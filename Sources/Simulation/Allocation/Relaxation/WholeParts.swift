/// What is whole in at least one best point of a program: columns, and what the rows sum up to.
///
/// Beside columns that must be whole, these are those that make up for what a row of whole numbers leaves open, such
/// as the units that a need misses: the least that does is whole, too.
package struct WholeParts: Sendable {
  package let columns: [Bool]
  package let rows: [Bool]

  package init(of program: LinearProgram) {
    var columns = program.columns.map { $0.isWhole && Self.isWhole($0.lower) && Self.isWholeOrNone($0.upper) }
    var uses = [Int](repeating: 0, count: program.columns.count)
    for row in program.rows {
      for entry in row.entries { uses[entry.column] += 1 }
    }
    for row in program.rows where Self.isWhole(row.lower) && row.upper == .infinity {
      let others = row.entries.filter { !columns[$0.column] }
      let makesUp = others.allSatisfy { entry in
        let column = program.columns[entry.column]
        return entry.value == 1 && uses[entry.column] == 1 && column.cost >= 0 && Self.isWhole(column.lower)
          && Self.isWholeOrNone(column.upper)
      }
      guard makesUp, row.entries.allSatisfy({ Self.isWhole($0.value) }) else { continue }
      for entry in others { columns[entry.column] = true }
    }
    self.columns = columns
    rows = program.rows.map { [columns] row in Self.isWhole(row.entries, columns) }
  }

  /// Whether a row sums up to a whole number: one of the program's, or a cut.
  func isWhole(_ row: [LinearProgram.Entry]) -> Bool { Self.isWhole(row, columns) }

  private static func isWhole(_ row: [LinearProgram.Entry], _ columns: [Bool]) -> Bool {
    row.allSatisfy { columns[$0.column] && isWhole($0.value) }
  }

  /// Sums of larger numbers are not exact.
  private static let largest = 1e6

  private static func isWhole(_ number: Double) -> Bool {
    abs(number) <= largest && number == number.rounded()
  }

  private static func isWholeOrNone(_ bound: Double) -> Bool { bound == .infinity || isWhole(bound) }
}
