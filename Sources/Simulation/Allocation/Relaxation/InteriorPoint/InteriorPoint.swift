/// A primal-dual interior point of a program in standard form, by Mehrotra's predictor and corrector.
///
/// With `v = u − x`, and prices `s`, `w` of the two bounds, it follows `x·s = v·w = μ` towards `μ = 0`:
///
///     A·x = b,    x + v = u,    Aᵀ·y + s − w = c
///
/// Each step solves `A·Θ·Aᵀ·dy = …`, `1/Θ = s/x + w/v`, a few times with one factor: towards the optimum, then
/// bent towards the centre, then corrected where a longer step would leave single products far from their aim.
///
/// Sources: S. Mehrotra, "On the implementation of a primal-dual interior point method", SIAM Journal on
/// Optimization 2 (1992); J. Gondzio, "Multiple centrality corrections in a primal-dual method for linear
/// programming", Computational Optimization and Applications 6 (1996).
struct InteriorPoint {
  let form: StandardForm
  var x: [Double]
  /// Distance to the upper bound; infinite where there is none.
  var v: [Double]
  var y: [Double]
  var s: [Double]
  /// Price of the upper bound; 0 where there is none.
  var w: [Double]
  var steps = 0
  var factor: BlockFactor
  let isBounded: [Bool]
  let pairs: Double
  // What a step works with, so that it asks for no memory: `Θ`, and what products are to change by.
  var weights: [Double]
  var below: [Double]
  var above: [Double]

  /// Steps after which it is given up.
  private static let mostSteps = 60

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
    (weights, below, above) = (x, x, x)
    start()
  }

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
  struct Residuals {
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
    var best = Direction(columns: form.count, rows: y.count)
    var trial = best
    while steps < Self.mostSteps, !stop.isOver {
      let missing = residuals()
      if missing.primal < 1e-6, missing.dual < 1e-6, missing.gap <= gap { return true }
      guard missing.gap.isFinite, step(missing, &best, &trial, stop: stop) else { return false }
      steps += 1
    }
    return false
  }
}

extension [Double] {
  fileprivate var largest: Double { reduce(0) { Swift.max($0, abs($1)) } }
}
