extension LinearProgram {
  /// The columns that fill each row wherever nothing else does, the cheapest first.
  ///
  /// A shortfall is a continuous column that costs, starts at 0, and helps one row that wants more; rows with
  /// only an upper limit may hold it besides.
  var shortfallColumns: [[Entry]] {
    var home = [Int?](repeating: nil, count: columns.count)
    var isShortfall = columns.map { !$0.isWhole && $0.cost > 0 && $0.lower == 0 }
    for (number, row) in rows.enumerated() where row.lower.isFinite {
      for entry in row.entries {
        let helps = entry.value > 0 && !row.upper.isFinite && home[entry.column] == nil
        isShortfall[entry.column] = isShortfall[entry.column] && helps
        home[entry.column] = number
      }
    }
    return rows.indices.map { number in
      rows[number].entries.filter { isShortfall[$0.column] && home[$0.column] == number }
        .sorted {
          let (left, right) = (columns[$0.column].cost / $0.value, columns[$1.column].cost / $1.value)
          return left == right ? $0.column < $1.column : left < right
        }
    }
  }
}
