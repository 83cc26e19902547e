/// A primal-dual interior point of a program in standard form, by Mehrotra's predictor and corrector.
///
/// With `v = u − x`, and prices `s`, `w` of the two bounds, it follows `x·s = v·w = μ` towards `μ = 0`:
///
///     A·x = b,    x + v = u,    Aᵀ·y + s − w = c
///
/// Each step solves `A·Θ·Aᵀ·dy = …`, `1/Θ = s/x + w/v`, twice with one factor.
///
/// Source: S. Mehrotra, "On the implementation of a primal-dual interior point method", SIAM Journal on
/// Optimization 2 (1992).
struct InteriorPoint {
  let form: StandardForm
  private(set) var x: [Double]
  /// Distance to the upper bound; infinite where there is none.
  private(set) var v: [Double]
  private(set) var y: [Double]
  private(set) var s: [Double]
  /// Price of the upper bound; 0 where there is none.
  private(set) var w: [Double]
  private(set) var steps = 0
  private var factor: BlockFactor
  private let isBounded: [Bool]
  private let pairs: Double

  /// Steps after which it is given up.
  private static let mostSteps = 60
  /// How far a step may go towards a bound.
  private static let towardsBound = 0.995

  init(_ form: StandardForm, follows: [Int?]) {
    self.form = form
    factor = BlockFactor(BlockOrdering(of: form.matrix, follows: follows), of: form.matrix)
    isBounded = form.uppers.map(\.isFinite)
    pairs = Double(form.count + isBounded.count { $0 })
    x = form.costs
    v = x
    s = x
    w = x
    y = form.rightSides
    start()
  }

  var factorSize: Int { factor.size }

  /// Mehrotra's start: the smallest `x`, `v` and the smallest prices that satisfy the equations, moved inside.
  private mutating func start() {
    let half = isBounded.map { $0 ? 0.5 : 1 }
    factor.factor(form.matrix, weights: half, regularisation: 1e-10)
    y = form.rightSides
    form.matrix.addProduct(
      zip(form.uppers, isBounded).map { $1 ? -0.5 * $0 : 0 }, to: &y)
    factor.solve(&y)
    let product = form.matrix.transposedProduct(y)
    for j in 0..<form.count {
      x[j] = isBounded[j] ? 0.5 * (product[j] + form.uppers[j]) : product[j]
      v[j] = isBounded[j] ? form.uppers[j] - x[j] : .infinity
    }
    y = [Double](repeating: 0, count: y.count)
    form.matrix.addProduct(zip(form.costs, half).map { $0 * $1 }, to: &y)
    factor.solve(&y)
    let rest = form.matrix.transposedProduct(y)
    for j in 0..<form.count {
      let reduced = form.costs[j] - rest[j]
      s[j] = isBounded[j] ? 0.5 * reduced : reduced
      w[j] = isBounded[j] ? -0.5 * reduced : 0
    }
    moveInside()
  }

  private mutating func moveInside() {
    var (primal, dual) = (0.0, 0.0)
    for j in 0..<form.count {
      primal = max(primal, -1.5 * x[j], isBounded[j] ? -1.5 * v[j] : 0)
      dual = max(dual, -1.5 * s[j], isBounded[j] ? -1.5 * w[j] : 0)
    }
    (primal, dual) = (primal + 1e-3, dual + 1e-3)
    var (product, points, prices) = (0.0, 0.0, 0.0)
    for j in 0..<form.count {
      product += (x[j] + primal) * (s[j] + dual)
      points += x[j] + primal
      prices += s[j] + dual
      if isBounded[j] {
        product += (v[j] + primal) * (w[j] + dual)
        points += v[j] + primal
        prices += w[j] + dual
      }
    }
    (primal, dual) = (primal + 0.5 * product / prices, dual + 0.5 * product / points)
    for j in 0..<form.count {
      x[j] += primal
      s[j] += dual
      if isBounded[j] {
        v[j] += primal
        w[j] += dual
      }
    }
  }

  /// What is missing from the equations.
  private struct Residuals {
    var rows: [Double]
    var bounds: [Double]
    var prices: [Double]
    var primal = 0.0
    var dual = 0.0
    var gap = 0.0
  }

  private func residuals() -> Residuals {
    var rows = form.rightSides
    form.matrix.addProduct(x, times: -1, to: &rows)
    var prices = form.matrix.transposedProduct(y)
    var bounds = prices
    var (objective, bound) = (0.0, zip(form.rightSides, y).reduce(0) { $0 + $1.0 * $1.1 })
    for j in 0..<form.count {
      prices[j] = form.costs[j] - prices[j] - s[j] + w[j]
      bounds[j] = isBounded[j] ? form.uppers[j] - x[j] - v[j] : 0
      objective += form.costs[j] * x[j]
      if isBounded[j] { bound -= w[j] * form.uppers[j] }
    }
    var result = Residuals(rows: rows, bounds: bounds, prices: prices)
    let size = form.rightSides.reduce(1) { max($0, abs($1)) }
    result.primal = max(rows.largest, bounds.largest) / size
    result.dual = prices.largest / form.costs.reduce(1) { max($0, abs($1)) }
    result.gap = abs(objective - bound) / max(1, abs(objective))
    return result
  }

  /// Goes on until the point is feasible and its gap at most `gap`, relative to the objective.
  ///
  /// - Returns: Whether it got there; it may stall on models that are badly scaled or contradict themselves.
  mutating func approach(gap: Double, stop: StopSignal) -> Bool {
    while steps < Self.mostSteps, !stop.isOver {
      let missing = residuals()
      if missing.primal < 1e-6, missing.dual < 1e-6, missing.gap <= gap { return true }
      guard missing.gap.isFinite, step(missing) else { return false }
      steps += 1
    }
    return false
  }

  private struct Direction {
    var x: [Double]
    var y: [Double]
    var s: [Double]
    var w: [Double]
    var v: [Double]
  }

  private var centre: Double {
    var sum = 0.0
    for j in 0..<form.count { sum += x[j] * s[j] + (isBounded[j] ? v[j] * w[j] : 0) }
    return sum / pairs
  }

  private mutating func step(_ missing: Residuals) -> Bool {
    var weights = s
    for j in 0..<form.count { weights[j] = 1 / (s[j] / x[j] + (isBounded[j] ? w[j] / v[j] : 0)) }
    factor.factor(form.matrix, weights: weights, regularisation: 1e-10)
    let mu = centre
    var below = zip(x, s).map { -$0 * $1 }
    var above = zip(v, w).map { $1 == 0 ? 0 : -$0 * $1 }
    let first = direction(missing, weights, below, above)
    let (primal, dual) = (reach(first.x, first.v), reachOfPrices(first))
    var ahead = 0.0
    for j in 0..<form.count {
      ahead += (x[j] + primal * first.x[j]) * (s[j] + dual * first.s[j])
      if isBounded[j] { ahead += (v[j] + primal * first.v[j]) * (w[j] + dual * first.w[j]) }
    }
    let ratio = max(0, ahead / pairs / mu)
    let aim = ratio * ratio * ratio * mu
    for j in 0..<form.count {
      below[j] += aim - first.x[j] * first.s[j]
      if isBounded[j] { above[j] += aim - first.v[j] * first.w[j] }
    }
    return move(direction(missing, weights, below, above))
  }

  private func direction(
    _ missing: Residuals, _ weights: [Double], _ below: [Double], _ above: [Double]
  ) -> Direction {
    var h = missing.prices
    for j in 0..<form.count {
      h[j] -= below[j] / x[j]
      if isBounded[j] { h[j] += (above[j] - w[j] * missing.bounds[j]) / v[j] }
    }
    var dy = missing.rows
    form.matrix.addProduct(zip(weights, h).map { $0 * $1 }, to: &dy)
    factor.solve(&dy)
    var dx = form.matrix.transposedProduct(dy)
    var (ds, dv, dw) = (dx, dx, dx)
    for j in 0..<form.count {
      dx[j] = weights[j] * (dx[j] - h[j])
      ds[j] = (below[j] - s[j] * dx[j]) / x[j]
      dv[j] = isBounded[j] ? missing.bounds[j] - dx[j] : 0
      dw[j] = isBounded[j] ? (above[j] - w[j] * dv[j]) / v[j] : 0
    }
    return Direction(x: dx, y: dy, s: ds, w: dw, v: dv)
  }

  private func reach(_ dx: [Double], _ dv: [Double]) -> Double {
    var reach = 1.0
    for j in 0..<form.count {
      if dx[j] < 0 { reach = min(reach, -x[j] / dx[j]) }
      if isBounded[j], dv[j] < 0 { reach = min(reach, -v[j] / dv[j]) }
    }
    return reach
  }

  private func reachOfPrices(_ direction: Direction) -> Double {
    var reach = 1.0
    for j in 0..<form.count {
      if direction.s[j] < 0 { reach = min(reach, -s[j] / direction.s[j]) }
      if isBounded[j], direction.w[j] < 0 { reach = min(reach, -w[j] / direction.w[j]) }
    }
    return reach
  }

  private mutating func move(_ direction: Direction) -> Bool {
    let primal = min(1, Self.towardsBound * reach(direction.x, direction.v))
    let dual = min(1, Self.towardsBound * reachOfPrices(direction))
    guard max(primal, dual) > 1e-8 else { return false }
    for j in 0..<form.count {
      x[j] += primal * direction.x[j]
      s[j] += dual * direction.s[j]
      if isBounded[j] {
        v[j] += primal * direction.v[j]
        w[j] += dual * direction.w[j]
      }
    }
    for row in y.indices { y[row] += dual * direction.y[row] }
    return true
  }
}

extension [Double] {
  fileprivate var largest: Double { reduce(0) { Swift.max($0, abs($1)) } }
}
