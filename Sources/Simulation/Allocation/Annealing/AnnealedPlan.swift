/// A plan that changes by single elements a million times a second: the sums of ``PlanState`` in flat arrays,
/// with the weighted gap kept up to date.
struct AnnealedPlan {
  private let model: AllocationModel
  private let cellsOf: SparseRows
  let limitsOf: SparseRows
  /// Cells whose shortfall a deployment can change, by deployment; beyond its own where needs are enabled.
  private let reachOf: SparseRows
  /// Cells that bound a cell.
  private let above: SparseRows
  private let required: [Double]
  /// Weighted days for each unit that a cell misses; `nan` where the need has tiers.
  private let slope: [Double]
  /// Shortfalls up to which a cell counts as met.
  private let negligible: [Double]
  /// Whether each cell's gap is its own shortfall at its slope: no need is enabled by another or has tiers.
  private let isPlain: Bool
  let allowed: [Double]
  private let most: [Double]
  private let least: [Double]
  /// Which limits, by the remainder of their numbers, a deployment may draw on: for those that it does not.
  let signatures: [SIMD2<UInt64>]
  /// Of each deployment, the place of the limit that held it back last.
  var held: [Int32]
  private(set) var sent: [Double]
  /// Deployments of which an element can be taken back without going below what is in place, in no order.
  private(set) var takeable: [Int32] = []
  /// Where each stands in ``takeable``; −1 for none.
  private var takeablePlaces: [Int32]
  private var covered: [Double]
  private(set) var used: [Double]
  /// Weighted gap in days that each cell leaves.
  private(set) var gapOf: [Double]
  /// Weighted gap in days.
  private(set) var weightedGap: Double

  /// The plan must keep the limits.
  init(_ plan: PlanState) {
    let model = plan.model
    self.model = model
    let tables = model.tables
    (cellsOf, limitsOf) = (tables.cellsOf, tables.limitsOf)
    reachOf =
      model.enabledReach.isEmpty ? cellsOf : SparseRows(model.enabledReach.map { $0.map { ($0.cell, 0) } })
    above = SparseRows(
      model.cells.indices.map { cell in (model.enabling?.above[cell] ?? []).map { ($0, 0) } })
    required = tables.required
    slope = model.demands.map { $0.pieces.count == 1 ? $0.perUnit * $0.pieces[0].weight : .nan }
    negligible = tables.required.map { PlanState.tolerance * $0 }
    isPlain = model.enabling == nil && !slope.contains(where: \.isNaN)
    allowed = tables.allowed
    most = model.deployments.indices.map { model.program.columns[$0].upper }
    least = tables.least
    signatures = plan.sent.indices.map { deployment in
      var bits = SIMD2<UInt64>()
      for place in tables.limitsOf.places(ofRow: deployment) {
        let limit = Int(tables.limitsOf.columns[place])
        bits[limit >> 6 & 1] |= 1 << UInt64(limit & 63)
      }
      return bits
    }
    held = plan.sent.indices.map { Int32(tables.limitsOf.places(ofRow: $0).lowerBound) }
    takeablePlaces = plan.sent.map { _ in -1 }
    (sent, covered, used) = (plan.sent, plan.covered, plan.used)
    gapOf = model.cells.indices.map { model.weightedGap(ofCell: $0, shortfall: plan.shortfall(ofCell: $0)) }
    weightedGap = gapOf.reduce(0, +)
    for deployment in sent.indices { noteTakeable(deployment) }
  }

  /// Takes over another plan of the same model, with sums made anew: those of many changes drift.
  mutating func reset(to plan: PlanState) {
    (sent, covered, used) = (plan.sent, plan.covered, plan.used)
    for cell in gapOf.indices { gapOf[cell] = gap(ofCell: cell) }
    weightedGap = gapOf.reduce(0, +)
    // In the same order whatever was done before.
    for deployment in takeable { takeablePlaces[Int(deployment)] = -1 }
    takeable.removeAll(keepingCapacity: true)
    for deployment in sent.indices { noteTakeable(deployment) }
  }

  func mayAdd(_ deployment: Int) -> Bool { sent[deployment] + 1 <= most[deployment] }

  private mutating func noteTakeable(_ deployment: Int) {
    let place = Int(takeablePlaces[deployment])
    if sent[deployment] - 1 >= least[deployment] {
      guard place < 0 else { return }
      takeablePlaces[deployment] = Int32(takeable.count)
      takeable.append(Int32(deployment))
    } else if place >= 0 {
      let last = takeable.removeLast()
      takeablePlaces[deployment] = -1
      guard Int(last) != deployment else { return }
      takeable[place] = last
      takeablePlaces[Int(last)] = Int32(place)
    }
  }

  /// Sends one element more, or one less where `elements` is −1, whatever limits say.
  mutating func add(_ deployment: Int, _ elements: Double) {
    sent[deployment] += elements
    noteTakeable(deployment)
    for place in limitsOf.places(ofRow: deployment) {
      used[Int(limitsOf.columns[place])] += limitsOf.values[place] * elements
    }
    if isPlain {
      cover(deployment, elements)
    } else {
      coverTied(deployment, elements)
    }
  }

  private mutating func cover(_ deployment: Int, _ elements: Double) {
    var change = 0.0
    for place in cellsOf.places(ofRow: deployment) {
      let cell = Int(cellsOf.columns[place])
      let sum = covered[cell] + cellsOf.values[place] * elements
      covered[cell] = sum
      let missing = required[cell] - sum
      let after = missing > negligible[cell] ? missing * slope[cell] : 0
      change += after - gapOf[cell]
      gapOf[cell] = after
    }
    weightedGap += change
  }

  /// The same where cells bound one another or have tiers.
  private mutating func coverTied(_ deployment: Int, _ elements: Double) {
    for place in cellsOf.places(ofRow: deployment) {
      covered[Int(cellsOf.columns[place])] += cellsOf.values[place] * elements
    }
    for place in reachOf.places(ofRow: deployment) {
      let cell = Int(reachOf.columns[place])
      let after = gap(ofCell: cell)
      weightedGap += after - gapOf[cell]
      gapOf[cell] = after
    }
  }

  /// Weighted gap in days that one element more would close.
  mutating func gain(_ deployment: Int) -> Double {
    guard model.enabledReach.isEmpty else {
      let before = weightedGap
      add(deployment, 1)
      let after = weightedGap
      add(deployment, -1)
      return before - after
    }
    var sum = 0.0
    for place in cellsOf.places(ofRow: deployment) {
      let cell = Int(cellsOf.columns[place])
      guard gapOf[cell] > 0 else { continue }
      let missing = required[cell] - covered[cell]
      sum += gapOf[cell] - weigh(missing - cellsOf.values[place], ofCell: cell)
    }
    return sum
  }

  /// Weighted gap in days that one element less would open, if everything counted that is there.
  func loss(of deployment: Int) -> Double {
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
