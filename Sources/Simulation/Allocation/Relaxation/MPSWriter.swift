extension LinearProgram {
  /// The program in free MPS, so that any other solver can check the plan.
  ///
  /// Whole columns stand between integer markers. Numbers are written so that reading them gives the same
  /// bits.
  package var freeMPS: String {
    var text = "NAME \(name)\nROWS\n N objective\n"
    for row in rows { text += " \(Self.sense(of: row).rawValue) \(row.name)\n" }
    text += columnSection
    text += "RHS\n"
    for row in rows where rightHandSide(of: row) != 0 {
      text += " rhs \(row.name) \(rightHandSide(of: row))\n"
    }
    text += rangeSection
    text += boundSection
    return text + "ENDATA\n"
  }

  private enum Sense: String { case equal = "E", atLeast = "G", atMost = "L", free = "N" }

  private static func sense(of row: Row) -> Sense {
    switch (row.lower.isFinite, row.upper.isFinite) {
    case (true, true): row.lower == row.upper ? .equal : .atMost
    case (true, false): .atLeast
    case (false, true): .atMost
    case (false, false): .free
    }
  }

  private func rightHandSide(of row: Row) -> Double {
    switch Self.sense(of: row) {
    case .atLeast, .equal: row.lower
    case .atMost: row.upper
    case .free: 0
    }
  }

  private var columnSection: String {
    var byColumn = [[(row: Int, value: Double)]](repeating: [], count: columns.count)
    for (number, row) in rows.enumerated() {
      for entry in row.entries { byColumn[entry.column].append((number, entry.value)) }
    }
    var text = "COLUMNS\n"
    var insideWhole = false
    for (number, column) in columns.enumerated() {
      if column.isWhole != insideWhole {
        text += " marker\(number) 'MARKER' \(column.isWhole ? "'INTORG'" : "'INTEND'")\n"
        insideWhole = column.isWhole
      }
      text += " \(column.name) objective \(column.cost)\n"
      for entry in byColumn[number] { text += " \(column.name) \(rows[entry.row].name) \(entry.value)\n" }
    }
    return insideWhole ? text + " markerEnd 'MARKER' 'INTEND'\n" : text
  }

  private var rangeSection: String {
    let ranged = rows.filter { $0.lower.isFinite && $0.upper.isFinite && $0.lower != $0.upper }
    guard !ranged.isEmpty else { return "" }
    return ranged.reduce("RANGES\n") { $0 + " range \($1.name) \($1.upper - $1.lower)\n" }
  }

  private var boundSection: String {
    var text = "BOUNDS\n"
    for column in columns {
      if column.lower == column.upper {
        text += " FX bound \(column.name) \(column.lower)\n"
        continue
      }
      text +=
        column.lower.isFinite ? " LO bound \(column.name) \(column.lower)\n" : " MI bound \(column.name)\n"
      text +=
        column.upper.isFinite ? " UP bound \(column.name) \(column.upper)\n" : " PL bound \(column.name)\n"
    }
    return text
  }
}
