/// One part of a program's rows and variables, with all that an interior point works with there.
///
/// Its variables touch its own rows and the border's. Each call goes once over its variables, four side by side, and
/// leaves what concerns the whole program in ``sums`` and in the border's rows.
struct InteriorPart: Sendable {
  /// What a call found, of this part alone.
  struct Sums {
    /// The largest numbers that are missing from rows, bounds and prices.
    var rows = 0.0
    var bounds = 0.0
    var prices = 0.0
    var objective = 0.0
    var bound = 0.0
    /// `Σ x·s + v·w`, and what a step adds to it: by its primal side, its dual side, and both.
    var products = 0.0
    var primal = 0.0
    var dual = 0.0
    var both = 0.0
    /// The largest shares of `x`, `v` and of prices that a whole step would take, with each share of a correction.
    var primalPaces = SIMD4<Double>.zero
    var dualPaces = SIMD4<Double>.zero
    var isStopped = false
  }

  /// Rows by their place in the order of elimination, the border's behind.
  let matrix: SparseColumns
  /// Rows of its own.
  let ownRows: Int
  /// The standard form's variable at each place; `nil` for one that fills up four.
  let variables: [Int?]
  let vectors: PartVectors
  var factor: BlockFactor
  var sums = Sums()

  /// - Parameters:
  ///   - form: The whole program.
  ///   - rows: Its rows that are eliminated here, in order.
  ///   - columns: Variables of this part.
  ///   - blocks: Of these rows.
  ///   - places: Of each of the program's rows that a variable here touches: its place.
  ///   - border: How the border's rows are laid out.
  ///   - borderRows: How many they are.
  init(
    _ form: StandardForm, rows: [Int], columns: [Int], blocks: [BlockLayout.Block], places: [Int32],
    border: BlockLayout?, borderRows: Int
  ) {
    let bounded = Self.filledUp(columns.filter { form.uppers[$0].isFinite })
    variables = bounded + Self.filledUp(columns.filter { !form.uppers[$0].isFinite })
    ownRows = rows.count
    matrix = form.matrix.part(columns: variables, places: places, rowCount: rows.count + borderRows)
    factor = BlockFactor(BlockLayout(blocks, before: border, of: matrix))
    vectors = PartVectors(count: variables.count, bounded: bounded.count, rows: matrix.rowCount)
    for (place, row) in rows.enumerated() { vectors.rightSides[place] = form.rightSides[row] }
    for (place, variable) in variables.enumerated() {
      vectors.costs[place] = variable.map { form.costs[$0] } ?? 1
      if place < bounded.count { vectors.uppers[place] = variable.map { form.uppers[$0] } ?? 1 }
    }
  }

  private static func filledUp(_ variables: [Int]) -> [Int?] {
    variables.map { $0 } + [Int?](repeating: nil, count: -variables.count & 3)
  }

  /// Products that the centre is the mean of.
  var pairs: Int { vectors.count + vectors.bounded }

  // MARK: The border's rows

  /// Adds what this part leaves to the border's rows of a vector.
  func addBorder(of vector: KeyPath<PartVectors, UnsafeMutablePointer<Double>>, to sum: inout [Double]) {
    let own = vectors[keyPath: vector] + ownRows
    for row in sum.indices { sum[row] += own[row] }
  }

  func setBorder(of vector: KeyPath<PartVectors, UnsafeMutablePointer<Double>>, to border: [Double]) {
    let own = vectors[keyPath: vector] + ownRows
    for row in border.indices { own[row] = border[row] }
  }

  /// The border's prices times numbers of its rows.
  func product(ofBorder numbers: [Double]) -> Double {
    numbers.indices.reduce(0) { $0 + numbers[$1] * vectors.y[ownRows + $1] }
  }

  // MARK: The point

  /// Moves along the best direction.
  func move(primal: Double, dual: Double) {
    let p = vectors
    for j in stride(from: 0, to: p.count, by: 4) {
      p.x[lanes: j] += primal * p.best.x[lanes: j]
      p.s[lanes: j] += dual * p.best.s[lanes: j]
    }
    for j in stride(from: 0, to: p.bounded, by: 4) {
      p.v[lanes: j] += primal * p.best.v[lanes: j]
      p.w[lanes: j] += dual * p.best.w[lanes: j]
    }
    for row in 0..<p.rows { p.y[row] += dual * p.best.y[row] }
  }

  /// Finds what is missing from the equations, and both objectives.
  mutating func measure() {
    let p = vectors
    var bound = 0.0
    for row in 0..<p.rows {
      p.missingRows[row] = p.rightSides[row]
      bound += p.rightSides[row] * p.y[row]
    }
    var (prices, bounds) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (objective, uppers, products) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    matrix.withEntries { starts, rows, values in
      for j in stride(from: 0, to: p.count, by: 4) {
        var product = SIMD4<Double>.zero
        for lane in 0..<4 {
          let value = p.x[j + lane]
          var sum = 0.0
          for place in starts[j + lane]..<starts[j + lane + 1] {
            let row = Int(rows[place])
            sum += values[place] * p.y[row]
            p.missingRows[row] -= values[place] * value
          }
          product[lane] = sum
        }
        let (x, s, costs) = (p.x[lanes: j], p.s[lanes: j], p.costs[lanes: j])
        var missing = costs - product - s
        objective += costs * x
        products += x * s
        if j < p.bounded {
          let (v, w, upper) = (p.v[lanes: j], p.w[lanes: j], p.uppers[lanes: j])
          missing += w
          products += v * w
          uppers += w * upper
          bounds = greater(bounds, (upper - x - v).magnitudes)
        }
        p.missing[lanes: j] = missing
        prices = greater(prices, missing.magnitudes)
      }
    }
    sums = Sums()
    for row in 0..<ownRows { sums.rows = max(sums.rows, abs(p.missingRows[row])) }
    (sums.prices, sums.bounds) = (prices.max(), bounds.max())
    (sums.objective, sums.bound) = (objective.sum(), bound - uppers.sum())
    sums.products = products.sum()
  }
}
