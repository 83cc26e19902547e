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

  private let columns: [Part]
  /// Largest distance of each column from 0.
  private let reach: [Double]
  private let rows: [Part]
  private let entries: SparseRows
  /// Numbers of a sum of rows, and of the same with its sign turned round: both are rounded at once.
  private typealias Signs = SIMD2<Double>

  /// Coefficients of the sum at hand, and of the cuts made of it.
  private var sums: [Double]
  private var rounded: [Signs]
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
    rounded = [Signs](repeating: .zero, count: columns.count)
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
    return deepestCut(used, multipliers)
  }

  /// Of `Σ sums·columns + Σ multipliers·rows = 0`, each row standing for what it sums up to.
  private mutating func deepestCut(_ used: [Int], _ multipliers: [Double]) -> Cut? {
    var (sum, size) = (0.0, 0.0)
    for column in summed where sums[column] != 0 {
      sum += sums[column] * columns[column].bound
      size += abs(sums[column] * columns[column].bound)
    }
    for row in used {
      sum += multipliers[row] * rows[row].bound
      size += abs(multipliers[row] * rows[row].bound)
    }
    // Not so either where something has no bound to count from.
    guard size <= Self.largestSum else { return nil }
    let right = Signs(-sum, sum)
    let rest = right - right.rounded(.down)
    let signs = [0, 1].filter { Self.parts.contains(rest[$0]) }
    guard !signs.isEmpty else { return nil }
    let upper = round(used, multipliers, past: rest, right.rounded(.down))
    let depths = depths(beyond: upper)
    for sign in signs.filter({ depths[$0] > 0 }).sorted(by: { depths[$0] > depths[$1] }) {
      if let cut = finished(sign, upper[sign]), cut.depth > 0 { return cut }
    }
    return nil
  }

  /// Makes coefficients of cuts; returns their right-hand sides.
  private mutating func round(
    _ used: [Int], _ multipliers: [Double], past rest: Signs, _ right: Signs
  ) -> Signs {
    var upper = right
    for column in summed {
      let value = sums[column] == 0 ? .zero : Self.rounded(sums[column], columns[column], rest)
      rounded[column] = value
      if value != .zero { upper += value * columns[column].bound }
    }
    // Their entries are among those that were summed.
    for row in used {
      let value = Self.rounded(multipliers[row], rows[row], rest)
      guard value != .zero else { continue }
      upper += value * rows[row].bound
      for place in entries.places(ofRow: row) {
        rounded[Int(entries.columns[place])] += value * entries.values[place]
      }
    }
    return upper
  }

  /// How far the point lies beyond the cuts, but for what they give away.
  private func depths(beyond upper: Signs) -> Signs {
    var (beyond, squares) = (-upper, Signs.zero)
    for column in summed {
      beyond += rounded[column] * columns[column].value
      squares += rounded[column] * rounded[column]
    }
    return beyond / squares.squareRoot()
  }

  /// The coefficients after rounding, for the column or row itself.
  @inline(__always)
  private static func rounded(_ value: Double, _ part: Part, _ rest: Signs) -> Signs {
    let own = part.isUpper ? -value : value
    let result = Signs(
      rounded(own, isWhole: part.isWhole, past: rest[0]), rounded(-own, isWhole: part.isWhole, past: rest[1]))
    return part.isUpper ? -result : result
  }

  /// A coefficient after rounding: `F` of a whole part's, and what is left of another's.
  @inline(__always)
  static func rounded(_ value: Double, isWhole: Bool, past rest: Double) -> Double {
    guard isWhole else { return min(0, value) / (1 - rest) }
    let down = value.rounded(.down)
    return down + max(0, value - down - rest) / (1 - rest)
  }

  /// The cut without coefficients that are as good as none, and with what it gives away; `nil` where a column that
  /// it would have to give away has no bound.
  private func finished(_ sign: Int, _ right: Double) -> Cut? {
    let raw = Cut(columns: summed, values: summed.map { rounded[$0][sign] }, upper: right, depth: 0)
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
