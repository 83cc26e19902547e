/// Directions: what parts seek by themselves, and find once the border's rows are solved.
extension InteriorPart {
  /// Factors what weights `1/Θ = s/x + w/v` give, and leaves the border what it takes from it.
  mutating func factor(regularisation: Double, stop: StopSignal) {
    let p = vectors
    for j in stride(from: 0, to: p.count, by: 4) {
      var price = p.s[lanes: j] / p.x[lanes: j]
      if j < p.bounded { price += p.w[lanes: j] / p.v[lanes: j] }
      p.weights[lanes: j] = 1 / price
    }
    refactor(regularisation: regularisation, stop: stop)
  }

  /// The same with the weights that are there.
  mutating func refactor(regularisation: Double, stop: StopSignal) {
    factor.clear()
    factor.add(matrix, weights: vectors.weights)
    sums.isStopped = !factor.factor(regularisation: regularisation, stop: stop)
  }

  /// Begins to seek the direction towards the optimum: all that is missing comes, and all products become 0.
  func seekOptimum() {
    let p = vectors
    seek(p.best, isWhole: true) { j in
      p.below[lanes: j] = -(p.x[lanes: j] * p.s[lanes: j])
      if j < p.bounded { p.above[lanes: j] = -(p.v[lanes: j] * p.w[lanes: j]) }
    }
  }

  /// Begins to seek a correction that brings all products to `aim`, in spite of what a whole step would make of them.
  func seekCentre(aim: Double) {
    let p = vectors
    seek(p.trial, isWhole: false) { j in
      p.below[lanes: j] = aim - p.best.x[lanes: j] * p.best.s[lanes: j]
      if j < p.bounded { p.above[lanes: j] = aim - p.best.v[lanes: j] * p.best.w[lanes: j] }
    }
  }

  /// Begins to seek a correction that pulls products which a step so long would leave far from `aim` back towards it.
  func seekBalance(aim: Double, primal: Double, dual: Double) {
    let p = vectors
    let (least, most) = (SIMD4(repeating: 0.1 * aim), SIMD4(repeating: 10 * aim))
    @inline(__always) func pull(_ product: SIMD4<Double>) -> SIMD4<Double> {
      let down = greater(most - product, -most)
      return SIMD4<Double>.zero.replacing(with: down, where: product .> most)
        .replacing(with: least - product, where: product .< least)
    }
    seek(p.trial, isWhole: false) { j in
      p.below[lanes: j] = pull(
        (p.x[lanes: j] + primal * p.best.x[lanes: j]) * (p.s[lanes: j] + dual * p.best.s[lanes: j]))
      if j < p.bounded {
        p.above[lanes: j] = pull(
          (p.v[lanes: j] + primal * p.best.v[lanes: j]) * (p.w[lanes: j] + dual * p.best.w[lanes: j]))
      }
    }
  }

  /// Lets products change, and solves for its own rows of `y`; the border's hold what it adds to them.
  @inline(__always)
  private func seek(_ direction: PartVectors.Direction, isWhole: Bool, _ change: (Int) -> Void) {
    let p = vectors
    for row in 0..<ownRows { direction.y[row] = isWhole ? p.missingRows[row] : 0 }
    for row in ownRows..<p.rows { direction.y[row] = 0 }
    matrix.withEntries { starts, rows, values in
      for j in stride(from: 0, to: p.count, by: 4) {
        change(j)
        let x = p.x[lanes: j]
        var asked = -p.below[lanes: j] / x
        if isWhole { asked += p.missing[lanes: j] }
        if j < p.bounded {
          let v = p.v[lanes: j]
          var above = p.above[lanes: j]
          if isWhole { above -= p.w[lanes: j] * (p.uppers[lanes: j] - x - v) }
          asked += above / v
        }
        direction.s[lanes: j] = asked
        let moved = p.weights[lanes: j] * asked
        for lane in 0..<4 {
          for place in starts[j + lane]..<starts[j + lane + 1] {
            direction.y[Int(rows[place])] += values[place] * moved[lane]
          }
        }
      }
    }
    factor.forward(direction.y)
  }

  /// Ends the search for the optimum, once the border's rows of `y` are there.
  mutating func findOptimum() {
    let p = vectors
    var (primalPace, dualPace) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (primal, dual, both) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    find(p.best) { j, dx, ds in
      let (x, s) = (p.x[lanes: j], p.s[lanes: j])
      primalPace = greater(primalPace, -dx / x)
      dualPace = greater(dualPace, -ds / s)
      primal += dx * s
      dual += x * ds
      both += dx * ds
      guard j < p.bounded else { return }
      let (v, w) = (p.v[lanes: j], p.w[lanes: j])
      let dv = p.uppers[lanes: j] - x - v - dx
      let dw = (p.above[lanes: j] - w * dv) / v
      (p.best.v[lanes: j], p.best.w[lanes: j]) = (dv, dw)
      primalPace = greater(primalPace, -dv / v)
      dualPace = greater(dualPace, -dw / w)
      primal += dv * w
      dual += v * dw
      both += dv * dw
    }
    (sums.primalPaces, sums.dualPaces) = (
      SIMD4(repeating: primalPace.max()), SIMD4(repeating: dualPace.max())
    )
    (sums.primal, sums.dual, sums.both) = (primal.sum(), dual.sum(), both.sum())
  }

  /// Ends the search for a correction, and finds the paces of the best direction with shares of it.
  mutating func findCorrection(shares: SIMD4<Double>) {
    let p = vectors
    var (primal, dual) = (PaceSearch(shares), PaceSearch(shares))
    find(p.trial) { j, dx, ds in
      let (x, s) = (p.x[lanes: j], p.s[lanes: j])
      primal.meet(p.best.x[lanes: j], dx, of: x)
      dual.meet(p.best.s[lanes: j], ds, of: s)
      guard j < p.bounded else { return }
      let (v, w) = (p.v[lanes: j], p.w[lanes: j])
      let dw = (p.above[lanes: j] + w * dx) / v
      (p.trial.v[lanes: j], p.trial.w[lanes: j]) = (-dx, dw)
      primal.meet(p.best.v[lanes: j], -dx, of: v)
      dual.meet(p.best.w[lanes: j], dw, of: w)
    }
    (sums.primalPaces, sums.dualPaces) = (primal.paces, dual.paces)
  }

  /// Adds shares of the correction that was found to the best direction.
  func correct(primal: Double, dual: Double) {
    let p = vectors
    for j in stride(from: 0, to: p.count, by: 4) {
      p.best.x[lanes: j] += primal * p.trial.x[lanes: j]
      p.best.s[lanes: j] += dual * p.trial.s[lanes: j]
    }
    for j in stride(from: 0, to: p.bounded, by: 4) {
      p.best.v[lanes: j] += primal * p.trial.v[lanes: j]
      p.best.w[lanes: j] += dual * p.trial.w[lanes: j]
    }
    for row in 0..<p.rows { p.best.y[row] += dual * p.trial.y[row] }
  }

  @inline(__always)
  private func find(
    _ direction: PartVectors.Direction, _ meet: (Int, SIMD4<Double>, SIMD4<Double>) -> Void
  ) {
    let p = vectors
    factor.backward(direction.y)
    matrix.withEntries { starts, rows, values in
      for j in stride(from: 0, to: p.count, by: 4) {
        var product = SIMD4<Double>.zero
        for lane in 0..<4 {
          var sum = 0.0
          for place in starts[j + lane]..<starts[j + lane + 1] {
            sum += values[place] * direction.y[Int(rows[place])]
          }
          product[lane] = sum
        }
        let dx = p.weights[lanes: j] * (product - direction.s[lanes: j])
        let ds = (p.below[lanes: j] - p.s[lanes: j] * dx) / p.x[lanes: j]
        (direction.x[lanes: j], direction.s[lanes: j]) = (dx, ds)
        meet(j, dx, ds)
      }
    }
  }
}

/// How much of each number a whole step would take, at most, with four shares of a correction.
private struct PaceSearch {
  private let shares: SIMD4<Double>
  private var (a, b, c, d) = (
    SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero
  )

  init(_ shares: SIMD4<Double>) { self.shares = shares }

  @inline(__always)
  mutating func meet(_ step: SIMD4<Double>, _ correction: SIMD4<Double>, of number: SIMD4<Double>) {
    let inverse = -1 / number
    let (taken, more) = (step * inverse, correction * inverse)
    a = greater(a, taken + shares[0] * more)
    b = greater(b, taken + shares[1] * more)
    c = greater(c, taken + shares[2] * more)
    d = greater(d, taken + shares[3] * more)
  }

  var paces: SIMD4<Double> { SIMD4(a.max(), b.max(), c.max(), d.max()) }
}
