/// Looks for a better plan of whole elements by simulated annealing along the relaxation's prices.
///
/// A move sends an element to a cell that misses something and takes back what breaks a limit for it. Worse
/// plans are accepted with a chance that falls as the temperature does. What counts is the weighted gap, and in
/// a share that falls to nothing also what the limits used are worth at the relaxation's duals: it makes room
/// where room is scarce. Deployments that the relaxation finds dear are never sent.
///
/// Everything is counted in moves and drawn from one seed, so the same model gives the same plan.
package struct PlanAnnealing {
  /// What one move has changed.
  private struct Move {
    var gapBefore = 0.0
    /// The deployment sent once more, behind it those sent once less.
    var changed: [Int] = []
    /// What the limits that it uses more are worth, in weighted days.
    var price = 0.0
  }

  private let start: PlanState
  private let limits: SearchLimits?
  private var plan: AnnealedPlan
  private var words = MoveWords(seed: 1)
  /// Deployments that may be sent to each cell.
  private let candidates: SparseRows
  /// What the limits that one element uses are worth, in weighted days.
  private let prices: [Double]
  /// Weighted gap in days that one element closes in the mean where nothing is there: the measure of a move.
  private let measure: Double
  /// The one move under way.
  private var move = Move()

  /// Deployments from which on it pays; smaller parts are searched by branch and bound.
  package static let smallest = 500

  /// Each begins from the relaxation's rounded point.
  private static let coolings = 16
  private static let movesPerDeployment = 600
  /// Moves of all coolings, at most: some seconds.
  private static let mostMoves = 1_500_000
  /// Temperatures at the beginning and the end of a cooling, and the dearest reduced cost, in shares of the
  /// measure.
  ///
  /// On generated scenarios half or double as much ends at plans hardly better or worse.
  private static let firstTemperature = 1.0 / 16
  private static let lastTemperature = 1.0 / 80
  private static let dearest = 1.0 / 30
  /// Share at which prices count at the beginning.
  private static let firstPriceShare = 0.7
  /// Elements that one move may take back.
  private static let mostTaken = 6
  /// Elements compared for the one to be taken back.
  private static let tries = 2
  /// Cells looked at for one that misses something.
  private static let cellTries = 20
  private static let movesBetweenLooks = 4096

  /// - Parameters:
  ///   - start: A plan that keeps every limit.
  ///   - relaxation: A proved optimum of the model's own program, or of one with rows behind the model's.
  ///   - limits: The clock and the user.
  init(from start: PlanState, relaxation: LinearOptimum, limits: SearchLimits?) {
    let model = start.model
    self.start = start
    self.limits = limits
    plan = AnnealedPlan(start)
    var measure = 0.0
    for (number, cell) in model.cells.enumerated() {
      for entry in cell.entries { measure += model.weightedGap(ofCell: number, shortfall: entry.brings) }
    }
    measure /= Double(max(1, model.deployments.count))
    self.measure = measure
    candidates = SparseRows(
      model.cells.map { cell in
        cell.entries.filter { relaxation.reducedCosts[$0.deployment] <= measure * Self.dearest }
          .map { ($0.deployment, $0.brings) }
      })
    var prices = [Double](repeating: 0, count: model.deployments.count)
    for (limit, dual) in zip(model.limits, relaxation.rowDuals.dropFirst(model.cells.count)) {
      for term in limit.terms { prices[term.deployment] -= dual * term.coefficient }
    }
    self.prices = prices
  }

  /// The best plan found, or the one it began with; ends early once the weighted gap is at most `enough`.
  mutating func best(enough: Double) -> PlanState {
    var best = start
    var smallest = start.weightedGap
    let count = min(Self.movesPerDeployment * start.sent.count, Self.mostMoves) / Self.coolings
    for _ in 0..<Self.coolings where smallest > enough && limits?.isOver != true {
      plan.reset(to: start)
      let found = PlanState(model: start.model, sending: cool(moves: count))
      let gap = found.weightedGap
      if gap < smallest - PlanSearch.noise, found.keepsEveryLimit { (best, smallest) = (found, gap) }
    }
    return best
  }

  /// The best elements that one cooling meets.
  private mutating func cool(moves count: Int) -> [Double] {
    var best = plan.sent
    var smallest = plan.weightedGap
    let ratio = Elementary.log(Self.lastTemperature / Self.firstTemperature) / Double(count)
    var temperature = measure * Self.firstTemperature
    for number in 0..<count {
      if number % Self.movesBetweenLooks == 0, limits?.isOver == true { break }
      temperature *= 1 + ratio
      let priceShare = Self.firstPriceShare * (1 - Double(number) / Double(count))
      guard propose(), accepts(priceShare: priceShare, temperature) else {
        undo()
        continue
      }
      if plan.weightedGap < smallest - PlanSearch.noise {
        smallest = plan.weightedGap
        best = plan.sent
      }
    }
    return best
  }

  /// Sends an element where something is missing, and takes back what breaks limits for it.
  ///
  /// - Returns: Whether every limit is kept; if not, the move must be undone.
  private mutating func propose() -> Bool {
    move.changed.removeAll(keepingCapacity: true)
    guard let deployment = drawAddition() else { return false }
    move.gapBefore = plan.weightedGap
    move.price = prices[deployment]
    move.changed.append(deployment)
    plan.add(deployment, 1)
    // What is taken back may break a share or a pin in its turn.
    var number = 0
    while number < move.changed.count {
      guard let limit = plan.brokenLimit(of: move.changed[number]) else {
        number += 1
        continue
      }
      guard move.changed.count <= Self.mostTaken, let taken = drawRemoval(in: limit, for: deployment)
      else { return false }
      move.price -= prices[taken]
      move.changed.append(taken)
      plan.add(taken, -1)
    }
    return true
  }

  private mutating func drawAddition() -> Int? {
    for _ in 0..<Self.cellTries {
      let cell = words.number(below: plan.gapOf.count)
      let places = candidates.places(ofRow: cell)
      guard plan.gapOf[cell] > 0, !places.isEmpty else { continue }
      let place = places.lowerBound + words.number(below: places.count)
      let deployment = Int(candidates.columns[place])
      return plan.mayAdd(deployment) ? deployment : nil
    }
    return nil
  }

  private mutating func drawRemoval(in limit: Int, for deployment: Int) -> Int? {
    let start = words.number(below: plan.terms(ofLimit: limit))
    return plan.leastUseful(in: limit, except: deployment, from: start, tries: Self.tries)
  }

  private mutating func accepts(priceShare: Double, _ temperature: Double) -> Bool {
    let change = plan.weightedGap - move.gapBefore + priceShare * move.price
    return change <= 0 || change < -temperature * Elementary.log(words.fraction())
  }

  private mutating func undo() {
    for (number, deployment) in move.changed.enumerated() { plan.add(deployment, number == 0 ? -1 : 1) }
  }
}
