extension LinearProgram {
  /// For each row the dearest of its shortfalls, where the rest and the row's own bound keep it below its upper
  /// bound at every optimum.
  ///
  /// The bound "nobody misses more than is asked for" says nothing new, but while it stands every cell that gets
  /// nothing holds two variables at a bound, and simplex and interior point grope among equals.
  var columnsWithNeedlessBounds: [Int?] {
    zip(rows, shortfallColumns).map { row, fillers in
      guard let last = fillers.last, columns[last.column].upper.isFinite else { return nil }
      let dearest = columns[last.column].cost / last.value
      let isDearest = fillers.dropLast().allSatisfy { columns[$0.column].cost / $0.value < dearest }
      let room = fillers.reduce(0) { $0 + $1.value * columns[$1.column].upper }
      let addsOnly = row.entries.allSatisfy { $0.value > 0 && columns[$0.column].lower >= 0 }
      return isDearest && addsOnly && room >= row.lower ? last.column : nil
    }
  }

  /// Whether a row alone keeps each column below its upper bound: more than the supply cannot be sent anyway.
  var columnsBoundedByRows: [Bool] {
    var most = [Double](repeating: .infinity, count: columns.count)
    for row in rows where row.upper.isFinite {
      guard row.entries.allSatisfy({ $0.value > 0 && columns[$0.column].lower >= 0 }) else { continue }
      for entry in row.entries { most[entry.column] = min(most[entry.column], row.upper / entry.value) }
    }
    return zip(columns, most).map { column, most in most <= column.upper }
  }
}
