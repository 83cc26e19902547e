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

  /// Begins to seek the direction towards the optimum: all products become 0.
  func seekOptimum() {
    let p = vectors
    seek(p.best) { j in
      p.below[lanes: j] = -(p.x[lanes: j] * p.s[lanes: j])
      if j < p.bounded { p.above[lanes: j] = -(p.v[lanes: j] * p.w[lanes: j]) }
    }
  }

  /// Begins to seek the best direction again, so that all products come to `aim` in spite of what a whole step along
  /// it would make of them.
  func seekCentre(aim: Double) {
    let p = vectors
    seek(p.best) { j in
      p.below[lanes: j] += aim - p.best.x[lanes: j] * p.best.s[lanes: j]
      if j < p.bounded { p.above[lanes: j] += aim - p.best.v[lanes: j] * p.best.w[lanes: j] }
    }
  }

  /// Begins to seek a trial that pulls products which a step so long would leave far from `aim` back towards it.
  func seekTrial(aim: Double, primal: Double, dual: Double) {
    let p = vectors
    let (least, most) = (SIMD4(repeating: 0.1 * aim), SIMD4(repeating: 10 * aim))
    @inline(__always) func pull(_ product: SIMD4<Double>) -> SIMD4<Double> {
      let down = greater(most - product, -most)
      return SIMD4<Double>.zero.replacing(with: down, where: product .> most)
        .replacing(with: least - product, where: product .< least)
    }
    seek(p.trial) { j in
      p.below[lanes: j] += pull(
        (p.x[lanes: j] + primal * p.best.x[lanes: j]) * (p.s[lanes: j] + dual * p.best.s[lanes: j]))
      if j < p.bounded {
        p.above[lanes: j] += pull(
          (p.v[lanes: j] + primal * p.best.v[lanes: j]) * (p.w[lanes: j] + dual * p.best.w[lanes: j]))
      }
    }
  }

  /// Lets products change, and solves for its own rows of `y`; the border's hold what it adds to them.
  @inline(__always)
  private func seek(_ direction: PartVectors.Direction, _ change: (Int) -> Void) {
    let p = vectors
    for row in 0..<ownRows { direction.y[row] = p.missingRows[row] }
    for row in ownRows..<p.rows { direction.y[row] = 0 }
    matrix.withEntries { starts, rows, values in
      for j in stride(from: 0, to: p.count, by: 4) {
        change(j)
        let x = p.x[lanes: j]
        var asked = p.missing[lanes: j] - p.below[lanes: j] / x
        if j < p.bounded {
          let (v, w) = (p.v[lanes: j], p.w[lanes: j])
          asked += (p.above[lanes: j] - w * (p.uppers[lanes: j] - x - v)) / v
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

  /// Ends what a search began, once the border's rows of `y` are there.
  mutating func find(_ direction: PartVectors.Direction) {
    let p = vectors
    factor.backward(direction.y)
    var (primalPace, dualPace) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (primal, dual, both) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
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
        let (x, s) = (p.x[lanes: j], p.s[lanes: j])
        let dx = p.weights[lanes: j] * (product - direction.s[lanes: j])
        let ds = (p.below[lanes: j] - s * dx) / x
        (direction.x[lanes: j], direction.s[lanes: j]) = (dx, ds)
        primalPace = greater(primalPace, -dx / x)
        dualPace = greater(dualPace, -ds / s)
        primal += dx * s
        dual += x * ds
        both += dx * ds
        guard j < p.bounded else { continue }
        let (v, w) = (p.v[lanes: j], p.w[lanes: j])
        let dv = p.uppers[lanes: j] - x - v - dx
        let dw = (p.above[lanes: j] - w * dv) / v
        (direction.v[lanes: j], direction.w[lanes: j]) = (dv, dw)
        primalPace = greater(primalPace, -dv / v)
        dualPace = greater(dualPace, -dw / w)
        primal += dv * w
        dual += v * dw
        both += dv * dw
      }
    }
    (sums.primalPace, sums.dualPace) = (primalPace.max(), dualPace.max())
    (sums.primal, sums.dual, sums.both) = (primal.sum(), dual.sum(), both.sum())
  }
}
