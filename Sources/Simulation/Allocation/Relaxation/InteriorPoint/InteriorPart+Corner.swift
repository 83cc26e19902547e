extension InteriorPart {
  /// Whether a variable is farther from its bounds than its prices are from 0.
  private func isInside(_ j: Int) -> Bool {
    let p = vectors
    return variables[j] != nil && p.x[j] > p.s[j] && (j >= p.bounded || p.v[j] > p.w[j])
  }

  /// How many variables are inside their bounds, and the sum of their points.
  var inside: (count: Int, points: Double) {
    (0..<vectors.count).lazy.filter(isInside).reduce(into: (0, 0)) { sum, j in
      sum.0 += 1
      sum.1 += vectors.x[j]
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

  /// Makes the point a centre by other costs.
  ///
  /// - Parameters:
  ///   - product: What `x·s` become, on the average, and `v·w`.
  ///   - most: The largest price; what is nearer to its bound moves away from it instead.
  func lean(product: Double, most: Double) {
    let p = vectors
    for (j, variable) in variables.enumerated() {
      let own = product * Self.leaning(of: variable ?? 0)
      p.s[j] = min(own / p.x[j], most)
      p.x[j] = max(p.x[j], own / p.s[j])
      p.costs[j] = self.product(of: j, with: p.y) + p.s[j]
      guard j < p.bounded else { continue }
      p.w[j] = min(product / p.v[j], most)
      p.v[j] = max(p.v[j], product / p.w[j])
      p.costs[j] -= p.w[j]
    }
  }

  /// From 0.5 to 1.5, evenly; always the same for a variable, so that no two tie.
  private static func leaning(of variable: Int) -> Double {
    0.5 + Double(StreamName.mixed(UInt64(variable)) >> 11) * 0x1p-53
  }
}
