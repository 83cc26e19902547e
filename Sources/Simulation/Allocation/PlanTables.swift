/// The rows of a model one behind the other in memory, for plans that change element by element.
final class PlanTables: Sendable {
  /// Cells that each deployment counts in, with what one element brings.
  let cellsOf: SparseRows
  /// Limits that each deployment draws on, with its coefficient.
  let limitsOf: SparseRows
  /// Deployments that draw on each limit, with their coefficients.
  let termsOf: SparseRows
  /// Of each cell, in its need's measure.
  let required: [Double]
  /// Weighted days for each unit that a cell misses, but for the weight of the need or its tier.
  private let perUnit: [Double]
  /// Weight of each cell's need; `nan` where it has tiers.
  private let weight: [Double]
  private let pieces: [[ShortfallPiece]]
  /// What each limit allows, with the slack that sums of decimal figures need.
  let allowed: [Double]
  /// Elements of each deployment.
  let least: [Double]
  let most: [Double]

  init(_ deployments: [Deployment], _ cells: [CoverageCell], _ demands: [CellDemand], _ limits: [PlanLimit]) {
    cellsOf = SparseRows(cells.map { $0.entries.map { ($0.deployment, $0.brings) } })
      .transposed(columns: deployments.count)
    termsOf = SparseRows(limits.map { $0.terms.map { ($0.deployment, $0.coefficient) } })
    limitsOf = termsOf.transposed(columns: deployments.count)
    required = demands.map(\.required)
    perUnit = demands.map(\.perUnit)
    weight = demands.map { $0.pieces.count == 1 ? $0.pieces[0].weight : .nan }
    pieces = demands.map(\.pieces)
    allowed = limits.map(\.allowed)
    least = deployments.map(\.least)
    most = deployments.map(\.most)
  }

  /// The same deployments and cells under other limits of the same kinds; `isRowChanged` says whether deployments draw
  /// on any of them otherwise.
  init(_ base: PlanTables, limits: [PlanLimit], isRowChanged: Bool) {
    (cellsOf, required, perUnit, weight, pieces) = (
      base.cellsOf, base.required, base.perUnit, base.weight, base.pieces
    )
    (least, most) = (base.least, base.most)
    termsOf =
      isRowChanged
      ? SparseRows(limits.map { $0.terms.map { ($0.deployment, $0.coefficient) } }) : base.termsOf
    limitsOf = isRowChanged ? termsOf.transposed(columns: base.least.count) : base.limitsOf
    allowed = limits.map(\.allowed)
  }

  /// Weighted gap in days of one cell's shortfall.
  @inline(__always)
  func weightedGap(ofCell cell: Int, shortfall: Double) -> Double {
    guard shortfall > 0 else { return 0 }
    let weight = weight[cell]
    return perUnit[cell]
      * (weight.isNaN
        ? ShortfallPiece.weigh(shortfall, over: pieces[cell]) : weight * min(shortfall, required[cell]))
  }
}
