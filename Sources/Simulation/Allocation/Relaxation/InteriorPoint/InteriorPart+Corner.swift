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
  }

  /// How far products may be from the centre's to begin with.
  private static let uneven = 10.0

  /// Whether a variable is farther from its bounds than its prices are from 0.
  private func isInside(_ j: Int) -> Bool {
    let p = vectors
    return variables[j] != nil && p.x[j] > p.s[j] && (j >= p.bounded || p.v[j] > p.w[j])
  }

  func inside(_ costs: CornerCosts) -> InsideSums {
    variables.indices.lazy.filter(isInside).reduce(into: InsideSums()) { sums, j in
      sums.count += 1
      sums.points += vectors.x[j]
      sums.ties += vectors.x[j] * (variables[j].map { costs.ties[$0] } ?? 0)
    }
  }

  /// Lets variables inside their bounds alone weigh, and all of them the same.
  func weighInside() {
    for j in 0..<vectors.count { vectors.weights[j] = isInside(j) ? 1 : 0 }
  }

  /// Begins to seek the prices of rows that take the most from what weighs.
  func seekPrices() {
    let p = vectors
    for row in 0..<p.rows { p.best.y[row] = 0 }
    for j in 0..<p.count where p.weights[j] > 0 {
      add(p.costs[j] - product(of: j, with: p.y), times: j, to: p.best.y)
    }
    factor.forward(p.best.y)
  }

  /// Ends that, and takes them.
  func takePrices() {
    let p = vectors
    factor.backward(p.best.y)
    for row in 0..<p.rows { p.y[row] += p.best.y[row] }
  }

  /// Makes costs of which the prices of rows are near to optimal, and a point near to their centre.
  func lean(_ lean: Lean, by costs: CornerCosts) {
    let p = vectors
    for (j, variable) in variables.enumerated() {
      let isInside = isInside(j)
      let isAbove = !isInside && j < p.bounded && p.v[j] < p.x[j]
      let even = lean.product / p.x[j]
      var wanted = min(even, lean.most)
      if isInside || isAbove, let variable {
        wanted = lean.tie * costs.ties[variable] + lean.share * even * costs.leanings[variable]
        p.s[j] = max(even / Self.uneven, wanted)
      } else {
        p.s[j] = wanted
        p.x[j] = max(p.x[j], lean.product / wanted)
      }
      p.costs[j] = product(of: j, with: p.y) + wanted
      guard j < p.bounded else { continue }
      let above = lean.product / p.v[j]
      guard isAbove else {
        p.w[j] = above / Self.uneven
        continue
      }
      p.w[j] = min(above, lean.most)
      p.v[j] = max(p.v[j], lean.product / p.w[j])
      p.costs[j] -= p.w[j]
    }
  }
}
