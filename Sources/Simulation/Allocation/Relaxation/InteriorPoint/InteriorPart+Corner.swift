extension InteriorPart {
  /// Of variables inside their bounds.
  struct InsideSums {
    var count = 0.0
    var points = 0.0
    /// What the points cost where optima tie.
    var ties = 0.0
  }

  /// How costs are made.
  struct Lean {
    /// What `x·s` and `v·w` are at a centre.
    let product: Double
    /// What is taken of that for leanings.
    let share: Double
    /// What costs of ties are multiplied by.
    let tie: Double
    /// The largest price; what is nearer to its bound moves away from it instead.
    let most: Double

    /// How far products may be from the centre's to begin with.
    private static let uneven = 10.0

    /// The price that holds a point at a bound.
    func hold(_ point: inout Double, _ price: inout Double) -> Double {
      price = min(product / point, most)
      point = max(point, product / price)
      return price
    }

    /// The price of a bound that a point is free to leave: what its costs ask for, but not far from the centre's.
    func free(_ point: Double, asked: Double = 0) -> Double { max(product / point / Self.uneven, asked) }
  }

  private enum Place { case atLower, between, atUpper }

  private func place(of j: Int, on face: [Bool]) -> Place {
    guard let variable = variables[j] else { return .atLower }
    if face[variable] { return .between }
    return j < vectors.bounded && vectors.v[j] < vectors.x[j] ? .atUpper : .atLower
  }

  func add(to sums: inout InsideSums, of face: [Bool], by costs: CornerCosts) {
    for (j, variable) in variables.enumerated() {
      guard let variable, face[variable] else { continue }
      sums.count += 1
      sums.points += vectors.x[j]
      sums.ties += vectors.x[j] * costs.ties[variable]
    }
  }

  // MARK: Prices

  var prices: [Double] { (0..<vectors.rows).map { vectors.y[$0] } }

  func set(prices: [Double]) {
    for (row, price) in prices.enumerated() { vectors.y[row] = price }
  }

  /// Lets these variables alone weigh, and all of them the same.
  func weigh(only face: [Bool]) {
    for (j, variable) in variables.enumerated() {
      vectors.weights[j] = variable.map { face[$0] } == true ? 1 : 0
    }
  }

  /// Whether no reduced cost of what weighs is farther from 0.
  func isSettled(to least: Double) -> Bool {
    (0..<vectors.count).allSatisfy { vectors.weights[$0] == 0 || abs(reducedCost(of: $0)) <= least }
  }

  /// Begins to seek the prices of rows that take the most from what weighs.
  func seekPrices() {
    let p = vectors
    for row in 0..<p.rows { p.best.y[row] = 0 }
    for j in 0..<p.count where p.weights[j] > 0 {
      add(reducedCost(of: j), times: j, to: p.best.y)
    }
    factor.forward(p.best.y)
  }

  /// Ends that, and takes them.
  func takePrices() {
    let p = vectors
    factor.backward(p.best.y)
    for row in 0..<p.rows { p.y[row] += p.best.y[row] }
  }

  // MARK: Costs

  /// Makes costs of which the prices of rows are near to optimal, and a point near to their centre.
  func lean(_ lean: Lean, on face: [Bool], by costs: CornerCosts) {
    let p = vectors
    for (j, variable) in variables.enumerated() {
      let place = place(of: j, on: face)
      var reduced: Double
      if place != .atLower, let variable {
        reduced =
          lean.tie * costs.ties[variable] + lean.share * lean.product / p.x[j] * costs.leanings[variable]
        p.s[j] = lean.free(p.x[j], asked: reduced)
      } else {
        reduced = lean.hold(&p.x[j], &p.s[j])
      }
      if place == .atUpper {
        reduced -= lean.hold(&p.v[j], &p.w[j])
      } else if j < p.bounded {
        p.w[j] = lean.free(p.v[j])
      }
      p.costs[j] = product(of: j, with: p.y) + reduced
    }
  }
}
