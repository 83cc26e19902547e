/// A plan that changes by single elements a million times a second: the sums of ``PlanState`` in flat arrays,
/// with the weighted gap kept up to date.
struct AnnealedPlan {
  private let model: AllocationModel
  private let cellsOf: SparseRows
  private let limitsOf: SparseRows
  private let termsOf: SparseRows
  /// Cells whose shortfall a deployment can change, by deployment; beyond its own where needs are enabled.
  private let reachOf: SparseRows
  /// Cells that bound a cell.
  private let above: SparseRows
  private let required: [Double]
  /// Weighted days for each unit that a cell misses; `nan` where the need has tiers.
  private let slope: [Double]
  private let allowed: [Double]
  private let most: [Double]
  private(set) var sent: [Double]
  private var covered: [Double]
  private var used: [Double]
  /// Weighted gap in days that each cell leaves.
  private(set) var gapOf: [Double]
  /// Weighted gap in days.
  private(set) var weightedGap: Double

  /// The plan must keep the limits.
  init(_ plan: PlanState) {
    let model = plan.model
    self.model = model
    let tables = model.tables
    (cellsOf, termsOf, limitsOf) = (tables.cellsOf, tables.termsOf, tables.limitsOf)
    reachOf =
      model.enabledReach.isEmpty ? cellsOf : SparseRows(model.enabledReach.map { $0.map { ($0.cell, 0) } })
    above = SparseRows(
      model.cells.indices.map { cell in (model.enabling?.above[cell] ?? []).map { ($0, 0) } })
    required = tables.required
    slope = model.demands.map { $0.pieces.count == 1 ? $0.perUnit * $0.pieces[0].weight : .nan }
    allowed = tables.allowed
    most = model.deployments.indices.map { model.program.columns[$0].upper }
    (sent, covered, used) = (plan.sent, plan.covered, plan.used)
    gapOf = model.cells.indices.map { model.weightedGap(ofCell: $0, shortfall: plan.shortfall(ofCell: $0)) }
    weightedGap = gapOf.reduce(0, +)
  }

  /// Takes over another plan of the same model, with sums made anew: those of many changes drift.
  mutating func reset(to plan: PlanState) {
    (sent, covered, used) = (plan.sent, plan.covered, plan.used)
    for cell in gapOf.indices { gapOf[cell] = gap(ofCell: cell) }
    weightedGap = gapOf.reduce(0, +)
  }

  func mayAdd(_ deployment: Int) -> Bool { sent[deployment] + 1 <= most[deployment] }

  /// Whether an element can be taken back without going below what is in place.
  @inline(__always)
  func mayTake(_ deployment: Int) -> Bool { sent[deployment] - 1 >= model.deployments[deployment].least }

  /// Sends one element more, or one less where `elements` is −1, whatever limits say.
  mutating func add(_ deployment: Int, _ elements: Double) {
    sent[deployment] += elements
    for place in cellsOf.places(ofRow: deployment) {
      covered[Int(cellsOf.columns[place])] += cellsOf.values[place] * elements
    }
    for place in limitsOf.places(ofRow: deployment) {
      used[Int(limitsOf.columns[place])] += limitsOf.values[place] * elements
    }
    for place in reachOf.places(ofRow: deployment) {
      let cell = Int(reachOf.columns[place])
      let after = gap(ofCell: cell)
      weightedGap += after - gapOf[cell]
      gapOf[cell] = after
    }
  }

  /// The first limit of a deployment that is broken now.
  func brokenLimit(of deployment: Int) -> Int? {
    for place in limitsOf.places(ofRow: deployment) {
      let limit = Int(limitsOf.columns[place])
      if used[limit] > allowed[limit] { return limit }
    }
    return nil
  }

  /// Of a few elements that draw on a limit, the one whose loss opens least for its claim on it.
  ///
  /// - Parameters:
  ///   - limit: What is broken.
  ///   - kept: A deployment that stays.
  ///   - start: A random number below the limit's terms, from which a few are looked for.
  ///   - tries: How many are compared.
  /// - Returns: Its deployment; `nil` where none can be taken back.
  func leastUseful(in limit: Int, except kept: Int, from start: Int, tries: Int) -> Int? {
    let places = termsOf.places(ofRow: limit)
    var least: Int?
    var smallest = Double.infinity
    var left = tries
    for step in places.indices {
      let turn = step + start
      let place = turn < places.upperBound ? turn : turn - places.count
      let deployment = Int(termsOf.columns[place])
      guard termsOf.values[place] > 0, deployment != kept, mayTake(deployment) else { continue }
      let loss = loss(of: deployment) / termsOf.values[place]
      if loss < smallest { (least, smallest) = (deployment, loss) }
      left -= 1
      if left == 0 { break }
    }
    return least
  }

  func terms(ofLimit limit: Int) -> Int { termsOf.places(ofRow: limit).count }

  /// Weighted gap in days that one element less would open, if everything counted that is there.
  private func loss(of deployment: Int) -> Double {
    var sum = 0.0
    for place in cellsOf.places(ofRow: deployment) {
      let cell = Int(cellsOf.columns[place])
      let missing = required[cell] - covered[cell]
      sum +=
        weigh(missing + cellsOf.values[place], ofCell: cell) - weigh(missing, ofCell: cell)
    }
    return sum
  }

  private func gap(ofCell cell: Int) -> Double {
    var share = missingShare(ofCell: cell)
    for place in above.places(ofRow: cell) {
      share = max(share, missingShare(ofCell: Int(above.columns[place])))
    }
    return weigh(share * required[cell], ofCell: cell)
  }

  /// 0 … 1.
  private func missingShare(ofCell cell: Int) -> Double {
    let missing = required[cell] - covered[cell]
    return missing > PlanState.tolerance * required[cell] ? missing / required[cell] : 0
  }

  @inline(__always)
  private func weigh(_ shortfall: Double, ofCell cell: Int) -> Double {
    slope[cell].isNaN
      ? model.weightedGap(ofCell: cell, shortfall: shortfall) : max(0, shortfall) * slope[cell]
  }
}
