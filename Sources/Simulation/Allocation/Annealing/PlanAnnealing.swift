/// Looks for a better plan of whole elements along the relaxation's prices: by simulated annealing, then by taking
/// back a few elements at a time and filling up again.
///
/// A move of the annealing sends an element to a cell that misses something, or one that is sent to other days or
/// another need, mends the limits that this breaks, and sends what had to give way elsewhere.
/// It gets from one kind of plan to another; what follows, ``PlanAnnealing/ruin()``, gets the best out of the
/// one at hand. Worse plans are accepted with a chance that falls as the temperature does. What counts is the
/// weighted gap, and in a share that falls to nothing also what the limits used are worth at the relaxation's
/// duals: it makes room where room is scarce. Deployments that the relaxation finds dear are never sent.
///
/// Everything is counted in moves and drawn from the round's number, so the same model gives the same plan, and rounds
/// can be gone side by side.
///
/// Source of the second part: G. Schrimpf et al., "Record breaking optimization results using the ruin and recreate
/// principle", Journal of Computational Physics 159 (2000).
package struct PlanAnnealing: Sendable {
  /// What one move has changed.
  struct Move: Sendable {
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
  private let limits: SearchLimits?
  var plan: AnnealedPlan
  var words = MoveWords(seed: 1)
  /// Deployments that may be sent to each cell.
  let candidates: SparseRows
  /// Deployments that may be sent of each pledge, and the pledge of each deployment.
  let ofPledge: SparseRows
  let pledges: [Int32]
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

  /// Moves of one round: some, and some for each deployment.
  private static let (movesOfAPlan, movesOfADeployment) = (75_000, 2)
  /// Temperatures at the beginning and the end of a cooling, and the dearest reduced cost, in shares of the
  /// measure.
  private static let firstTemperature = 0.12
  /// The first where a round goes on from a good plan, which it shall not lose altogether.
  private static let warmTemperature = 0.06
  private static let lastTemperature = 1.0 / 80
  private static let dearest = 1.0 / 30
  /// The dearest with which plans are filled up; of many deployments fewer, since each turn looks at all of them.
  private static let (dearestFilling, dearestOfMany) = (0.3, 0.1)
  /// Share at which prices count at the beginning.
  private static let firstPriceShare = 0.7
  /// Elements compared for the one to be taken back.
  static let tries = 2
  private static let movesBetweenLooks = 4096

  /// - Parameters:
  ///   - start: A plan that keeps every limit.
  ///   - prices: Of a relaxation's optimum.
  ///   - limits: The clock and the user.
  init(from start: PlanState, prices: RelaxationPrices, limits: SearchLimits?) {
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
    let reducedCosts = prices.reducedCosts
    candidates = SparseRows(
      model.cells.map { cell in
        cell.entries.filter { reducedCosts[$0.deployment] <= measure * Self.dearest }
          .map { ($0.deployment, $0.brings) }
      })
    let dearestFilling = measure * (model.isVast ? Self.dearestOfMany : Self.dearestFilling)
    worthwhile = model.deployments.indices.filter { reducedCosts[$0] <= dearestFilling }
    givers = SparseRows(
      model.limits.map { limit in
        limit.terms.filter { $0.coefficient < 0 && reducedCosts[$0.deployment] <= measure * Self.dearest }
          .map { ($0.deployment, $0.coefficient) }
      })
    pledges = model.deployments.map { Int32($0.pledge) }
    var ofPledge = [[(Int, Double)]](repeating: [], count: model.scenario.pledges.count)
    for (number, deployment) in model.deployments.enumerated()
    where reducedCosts[number] <= measure * Self.dearest {
      ofPledge[deployment.pledge].append((number, 0))
    }
    self.ofPledge = SparseRows(ofPledge)
    self.prices = prices.claims
  }

  /// Goes one round.
  ///
  /// - Parameters:
  ///   - number: Of the round: another draws other moves.
  ///   - known: A good plan to go on from; without one it begins at the relaxation's rounded point.
  ///   - enough: It ends early once the weighted gap is at most that.
  /// - Returns: Its best plan, or the one that it began with.
  func round(_ number: Int, from known: PlanState?, enough: Double) -> PlanState {
    var search = self
    search.words = MoveWords(seed: UInt64(number + 1))
    var best = known ?? start
    search.plan.reset(to: best)
    for isRuin in [false, true] {
      guard best.weightedGap > enough, limits?.isOver != true else { break }
      let sent = isRuin ? search.ruin() : search.cool(isWarm: known != nil)
      let found = PlanState(model: start.model, sending: sent)
      if found.weightedGap < best.weightedGap - PlanSearch.noise, found.keepsEveryLimit { best = found }
      search.plan.reset(to: found)
    }
    return best
  }

  /// The best elements that the annealing's moves meet.
  private mutating func cool(isWarm: Bool) -> [Double] {
    let cooling = Cooling(
      moves: Self.movesOfAPlan + Self.movesOfADeployment * plan.sent.count,
      first: isWarm ? Self.warmTemperature : Self.firstTemperature, last: Self.lastTemperature,
      betweenLooks: Self.movesBetweenLooks)
    return cooled(cooling) { search, priceShare in
      guard search.propose(priceShare) else { return nil }
      let price = search.move.changes.reduce(0) { $0 + search.prices[$1.deployment] * $1.elements }
      return search.plan.weightedGap - search.move.gapBefore + priceShare * price
    }
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
