/// GLPK's numbers of the columns that it was given; it knows nothing of the others.
struct GLPKPlaces: Sendable {
  /// Of each column of the program; 0 where it is left out.
  private(set) var columns: [CInt]
  /// Of each row's activity; `nil` where the row was left as it was.
  let activities: [CInt?]
  /// Columns that were given one by one, in order, behind the ``first``.
  private var later: [Int] = []
  /// How many came with the rows.
  private let first: CInt
  /// The program's columns at first; activities stand behind them in the differenced program.
  private let own: Int

  /// - Parameters:
  ///   - form: What GLPK is to be given.
  ///   - isLeftOut: Of each of its first columns, whether it is not; the others move up.
  init(of form: DifferencedProgram, leavingOut isLeftOut: [Bool] = []) {
    let all = Self.numbered(form.program.columns.count, leavingOut: isLeftOut)
    activities = form.activities.map { $0.map { all[$0] } }
    own = all.count - form.activities.count { $0 != nil }
    columns = Array(all.prefix(own))
    first = all.max() ?? 0
  }

  private static func numbered(_ count: Int, leavingOut isLeftOut: [Bool]) -> [CInt] {
    var next: CInt = 0
    return (0..<count).map { column in
      if isLeftOut.indices.contains(column), isLeftOut[column] { return 0 }
      next += 1
      return next
    }
  }

  /// How many columns GLPK has.
  var count: CInt { first + CInt(later.count) }

  /// Whether GLPK has a column.
  func holds(_ column: Int) -> Bool { columns[column] > 0 }

  /// GLPK's number of a column of the differenced program; 0 where it is left out.
  func ofForm(_ column: Int) -> CInt {
    column < own ? columns[column] : activities[column - own] ?? 0
  }

  /// A column is GLPK's last from now on.
  mutating func append(_ column: Int) {
    later.append(column)
    if column == columns.count { columns.append(count) } else { columns[column] = count }
  }

  /// Forgets the last columns, down to so many; those from `firstAdded` on are no longer the program's either.
  mutating func removeLast(downTo count: CInt, firstAdded: Int) {
    while self.count > count {
      let column = later.removeLast()
      if column >= firstAdded { columns.removeLast() } else { columns[column] = 0 }
    }
  }
}
