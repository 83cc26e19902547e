/// Which variables of a linear program are basic, and at which bound the others stand.
///
/// A row's variable is its activity. The basis says nothing of how a solver writes the rows down, so one found
/// on differenced rows is one of the plain rows too.
struct SimplexBasis: Sendable, Equatable {
  enum Status: Sendable { case basic, atLower, atUpper, free }

  /// Of each row's activity.
  var rows: [Status]
  var columns: [Status]
  /// Of differenced rows, those whose equation holds a place in the basis itself, at 0; there are none in a basis of
  /// plain rows.
  var loose: Set<Int> = []

  /// The same with equations behind the rows, each of which gives one more column, behind the others, its value.
  func adding(sums count: Int) -> SimplexBasis {
    var basis = self
    basis.rows += Array(repeating: .atLower, count: count)
    basis.columns += Array(repeating: .basic, count: count)
    return basis
  }
}

extension SimplexBasis {
  /// The start "nothing deployed": every column at its least, shortfalls filling the rows that want more.
  ///
  /// It is triangular, and primal feasible wherever what is sent at least keeps all limits. Rows that no
  /// shortfall can fill have their activity basic.
  init(nothingDeployedIn program: LinearProgram) {
    columns = program.columns.map { $0.lower.isFinite ? .atLower : $0.upper.isFinite ? .atUpper : .free }
    rows = program.rows.map { _ in .basic }
    let fillers = program.shortfallColumns
    for (number, row) in program.rows.enumerated() where !fillers[number].isEmpty {
      let sent = row.entries.reduce(0) { $0 + $1.value * program.columns[$1.column].resting }
      var rest = row.lower - sent
      guard rest > 0 else { continue }
      for filler in fillers[number] {
        let most = program.columns[filler.column].upper * filler.value
        guard rest > most else {
          columns[filler.column] = .basic
          rows[number] = .atLower
          break
        }
        columns[filler.column] = .atUpper
        rest -= most
      }
    }
  }
}

extension LinearProgram.Column {
  /// Its value where nothing is deployed.
  var resting: Double { lower.isFinite ? lower : upper.isFinite ? upper : 0 }
}
