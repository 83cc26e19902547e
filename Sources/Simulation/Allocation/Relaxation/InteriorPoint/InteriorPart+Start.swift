extension InteriorPart {
  /// The smallest that a start finds, and what it comes to.
  struct StartSums {
    var points = 0.0
    var prices = 0.0
    var products = 0.0
    /// How far points and prices are outside.
    var primal = 0.0
    var dual = 0.0
  }

  /// Begins to seek the smallest `x` and `v` that satisfy the equations; factors for both, too.
  mutating func startPoints(regularisation: Double) {
    let p = vectors
    for j in stride(from: 0, to: p.count, by: 4) {
      p.weights[lanes: j] = SIMD4(repeating: j < p.bounded ? 0.5 : 1)
    }
    refactor(regularisation: regularisation, stop: StopSignal())
    let y = p.best.y
    for row in 0..<p.rows { y[row] = p.rightSides[row] }
    for j in 0..<p.bounded { add(-0.5 * p.uppers[j], times: j, to: y) }
    factor.forward(y)
  }

  /// Ends that, and begins to seek the smallest prices.
  func startPrices() {
    let p = vectors
    factor.backward(p.best.y)
    for j in 0..<p.count {
      let product = product(of: j, with: p.best.y)
      p.x[j] = j < p.bounded ? 0.5 * (product + p.uppers[j]) : product
      if j < p.bounded { p.v[j] = p.uppers[j] - p.x[j] }
    }
    let y = p.y
    for row in 0..<p.rows { y[row] = 0 }
    for j in 0..<p.count { add(p.costs[j] * p.weights[j], times: j, to: y) }
    factor.forward(y)
  }

  /// Ends that.
  func start() -> StartSums {
    let p = vectors
    factor.backward(p.y)
    var sums = StartSums()
    for j in 0..<p.count {
      let reduced = reducedCost(of: j)
      p.s[j] = j < p.bounded ? 0.5 * reduced : reduced
      (sums.primal, sums.dual) = (max(sums.primal, -1.5 * p.x[j]), max(sums.dual, -1.5 * p.s[j]))
      guard j < p.bounded else { continue }
      p.w[j] = -0.5 * reduced
      (sums.primal, sums.dual) = (max(sums.primal, -1.5 * p.v[j]), max(sums.dual, -1.5 * p.w[j]))
    }
    return sums
  }

  /// Adds to all points and all prices.
  func moveInside(primal: Double, dual: Double) -> StartSums {
    let p = vectors
    var sums = StartSums()
    func move(_ point: inout Double, _ price: inout Double) {
      point += primal
      price += dual
      sums.points += point
      sums.prices += price
      sums.products += point * price
    }
    for j in 0..<p.count { move(&p.x[j], &p.s[j]) }
    for j in 0..<p.bounded { move(&p.v[j], &p.w[j]) }
    return sums
  }

  func add(_ value: Double, times column: Int, to sum: UnsafeMutablePointer<Double>) {
    for place in matrix.range(column) { sum[Int(matrix.rows[place])] += matrix.values[place] * value }
  }

  /// A variable's cost less what its entries come to at the prices at hand.
  func reducedCost(of j: Int) -> Double { vectors.costs[j] - product(of: j, with: vectors.y) }

  func product(of column: Int, with vector: UnsafeMutablePointer<Double>) -> Double {
    matrix.range(column).reduce(0) { $0 + matrix.values[$1] * vector[Int(matrix.rows[$1])] }
  }
}
