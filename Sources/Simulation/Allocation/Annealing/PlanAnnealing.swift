/// Looks for a better plan of whole elements along the relaxation's prices: by simulated annealing, then by taking
/// back a few elements at a time and filling up again.
///
/// A move of the annealing sends an element to a cell that misses something and mends the limits that this breaks.
/// It gets from one kind of plan to another; what follows, ``PlanAnnealing/ruin()``, gets the best out of the
/// one at hand. Worse plans are accepted with a chance that falls as the temperature does. What counts is the
/// weighted gap, and in a share that falls to nothing also what the limits used are worth at the relaxation's
/// duals: it makes room where room is scarce. Deployments that the relaxation finds dear are never sent.
///
/// Everything is counted in moves and drawn from one seed, so the same model gives the same plan.
///
/// Source of the second part: G. Schrimpf et al., "Record breaking optimization results using the ruin and recreate
/// principle", Journal of Computational Physics 159 (2000).
package struct PlanAnnealing {
  /// What one move has changed.
  struct Move {
    var gapBefore = 0.0
    /// Deployments, and the elements that were sent more or less.
    private(set) var changes: [(deployment: Int, elements: Double)] = []

    mutating func begin(at gap: Double) {
      gapBefore = gap
      changes.removeAll(keepingCapacity: true)
    }

    mutating func note(_ deployment: Int, _ elements: Double) { changes.append((deployment, elements)) }

    func holds(_ deployment: Int) -> Bool { changes.contains { $0.deployment == deployment } }
  }

  private let start: PlanState
  private var best: PlanState
  private var smallest: Double
  private let limits: SearchLimits?
  var plan: AnnealedPlan
  var words = MoveWords(seed: 1)
  /// Deployments that may be sent to each cell.
  private let candidates: SparseRows
  /// Deployments with which plans are filled up.
  let worthwhile: [Int]
  /// Deployments that give each limit room: speakers of a mission's language its share.
  let givers: SparseRows
  /// What the limits that one element uses are worth, in weighted days.
  let prices: [Double]
  /// Weighted gap in days that one element closes in the mean where nothing is there: the measure of a move.
  private let measure: Double
  /// The one move under way.
  var move = Move()

  /// Deployments from which on it pays; smaller parts are searched by branch and bound.
  package static let smallest = 500

  /// Rounds that pay, each from the relaxation's rounded point.
  static let rounds = 8
  /// The same where good plans are known.
  static let fewRounds = 2
  /// Moves of one round: some, and some for each deployment.
  private static let (movesOfAPlan, movesOfADeployment) = (75_000, 2)
  /// Temperatures at the beginning and the end of a cooling, and the dearest reduced cost, in shares of the
  /// measure.
  private static let firstTemperature = 0.12
  private static let lastTemperature = 1.0 / 80
  private static let dearest = 1.0 / 30
  /// The dearest with which plans are filled up.
  private static let dearestFilling = 0.1
  /// Share at which prices count at the beginning.
  private static let firstPriceShare = 0.7
  /// Elements that one move may change besides.
  private static let mostMended = 6
  /// Elements compared for the one to be taken back.
  static let tries = 2
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
    (best, smallest) = (start, start.weightedGap)
    self.limits = limits
    plan = AnnealedPlan(start)
    var measure = 0.0
    for (number, cell) in model.cells.enumerated() {
      for entry in cell.entries { measure += model.weightedGap(ofCell: number, shortfall: entry.brings) }
    }
    measure /= Double(max(1, model.deployments.count))
    self.measure = measure
    let reducedCosts = relaxation.reducedCosts
    candidates = SparseRows(
      model.cells.map { cell in
        cell.entries.filter { reducedCosts[$0.deployment] <= measure * Self.dearest }
          .map { ($0.deployment, $0.brings) }
      })
    worthwhile = model.deployments.indices.filter { reducedCosts[$0] <= measure * Self.dearestFilling }
    givers = SparseRows(
      model.limits.map { limit in
        limit.terms.filter { $0.coefficient < 0 && reducedCosts[$0.deployment] <= measure * Self.dearest }
          .map { ($0.deployment, $0.coefficient) }
      })
    var prices = [Double](repeating: 0, count: model.deployments.count)
    for (limit, dual) in zip(model.limits, relaxation.rowDuals.dropFirst(model.cells.count)) {
      for term in limit.terms { prices[term.deployment] -= dual * term.coefficient }
    }
    self.prices = prices
  }

  /// Goes some rounds more.
  ///
  /// - Parameters:
  ///   - enough: It ends early once the weighted gap is at most that.
  ///   - rounds: How many more rounds it goes.
  /// - Returns: The best plan found so far, or the one it began with.
  mutating func best(enough: Double, rounds: Int) -> PlanState {
    for _ in 0..<rounds {
      plan.reset(to: start)
      for isRuin in [false, true] {
        guard smallest > enough, limits?.isOver != true else { return best }
        let found = PlanState(model: start.model, sending: isRuin ? ruin() : cool())
        let gap = found.weightedGap
        if gap < smallest - PlanSearch.noise, found.keepsEveryLimit { (best, smallest) = (found, gap) }
        plan.reset(to: found)
      }
    }
    return best
  }

  /// The best elements that the annealing's moves meet.
  private mutating func cool() -> [Double] {
    let cooling = Cooling(
      moves: Self.movesOfAPlan + Self.movesOfADeployment * plan.sent.count, first: Self.firstTemperature,
      last: Self.lastTemperature, betweenLooks: Self.movesBetweenLooks)
    return cooled(cooling) { search, priceShare in
      guard search.propose() else { return nil }
      let price = search.move.changes.reduce(0) { $0 + search.prices[$1.deployment] * $1.elements }
      return search.plan.weightedGap - search.move.gapBefore + priceShare * price
    }
  }

  /// Sends an element where something is missing, and mends the limits that this breaks.
  ///
  /// - Returns: Whether every limit is kept; if not, the move must be undone.
  private mutating func propose() -> Bool {
    move.begin(at: plan.weightedGap)
    guard let deployment = drawAddition(), plan.mayAdd(deployment) else { return false }
    change(deployment, 1)
    return mend(sparing: deployment, most: Self.mostMended)
  }

  /// Takes elements back from limits that the move's changes break, or adds some that give them room, which may
  /// break others in their turn.
  ///
  /// - Returns: Whether every limit is kept.
  mutating func mend(sparing deployment: Int?, most: Int) -> Bool {
    var number = 0
    let first = move.changes.count
    while number < move.changes.count {
      guard let limit = plan.brokenLimit(of: move.changes[number].deployment) else {
        number += 1
        continue
      }
      guard move.changes.count <= first + most - 1, mend(limit, sparing: deployment) else { return false }
    }
    return true
  }

  private mutating func mend(_ limit: Int, sparing deployment: Int?) -> Bool {
    let places = givers.places(ofRow: limit)
    if !places.isEmpty, words.number(below: 2) == 0 {
      let giver = Int(givers.columns[places.lowerBound + words.number(below: places.count)])
      guard plan.mayAdd(giver), !move.holds(giver) else { return false }
      change(giver, 1)
      return true
    }
    guard !plan.takeable.isEmpty else { return false }
    let start = words.number(below: plan.takeable.count)
    guard
      let taken = plan.leastUseful(in: limit, except: deployment, from: start, tries: Self.tries),
      !move.holds(taken)
    else { return false }
    change(taken, -1)
    return true
  }

  /// A deployment that closes something of a cell that misses something.
  mutating func drawAddition() -> Int? {
    for _ in 0..<Self.cellTries {
      let cell = words.number(below: plan.gapOf.count)
      let places = candidates.places(ofRow: cell)
      guard plan.gapOf[cell] > 0, !places.isEmpty else { continue }
      return Int(candidates.columns[places.lowerBound + words.number(below: places.count)])
    }
    return nil
  }

  /// How a search cools down.
  struct Cooling {
    var moves: Int
    /// Temperatures at the beginning and the end, in shares of the measure.
    var first: Double
    var last: Double
    /// Moves between two looks at the clock.
    var betweenLooks: Int
  }

  /// The best elements met while moves are made, and taken back where they are not accepted.
  ///
  /// - Parameters:
  ///   - cooling: How many, and at which temperatures.
  ///   - make: Makes a move, at a share at which prices count; returns what it changes, `nil` where a limit is broken.
  /// - Returns: Elements of each deployment.
  mutating func cooled(
    _ cooling: Cooling, _ make: (inout PlanAnnealing, _ priceShare: Double) -> Double?
  ) -> [Double] {
    var best = plan.sent
    var smallest = plan.weightedGap
    let ratio = Elementary.log(cooling.last / cooling.first) / Double(cooling.moves)
    var temperature = measure * cooling.first
    for number in 0..<cooling.moves {
      if number % cooling.betweenLooks == 0, limits?.isOver == true { break }
      temperature *= 1 + ratio
      let priceShare = Self.firstPriceShare * (1 - Double(number) / Double(cooling.moves))
      guard let change = make(&self, priceShare), accepts(change, temperature) else {
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

  private mutating func accepts(_ change: Double, _ temperature: Double) -> Bool {
    change <= 0 || change < -temperature * Elementary.log(words.fraction())
  }

  mutating func change(_ deployment: Int, _ elements: Double) {
    plan.add(deployment, elements)
    move.note(deployment, elements)
  }

  private mutating func undo() {
    for change in move.changes.reversed() { plan.add(change.deployment, -change.elements) }
  }
}
