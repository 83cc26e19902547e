/// Makes cuts of sums of rows by mixed-integer rounding.
///
/// A sum of rows `Σ a·t ≤ b`, in which every column and row counts from one of its bounds, `t ≥ 0`, holds for whole
/// parts after rounding, too:
///
///     Σ F(a)·t  +  Σ min(0, a) / (1 − f)·t  ≤  ⌊b⌋        f = b − ⌊b⌋,  F(a) = ⌊a⌋ + max(0, a − ⌊a⌋ − f) / (1 − f)
///       whole         the rest
///
/// That is so whatever the rows are multiplied by. What multiplies them only decides how deep a cut is, so errors in
/// the factors make none wrong; for those of the sums themselves every cut gives something away.
///
/// Source: H. Marchand, L. Wolsey, "Aggregation and mixed integer rounding to solve MIPs", Operations Research 49
/// (2001).
package struct RowRounding {
  /// A column, or the sum of a row, at the point that is to be cut off.
  package struct Part {
    /// The bound that it counts from: infinite where it has none.
    let bound: Double
    let isUpper: Bool
    let isWhole: Bool
    let value: Double

    /// Counts from the nearer bound; bounds of what is whole are rounded inwards.
    package init(lower: Double, upper: Double, isWhole: Bool, value: Double) {
      let least = isWhole ? (lower - Self.tolerance).rounded(.up) : lower
      let most = isWhole ? (upper + Self.tolerance).rounded(.down) : upper
      isUpper = most.isFinite && (!least.isFinite || most - value < value - least)
      bound = isUpper ? most : least
      self.isWhole = isWhole
      self.value = value
    }

    private static let tolerance = 1e-9
  }

  /// `Σ values·columns ≤ upper`.
  package struct Cut {
    package var columns: [Int]
    package var values: [Double]
    package var upper: Double
    /// How far the point lies beyond it.
    package var depth: Double

    package init(columns: [Int] = [], values: [Double] = [], upper: Double, depth: Double) {
      (self.columns, self.values, self.upper, self.depth) = (columns, values, upper, depth)
    }
  }

  private let columns: [Part]
  /// Largest distance of each column from 0.
  private let reach: [Double]
  private let rows: [Part]
  private let entries: SparseRows
  /// Coefficients of the sum at hand, and of the cut made of it.
  private var sums: [Double]
  private var rounded: [Double]
  /// Columns of the rows that are summed.
  private var summed: [Int] = []
  private var isSummed: [Bool]

  /// Multipliers that are left out.
  private static let leastMultiplier = 1e-11
  /// What is left of the right-hand side; near 0 and 1 little is cut off, and errors grow.
  static let parts = 0.02...0.98
  /// Right-hand sides that add up larger numbers lose digits.
  private static let largestSum = 1e4
  /// What a cut gives away for errors, relative to its terms.
  static let giveaway = 1e-9

  package init(columns: [Part], reach: [Double], rows: [Part], entries: [[LinearProgram.Entry]]) {
    self.columns = columns
    self.reach = reach
    self.rows = rows
    self.entries = SparseRows(entries.map { $0.map { ($0.column, $0.value) } })
    sums = [Double](repeating: 0, count: columns.count)
    rounded = sums
    isSummed = [Bool](repeating: false, count: columns.count)
  }

  /// The deeper of the two cuts that a sum of rows gives; `nil` where none cuts the point off.
  package mutating func cut(multipliers: [Double]) -> Cut? {
    let used = rows.indices.filter { abs(multipliers[$0]) > Self.leastMultiplier }
    for row in used {
      for place in entries.places(ofRow: row) {
        let column = Int(entries.columns[place])
        if !isSummed[column] {
          isSummed[column] = true
          summed.append(column)
        }
        sums[column] -= multipliers[row] * entries.values[place]
      }
    }
    defer {
      for column in summed { (sums[column], isSummed[column]) = (0, false) }
      summed.removeAll(keepingCapacity: true)
    }
    let cuts = [1.0, -1.0].compactMap { cut(sign: $0, used, multipliers) }
    return cuts.filter { $0.depth > 0 }.max { $0.depth < $1.depth }
  }

  /// Of `Σ sums·columns + Σ multipliers·rows = 0`, each row standing for what it sums up to.
  private mutating func cut(sign: Double, _ used: [Int], _ multipliers: [Double]) -> Cut? {
    var (right, size) = (0.0, 0.0)
    for column in summed where sums[column] != 0 {
      right -= sign * sums[column] * columns[column].bound
      size += abs(sums[column] * columns[column].bound)
    }
    for row in used {
      right -= sign * multipliers[row] * rows[row].bound
      size += abs(multipliers[row] * rows[row].bound)
    }
    // Not so either where something has no bound to count from.
    guard size <= Self.largestSum else { return nil }
    let part = right - right.rounded(.down)
    guard Self.parts.contains(part) else { return nil }
    var upper = right.rounded(.down)
    for column in summed { rounded[column] = 0 }
    for column in summed where sums[column] != 0 {
      let value = Self.rounded(sign * sums[column], columns[column], part)
      rounded[column] = value
      upper += value * columns[column].bound
    }
    // Their entries are among those that were summed.
    for row in used {
      let value = Self.rounded(sign * multipliers[row], rows[row], part)
      guard value != 0 else { continue }
      upper += value * rows[row].bound
      for place in entries.places(ofRow: row) {
        rounded[Int(entries.columns[place])] += value * entries.values[place]
      }
    }
    return finished(upper)
  }

  /// The coefficient after rounding, for the column or row itself.
  @inline(__always)
  private static func rounded(_ value: Double, _ part: Part, _ rest: Double) -> Double {
    let own = part.isUpper ? -value : value
    let result = part.isWhole ? rounded(own, past: rest) : min(0, own) / (1 - rest)
    return part.isUpper ? -result : result
  }

  /// `F` of a whole part's coefficient.
  @inline(__always)
  static func rounded(_ value: Double, past rest: Double) -> Double {
    let down = value.rounded(.down)
    return down + max(0, value - down - rest) / (1 - rest)
  }

  /// The cut without coefficients that are as good as none, and with what it gives away; `nil` where a column that
  /// it would have to give away has no bound.
  private func finished(_ right: Double) -> Cut? {
    let raw = Cut(columns: summed, values: summed.map { rounded[$0] }, upper: right, depth: 0)
    guard var cut = raw.withoutNoise(reach: reach) else { return nil }
    var terms = abs(right)
    for (column, value) in zip(cut.columns, cut.values) { terms += abs(value) * max(1, reach[column]) }
    cut.upper += Self.giveaway * terms
    // Not so where a column has no bound.
    guard cut.upper.isFinite else { return nil }
    cut.depth = cut.distance { columns[$0].value }
    return cut
  }
}

extension RowRounding.Cut {
  /// Coefficients beside the largest that are noise, left by sums that should have come to nothing.
  private static let leastShare = 1e-6

  /// How far a point lies beyond the cut; 0 for one without coefficients.
  @inline(__always)
  func distance(_ value: (_ column: Int) -> Double) -> Double {
    var (activity, squares) = (0.0, 0.0)
    for (column, coefficient) in zip(columns, values) {
      activity += coefficient * value(column)
      squares += coefficient * coefficient
    }
    return squares > 0 ? (activity - upper) / squares.squareRoot() : 0
  }

  /// Without coefficients that are as good as none, giving away what they may add up to.
  ///
  /// They must go even where they do no harm by themselves: whoever makes cuts of this one may divide it by such a
  /// coefficient, and then takes what is an error of the right-hand side for a number of units.
  ///
  /// - Parameter reach: Largest distance of each column from 0.
  /// - Returns: `nil` where nothing is left, or where such a column has no bound.
  package func withoutNoise(reach: [Double]) -> Self? {
    let least = Self.leastShare * values.reduce(0) { max($0, abs($1)) }
    guard least > 0 else { return nil }
    var cut = Self(upper: upper, depth: depth)
    for (column, value) in zip(columns, values) where value != 0 {
      if abs(value) < least {
        cut.upper += abs(value) * reach[column]
      } else {
        cut.columns.append(column)
        cut.values.append(value)
      }
    }
    return cut.upper.isFinite ? cut : nil
  }
}
