extension RowRounding {
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

  /// A coefficient is whole that comes so near, and factors that are tried to make all of them so.
  private static let (wholeness, mostFactor) = (1e-7, 120)
  /// Larger coefficients are not worth it.
  private static let largestWhole = 1e4
  /// A bound so near below a whole number is that number, but for errors.
  private static let nearlyWhole = 1e-6

  /// With whole coefficients and a bound rounded down, where a small factor makes them so: what such a cut leaves free
  /// is whole, too, and the cuts made of it cut off more.
  ///
  /// - Parameters:
  ///   - whole: For each column, whether it is.
  ///   - reach: Largest distance of each column from 0.
  /// - Returns: The cut as it is where no factor is found.
  package func madeWhole(_ whole: [Bool], reach: [Double]) -> Self {
    guard columns.allSatisfy({ whole[$0] }), let factor = wholeFactor else { return self }
    var cut = self
    cut.upper *= factor
    for (place, column) in columns.enumerated() {
      let value = values[place] * factor
      cut.values[place] = value.rounded()
      cut.upper += abs(value - cut.values[place]) * reach[column]
    }
    cut.upper = (cut.upper + Self.nearlyWhole).rounded(.down)
    return cut.upper.isFinite ? cut : self
  }

  private var wholeFactor: Double? {
    let (least, largest) = values.reduce((Double.infinity, 0.0)) { (min($0.0, abs($1)), max($0.1, abs($1))) }
    for unit in [1, least] {
      for factor in 1...Self.mostFactor {
        let scale = Double(factor) / unit
        guard largest * scale <= Self.largestWhole else { break }
        // None may come to nothing.
        guard least * scale > 0.5 else { continue }
        if values.allSatisfy({ abs($0 * scale - ($0 * scale).rounded()) <= Self.wholeness }) { return scale }
      }
    }
    return nil
  }
}
