extension InteriorPoint {
  /// How far a step may go towards a bound.
  private static let towardsBound = 0.995
  /// Corrections of one step at most: each costs a solve, and a factorisation costs several.
  private static let mostCorrections = 2
  /// By how much each tries to lengthen the step, and the least that it must gain.
  private static let (stretch, leastGain) = (0.2, 0.02)

  struct Direction {
    var x: [Double]
    var y: [Double]
    var s: [Double]
    var w: [Double]
    var v: [Double]
    /// How far it may be followed, at most to its end.
    var primalReach = 0.0
    var dualReach = 0.0

    init(columns: Int, rows: Int) {
      x = [Double](repeating: 0, count: columns)
      (s, w, v) = (x, x, x)
      y = [Double](repeating: 0, count: rows)
    }
  }

  private var centre: Double {
    var sum = 0.0
    for j in 0..<form.count { sum += x[j] * s[j] + (isBounded[j] ? v[j] * w[j] : 0) }
    return sum / pairs
  }

  /// One step; the directions are room to work in.
  ///
  /// - Returns: Whether there was a step to take, and time for it.
  mutating func step(
    _ missing: Residuals, _ best: inout Direction, _ trial: inout Direction, stop: StopSignal
  ) -> Bool {
    for j in 0..<form.count { weights[j] = 1 / (s[j] / x[j] + (isBounded[j] ? w[j] / v[j] : 0)) }
    guard factor.factor(form.matrix, weights: weights, regularisation: 1e-10, stop: stop) else {
      return false
    }
    let mu = centre
    for j in 0..<form.count {
      below[j] = -x[j] * s[j]
      above[j] = isBounded[j] ? -v[j] * w[j] : 0
    }
    find(&best, missing)
    let ratio = max(0, centre(after: best) / mu)
    let aim = ratio * ratio * ratio * mu
    for j in 0..<form.count {
      below[j] += aim - best.x[j] * best.s[j]
      if isBounded[j] { above[j] += aim - best.v[j] * best.w[j] }
    }
    find(&best, missing)
    for _ in 0..<Self.mostCorrections where min(best.primalReach, best.dualReach) < 0.95 {
      bend(best, to: aim)
      find(&trial, missing)
      let gain = trial.primalReach + trial.dualReach - best.primalReach - best.dualReach
      guard gain >= Self.leastGain else { break }
      swap(&best, &trial)
    }
    return move(along: best)
  }

  /// The mean product after a whole step.
  private func centre(after direction: Direction) -> Double {
    let (primal, dual) = (direction.primalReach, direction.dualReach)
    var sum = 0.0
    for j in 0..<form.count {
      sum += (x[j] + primal * direction.x[j]) * (s[j] + dual * direction.s[j])
      if isBounded[j] { sum += (v[j] + primal * direction.v[j]) * (w[j] + dual * direction.w[j]) }
    }
    return sum / pairs
  }

  /// Pulls products that a longer step would leave far from their aim back towards it.
  private mutating func bend(_ best: Direction, to aim: Double) {
    let (primal, dual) = (
      min(1, 1.08 * best.primalReach + Self.stretch), min(1, 1.08 * best.dualReach + Self.stretch)
    )
    let (least, most) = (0.1 * aim, 10 * aim)
    func pull(_ product: Double) -> Double {
      product < least ? least - product : product > most ? max(most - product, -most) : 0
    }
    for j in 0..<form.count {
      below[j] += pull((x[j] + primal * best.x[j]) * (s[j] + dual * best.s[j]))
      if isBounded[j] { above[j] += pull((v[j] + primal * best.v[j]) * (w[j] + dual * best.w[j])) }
    }
  }

  /// Finds the direction in which the equations come true, and products become what `below` and `above` add to them.
  private func find(_ direction: inout Direction, _ missing: Residuals) {
    // `direction.s` holds what the prices ask for until it is overwritten.
    for j in 0..<form.count {
      var h = missing.prices[j] - below[j] / x[j]
      if isBounded[j] { h += (above[j] - w[j] * missing.bounds[j]) / v[j] }
      direction.s[j] = h
      direction.x[j] = weights[j] * h
    }
    for row in direction.y.indices { direction.y[row] = missing.rows[row] }
    form.matrix.addProduct(direction.x, to: &direction.y)
    factor.solve(&direction.y)
    form.matrix.transposedProduct(direction.y, into: &direction.x)
    var (primal, dual) = (1.0, 1.0)
    for j in 0..<form.count {
      let dx = weights[j] * (direction.x[j] - direction.s[j])
      let ds = (below[j] - s[j] * dx) / x[j]
      (direction.x[j], direction.s[j]) = (dx, ds)
      if dx < 0 { primal = min(primal, -x[j] / dx) }
      if ds < 0 { dual = min(dual, -s[j] / ds) }
      guard isBounded[j] else { continue }
      let dv = missing.bounds[j] - dx
      let dw = (above[j] - w[j] * dv) / v[j]
      (direction.v[j], direction.w[j]) = (dv, dw)
      if dv < 0 { primal = min(primal, -v[j] / dv) }
      if dw < 0 { dual = min(dual, -w[j] / dw) }
    }
    (direction.primalReach, direction.dualReach) = (primal, dual)
  }

  private mutating func move(along best: Direction) -> Bool {
    let (primal, dual) = (Self.towardsBound * best.primalReach, Self.towardsBound * best.dualReach)
    guard max(primal, dual) > 1e-8 else { return false }
    for j in 0..<form.count {
      x[j] += primal * best.x[j]
      s[j] += dual * best.s[j]
      if isBounded[j] {
        v[j] += primal * best.v[j]
        w[j] += dual * best.w[j]
      }
    }
    for row in y.indices { y[row] += dual * best.y[row] }
    return true
  }
}
