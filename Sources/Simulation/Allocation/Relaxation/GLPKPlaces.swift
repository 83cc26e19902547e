/// GLPK's numbers of the rows and columns that it was given; it knows nothing of the others.
struct GLPKPlaces: Sendable {
  /// Of each column of the program; 0 where it is left out.
  private(set) var columns: [CInt]
  /// Of each row of the program; 0 where it is set aside.
  private(set) var rows: [CInt]
  /// Of each row's activity; `nil` where the row was left as it was, 0 where it is set aside.
  private(set) var activities: [CInt?]
  /// What was given one by one, in order, behind the ``first``.
  private var later: [Origin] = []
  /// Rows that were taken in again one by one, in order.
  private(set) var laterRows: [Int] = []
  /// How many came at first.
  private let first: CInt
  private let firstRows: CInt
  /// The program's columns at first; activities stand behind them in the differenced program.
  private let own: Int

  /// What a column of GLPK's stands for.
  private enum Origin { case column(Int), activity(row: Int) }

  /// - Parameters:
  ///   - form: What GLPK is to be given.
  ///   - isLeftOut: Of each of its first columns, whether it is not; the others move up.
  ///   - aside: Rows that it is not given, nor what fills them.
  init(of form: DifferencedProgram, leavingOut isLeftOut: [Bool] = [], aside: RowsAside = RowsAside()) {
    var isOut = form.program.columns.indices.map { isLeftOut.indices.contains($0) && isLeftOut[$0] }
    for row in aside.rows {
      if let filler = aside.filler(of: row) { isOut[filler.column] = true }
      if let activity = form.activities[row] { isOut[activity] = true }
    }
    let all = Self.numbered(isOut)
    rows = Self.numbered(form.program.rows.indices.map(aside.contains))
    activities = form.activities.map { $0.map { all[$0] } }
    own = all.count - form.activities.count { $0 != nil }
    columns = Array(all.prefix(own))
    first = all.max() ?? 0
    firstRows = rows.max() ?? 0
  }

  private static func numbered(_ isOut: [Bool]) -> [CInt] {
    var next: CInt = 0
    return isOut.map { isOut in
      guard !isOut else { return 0 }
      next += 1
      return next
    }
  }

  /// How many columns GLPK has.
  var count: CInt { first + CInt(later.count) }

  var rowCount: CInt { firstRows + CInt(laterRows.count) }

  /// Whether GLPK has a column.
  func holds(_ column: Int) -> Bool { columns[column] > 0 }

  func holds(row: Int) -> Bool { rows[row] > 0 }

  /// GLPK's number of a column of the differenced program; 0 where it is left out.
  func ofForm(_ column: Int) -> CInt {
    column < own ? columns[column] : activities[column - own] ?? 0
  }

  /// A column is GLPK's last from now on.
  mutating func append(_ column: Int) {
    later.append(.column(column))
    if column == columns.count { columns.append(count) } else { columns[column] = count }
  }

  /// A row that was set aside is GLPK's last from now on, and its activity GLPK's last column.
  mutating func append(row: Int) {
    later.append(.activity(row: row))
    laterRows.append(row)
    (rows[row], activities[row]) = (rowCount, count)
  }

  /// Forgets the last columns, down to so many; those from `firstAdded` on are no longer the program's either.
  mutating func removeLast(downTo count: CInt, firstAdded: Int) {
    while self.count > count {
      switch later.removeLast() {
      case .column(let column) where column >= firstAdded: columns.removeLast()
      case .column(let column): columns[column] = 0
      case .activity(let row):
        laterRows.removeLast()
        (rows[row], activities[row]) = (0, 0)
      }
    }
  }
}
