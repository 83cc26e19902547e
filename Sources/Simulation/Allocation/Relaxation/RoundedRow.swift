/// One row at the point that is to be cut off: what it is divided by before it is rounded, and which sums are counted
/// down from their most.
struct RoundedRow {
  /// Of each term, then of what the row leaves free; all with the row's sign.
  private let coefficients: [Double]
  private let values: [Double]
  private let most: [Double]
  private let isWhole: [Bool]
  /// Columns of each term, by which a cut's length is reckoned.
  private let sizes: [Double]
  private let right: Double
  private var isFlipped: [Bool]

  /// Right-hand sides that add up larger numbers lose digits.
  private static let largestRight = 1e4
  /// Divisors, and sums to be counted from the other end, that are tried.
  private static let (mostScales, mostFlips) = (20, 40)
  /// Sums of which one is counted from its other end where nothing is cut off, as with a right-hand side that is whole.
  private static let mostFirstFlips = 10
  private static let noise = 1e-6

  /// - Parameters:
  ///   - row: `Σ coefficient·columns ≤ upper`.
  ///   - sums: Of each of its terms, at the point.
  ///   - free: What the point leaves of its bound.
  ///   - sign: 1, or −1 to round the row from the other side, down to what it leaves free.
  init(_ row: SumRounding.Row, sums: [Double], free: Double, sign: Double) {
    coefficients = row.terms.map { sign * $0.coefficient } + [sign]
    values = sums + [free]
    most = row.terms.map(\.most) + [.infinity]
    isWhole = row.terms.map(\.isWhole) + [row.isWhole]
    sizes = row.terms.map { Double($0.columns.count) } + [1]
    right = sign * row.upper
    isFlipped = zip(zip(values, most), isWhole).map { $1 && $0.1.isFinite && $0.0 > $0.1 / 2 }
  }

  /// The scale at which the row, rounded, cuts off most; `nil` where it cuts off nothing.
  ///
  /// Which sums are counted down is settled on the way.
  var deepest: Double? {
    mutating get {
      let scales = scales
      let order = flippable
      var best = deepest(of: scales, than: (0, 0))
      for term in order.prefix(Self.mostFirstFlips) where best.depth == 0 {
        isFlipped[term].toggle()
        best = deepest(of: scales, than: (0, 0))
        if best.depth == 0 { isFlipped[term].toggle() }
      }
      guard best.depth > 0 else { return nil }
      best = deepest(of: [best.scale / 2, best.scale / 4, best.scale / 8], than: best)
      for term in order {
        isFlipped[term].toggle()
        let depth = depth(at: best.scale)
        if depth > best.depth * (1 + Self.noise) { best.depth = depth } else { isFlipped[term].toggle() }
      }
      return best.scale
    }
  }

  private func deepest(
    of scales: [Double], than known: (scale: Double, depth: Double)
  ) -> (scale: Double, depth: Double) {
    var best = known
    for scale in scales {
      let depth = depth(at: scale)
      if depth > best.depth { best = (scale, depth) }
    }
    return best
  }

  /// Coefficients that become 1, those of sums inside their bounds first.
  private var scales: [Double] {
    let whole = coefficients.indices.filter { isWhole[$0] }
    let inside = whole.filter { isInside($0) }
    var scales: [Double] = []
    for term in inside + whole {
      let scale = 1 / abs(coefficients[term])
      if !scales.contains(where: { abs($0 - scale) < 1e-9 * scale }) { scales.append(scale) }
      // All that are inside are tried.
      if scales.count >= max(Self.mostScales, inside.count) { break }
    }
    return scales
  }

  private func isInside(_ term: Int) -> Bool {
    values[term] > Self.noise && values[term] < most[term] - Self.noise
  }

  /// Sums that might be counted from either end, nearest to the middle first.
  private var flippable: [Int] {
    let terms = most.indices.filter { isWhole[$0] && most[$0].isFinite && values[$0] > Self.noise }
    let distances = most.indices.map { abs(values[$0] - most[$0] / 2) }
    return Array(terms.sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(Self.mostFlips))
  }

  /// How far the point lies beyond the rounded row, by its length; 0 where there is no cut.
  private func depth(at scale: Double) -> Double {
    guard let (down, rest) = rounded(scale) else { return 0 }
    var (beyond, squares) = (-down, 0.0)
    for term in coefficients.indices {
      let value = coefficient(of: term, scale, rest)
      beyond += value * (isFlipped[term] ? most[term] - values[term] : values[term])
      squares += value * value * sizes[term]
    }
    return squares > 0 ? max(0, beyond / squares.squareRoot()) : 0
  }

  /// The right-hand side rounded down, and what that takes off.
  private func rounded(_ scale: Double) -> (down: Double, rest: Double)? {
    var sum = right
    for term in coefficients.indices where isFlipped[term] { sum -= coefficients[term] * most[term] }
    sum *= scale
    let down = sum.rounded(.down)
    guard abs(sum) <= Self.largestRight, RowRounding.parts.contains(sum - down) else { return nil }
    return (down, sum - down)
  }

  /// Of a term after rounding, counted from the end that was chosen.
  @inline(__always)
  private func coefficient(of term: Int, _ scale: Double, _ rest: Double) -> Double {
    let value = (isFlipped[term] ? -coefficients[term] : coefficients[term]) * scale
    return RowRounding.rounded(value, isWhole: isWhole[term], past: rest)
  }

  /// The rounded row over the program's columns; `nil` where nothing is left of its depth.
  func cut(of row: SumRounding.Row, at point: [Double], scale: Double) -> RowRounding.Cut? {
    guard let (down, rest) = rounded(scale) else { return nil }
    // What the row leaves free is its bound less its terms.
    let free = coefficient(of: coefficients.count - 1, scale, rest)
    var cut = RowRounding.Cut(upper: down - free * row.upper, depth: 0)
    var size = abs(down) + abs(free * row.upper)
    for (number, term) in row.terms.enumerated() {
      let own = coefficient(of: number, scale, rest)
      if isFlipped[number] { cut.upper -= own * most[number] }
      let value = (isFlipped[number] ? -own : own) - free * term.coefficient
      size += (abs(own) + abs(free * term.coefficient)) * most[number]
      guard value != 0 else { continue }
      for column in term.columns {
        cut.columns.append(column)
        cut.values.append(value)
      }
    }
    cut.upper += RowRounding.giveaway * size
    guard cut.upper.isFinite else { return nil }
    cut.depth = cut.distance { point[$0] }
    return cut.depth > 0 ? cut : nil
  }
}
