extension Table {
  /// Every cell as readers see it, row by row; columns that add up do so as shown.
  package func texts(_ form: CellForm) -> [[String]] {
    let wording = Wording(language)
    var texts = rows.map { row in
      zip(columns, row.cells).map { $1.text(in: $0.kind, form: form, wording) }
    }
    for (index, column) in columns.enumerated() where column.addsUp {
      let shares = rows.map { row -> Double? in
        if case .share(let share) = row.cells[index] { share } else { nil }
      }
      for (row, rounded) in LargestRemainder.percents(shares, decimals: column.kind.decimals).enumerated() {
        guard let rounded else { continue }
        texts[row][index] = wording.fixed(rounded, decimals: column.kind.decimals)
      }
    }
    return texts
  }
}

/// Rounds parts of a whole so that what is shown adds up.
package enum LargestRemainder {
  /// Shares in percent, rounded so that they add up to their rounded sum.
  ///
  /// Each is rounded down, and the steps that are missing go to those that lost most; of equal ones to the
  /// first. No share is farther than one step from its own value.
  ///
  /// - Parameters:
  ///   - shares: 0 … 1; those without one are passed over.
  ///   - decimals: Of the percentages.
  /// - Returns: Percentages, one for each share.
  package static func percents(_ shares: [Double?], decimals: Int) -> [Double?] {
    let scale = (0..<decimals).reduce(100.0) { scale, _ in scale * 10 }
    let steps = shares.map { $0.map { $0 * scale } }
    // The small addition keeps 0.29 from losing a step to binary fractions.
    let floors = steps.map { $0.map { ($0 + 1e-9).rounded(.down) } }
    let total = steps.reduce(0) { $0 + ($1 ?? 0) }.rounded()
    let missing = Int(total - floors.reduce(0) { $0 + ($1 ?? 0) })
    let losers = shares.indices.filter { steps[$0] != nil }.sorted {
      let (a, b) = (loss(steps[$0], floors[$0]), loss(steps[$1], floors[$1]))
      return a != b ? a > b : $0 < $1
    }
    var rounded = floors
    for index in losers.prefix(max(0, missing)) { rounded[index] = rounded[index].map { $0 + 1 } }
    return rounded.map { $0.map { $0 / scale * 100 } }
  }

  private static func loss(_ value: Double?, _ floor: Double?) -> Double { (value ?? 0) - (floor ?? 0) }
}
