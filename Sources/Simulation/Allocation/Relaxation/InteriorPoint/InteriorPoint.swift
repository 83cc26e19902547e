/// A primal-dual interior point of a program in standard form, by Mehrotra's predictor and corrector.
///
/// With `v = u − x`, and prices `s`, `w` of the two bounds, it follows `x·s = v·w = μ` towards `μ = 0`:
///
///     A·x = b,    x + v = u,    Aᵀ·y + s − w = c
///
/// Each step solves `A·Θ·Aᵀ·dy = …`, `1/Θ = s/x + w/v`, a few times with one factor: towards the optimum, then
/// bent towards the centre, then corrected where a longer step would leave single products far from their aim; of each
/// correction so much is taken as lengthens the step most.
/// Parts of the program, which share the border's rows alone, are worked on side by side; see ``BlockParts``.
///
/// Sources: S. Mehrotra, "On the implementation of a primal-dual interior point method", SIAM Journal on
/// Optimization 2 (1992); J. Gondzio, "Multiple centrality corrections in a primal-dual method for linear
/// programming", Computational Optimization and Applications 6 (1996); M. Colombo and J. Gondzio, "Further development
/// of multiple centrality correctors for interior point methods", Computational Optimization and Applications 41
/// (2008).
struct InteriorPoint {
  private let form: StandardForm
  /// The program's row at each place of each part, then of the border.
  private var rowsOfParts: [[Int]] = []
  private let borderRows: [Int]
  private let borderRightSides: [Double]
  /// The largest right side and cost, at least 1: what is missing is told relative to them.
  let sizes: (rightSide: Double, cost: Double)
  var parts: [InteriorPart] = []
  var border: BlockFactor
  /// What is missing from the border's rows.
  var missingBorder: [Double]
  /// A solution's share in the border's rows, while it is sought.
  var borderVector: [Double]
  /// Taken so far.
  var steps = 0
  let threads: Int

  /// Steps after which it is given up, unless ten steps still make the gap so much smaller; then after the last.
  private static let (usualSteps, mostSteps, leastProgress) = (60, 150, 0.75)
  /// Where it stalls, so many times the gap that was asked for is near enough.
  private static let nearWhereStalled = 100.0
  /// What keeps a factor's diagonal from vanishing.
  static let regularisation = 1e-10

  /// - Parameters:
  ///   - form: The program.
  ///   - follows: The row before each in time.
  ///   - threads: At most so many work at once; no result hangs on them.
  init(_ form: StandardForm, follows: [Int?], threads: Int = 1) {
    self.form = form
    self.threads = threads
    let ordering = BlockOrdering(of: form.matrix, follows: follows)
    let blocks = BlockParts(ordering, of: form.matrix)
    borderRows = blocks.border.flatMap { ordering.blocks[$0].rows }
    let borderPlaces = BlockPlaces(ordering, blocks.border, before: [], count: form.matrix.rowCount)
    let borderLayout = BlockLayout(borderPlaces.blocks, of: SparseColumns(rowCount: borderRows.count))
    border = BlockFactor(borderLayout, threads: threads)
    borderRightSides = borderRows.map { form.rightSides[$0] }
    sizes = (
      form.rightSides.reduce(1) { max($0, abs($1)) }, form.costs.reduce(1) { max($0, abs($1)) }
    )
    missingBorder = borderRightSides
    borderVector = borderRightSides
    rowsOfParts = blocks.parts.map { $0.flatMap { ordering.blocks[$0].rows } }
    let (borderRows, rowsOfParts) = (self.borderRows, self.rowsOfParts)
    parts = parallelMap(count: blocks.parts.count, threads: threads) { part in
      let places = BlockPlaces(
        ordering, blocks.parts[part], before: borderRows, count: form.matrix.rowCount)
      return InteriorPart(
        form, rows: rowsOfParts[part], columns: blocks.columns[part], blocks: places.blocks,
        places: places.places, border: borderLayout, borderRows: borderRows.count)
    }
    start()
  }

  /// Mehrotra's start: the smallest `x`, `v` and the smallest prices that satisfy the equations, moved inside.
  private mutating func start() {
    parts.changeEach(threads: threads) { $0.startPoints(regularisation: Self.regularisation) }
    _ = factorBorder(stop: StopSignal())
    solveBorder(of: \.best.y, from: borderRightSides)
    parts.changeEach(threads: threads) { $0.startPrices() }
    solveBorder(of: \.y, from: borderRows.map { _ in 0 })
    var found = InteriorPart.StartSums()
    for part in parts {
      let sums = part.start()
      (found.primal, found.dual) = (max(found.primal, sums.primal), max(found.dual, sums.dual))
    }
    let first = moveInside(primal: found.primal + 1e-3, dual: found.dual + 1e-3)
    _ = moveInside(primal: 0.5 * first.products / first.prices, dual: 0.5 * first.products / first.points)
  }

  private func moveInside(primal: Double, dual: Double) -> InteriorPart.StartSums {
    parts.reduce(into: InteriorPart.StartSums()) { all, part in
      let sums = part.moveInside(primal: primal, dual: dual)
      all.points += sums.points
      all.prices += sums.prices
      all.products += sums.products
    }
  }

  /// What is missing from the equations, relative to the program's own numbers.
  struct Missing {
    var primal = 0.0
    var dual = 0.0
    var gap = 0.0
  }

  mutating func measure() -> Missing {
    parts.changeEach(threads: threads) { $0.measure() }
    missingBorder = borderRightSides
    for part in parts { part.addBorder(of: \.missingRows, to: &missingBorder) }
    var (objective, bound) = (0.0, parts[0].product(ofBorder: borderRightSides))
    var missing = Missing(primal: missingBorder.reduce(0) { max($0, abs($1)) })
    for sums in parts.map(\.sums) {
      missing.primal = max(missing.primal, sums.rows, sums.bounds)
      missing.dual = max(missing.dual, sums.prices)
      objective += sums.objective
      bound += sums.bound
    }
    missing.primal /= sizes.rightSide
    missing.dual /= sizes.cost
    missing.gap = abs(objective - bound) / max(1, abs(objective))
    return missing
  }

  /// Goes on until the point is feasible and its gap at most `gap`, relative to the objective; then on to a hundredth
  /// of that, as long as each step makes the gap less than half: such steps are few, and the simplex method
  /// is spared many.
  ///
  /// - Returns: Whether it got there, or stalled less than a hundred times as far away, from where the simplex method's
  ///   way is still short. It may stall anywhere on models that are badly scaled or contradict themselves.
  mutating func approach(gap: Double, stop: StopSignal) -> Bool {
    var gaps: [Double] = []
    while steps < Self.mostSteps, !stop.isOver {
      let missing = measure()
      let isFeasible = missing.primal < 1e-6 && missing.dual < 1e-6
      let isNear = isFeasible && missing.gap <= gap
      if isNear, missing.gap <= 0.01 * gap || missing.gap > 0.5 * (gaps.last ?? .infinity) { return true }
      gaps.append(missing.gap)
      let hasStalled = steps >= Self.usualSteps && missing.gap > Self.leastProgress * gaps[steps - 10]
      guard missing.gap.isFinite, !hasStalled, step(stop: stop) else {
        return isFeasible && missing.gap <= Self.nearWhereStalled * gap && !stop.isOver
      }
    }
    return false
  }

  /// The point in the standard form's order.
  var solution: InteriorSolution {
    var solution = InteriorSolution(form)
    for (part, rows) in zip(parts, rowsOfParts) { solution.take(part, rows: rows) }
    if let part = parts.first { solution.takeBorder(part, rows: borderRows) }
    return solution
  }
}
