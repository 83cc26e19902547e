/// Makes cuts of single rows by mixed-integer rounding, over sums of columns that another row bounds.
///
/// Units of a pledge that arrive in one period weigh the same on its lift, and all of them are no more than were
/// pledged. One by one, by day and need, each is near 0, and rounding finds nothing to hold on to; their sum is near 0 or
/// near all that were pledged more often than not.
///
/// Source: H. Marchand, L. Wolsey, "Aggregation and mixed integer rounding to solve MIPs", Operations Research 49
/// (2001); the order in which its choices are tried is theirs.
package struct SumRounding {
  /// Columns with one coefficient in a row, all of them together 0 … `most`.
  struct Term {
    let coefficient: Double
    let most: Double
    let columns: [Int]
    let isWhole: Bool
  }

  /// `Σ coefficient·columns ≤ upper`.
  struct Row {
    let terms: [Term]
    let upper: Double
    /// Whether what it leaves free is whole.
    let isWhole: Bool
  }

  private let rows: [Row]
  /// A row that leaves more than this share of its terms free is not worth a look.
  private static let mostFree = 0.1

  /// - Parameters:
  ///   - program: Rows without an upper bound, and those that have nothing to round, are passed over.
  ///   - whole: What is whole in it.
  package init(of program: LinearProgram, _ whole: WholeParts) {
    let bounds = SumBounds(of: program, whole)
    rows = program.rows.enumerated().compactMap { number, row in
      // What counts in ones is whole as it is.
      guard row.upper.isFinite, row.entries.count > 1,
        !(whole.rows[number] && row.entries.allSatisfy { abs($0.value) == 1 }),
        row.entries.allSatisfy({ program.columns[$0.column].lower == 0 })
      else { return nil }
      return Row(
        terms: bounds.terms(of: row.entries), upper: row.upper,
        isWhole: whole.rows[number] && row.upper == row.upper.rounded())
    }
  }

  /// Cuts that a point violates, two of each row at most.
  package func cuts(at values: [Double]) -> [RowRounding.Cut] {
    rows.flatMap { row -> [RowRounding.Cut] in
      let sums = row.terms.map { term in term.columns.reduce(0) { $0 + values[$1] } }
      var (activity, size) = (0.0, abs(row.upper))
      for (term, sum) in zip(row.terms, sums) {
        activity += term.coefficient * sum
        size += abs(term.coefficient) * sum
      }
      guard row.upper - activity <= Self.mostFree * size else { return [] }
      return [1.0, -1.0].compactMap { sign in
        var rounded = RoundedRow(row, sums: sums, free: max(0, row.upper - activity), sign: sign)
        return rounded.deepest.flatMap { rounded.cut(of: row, at: values, scale: $0) }
      }
    }
  }
}

/// Which columns are bounded together.
private struct SumBounds {
  private let program: LinearProgram
  private let whole: WholeParts
  /// The longest row of whole ones that each column is in.
  private let rowOf: [Int?]

  init(of program: LinearProgram, _ whole: WholeParts) {
    self.program = program
    self.whole = whole
    var rowOf = [Int?](repeating: nil, count: program.columns.count)
    for (number, row) in program.rows.enumerated()
    where row.upper >= 0 && row.upper.isFinite && row.upper == row.upper.rounded() && row.lower <= 0 {
      let counts = row.entries.allSatisfy {
        $0.value == 1 && whole.columns[$0.column] && program.columns[$0.column].lower == 0
      }
      guard counts else { continue }
      for entry in row.entries
      where rowOf[entry.column].map({ program.rows[$0].entries.count < row.entries.count }) ?? true {
        rowOf[entry.column] = number
      }
    }
    self.rowOf = rowOf
  }

  /// What has one coefficient and is bounded together, in the order of the entries.
  func terms(of entries: [LinearProgram.Entry]) -> [SumRounding.Term] {
    struct Key: Hashable {
      let row: Int
      let coefficient: Double
    }
    var places: [Key: Int] = [:]
    var sums: [(row: Int?, coefficient: Double, columns: [Int])] = []
    for entry in entries where entry.value != 0 {
      let key = rowOf[entry.column].map { Key(row: $0, coefficient: entry.value) }
      if let place = key.flatMap({ places[$0] }) {
        sums[place].columns.append(entry.column)
      } else {
        if let key { places[key] = sums.count }
        sums.append((key?.row, entry.value, [entry.column]))
      }
    }
    return sums.map { sum in
      let own = sum.columns.reduce(0) { $0 + program.columns[$1].upper }
      return SumRounding.Term(
        coefficient: sum.coefficient, most: sum.row.map { min(own, program.rows[$0].upper) } ?? own,
        columns: sum.columns, isWhole: sum.columns.allSatisfy { whole.columns[$0] })
    }
  }
}
