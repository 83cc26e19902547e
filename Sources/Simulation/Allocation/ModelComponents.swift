extension AllocationModel {
  /// Parts of the model that share no row: each can be solved, and proved, by itself.
  ///
  /// Limits that no plan could reach are left out first, since they would tie parts together for nothing.
  /// Cells that no deployment can reach are in no part; their gap is ``constantGap``.
  package func components(wholeUnits: Bool) -> [ModelPart] {
    let binding = limits.filter { !isOutOfReach($0) }
    let parts = parts(tiedBy: binding)
    var home = [Int](repeating: -1, count: deployments.count + cells.count)
    for (part, nodes) in parts.enumerated() {
      for node in nodes { home[node] = part }
    }
    let members = parts.map { $0.filter { $0 < deployments.count } }
    var cellsOf = [[CoverageCell]](repeating: [], count: parts.count)
    for (number, cell) in cells.enumerated() {
      let part = home[deployments.count + number]
      if part >= 0 { cellsOf[part].append(cell) }
    }
    var limitsOf = [[PlanLimit]](repeating: [], count: parts.count)
    for limit in binding {
      if let first = limit.terms.first { limitsOf[home[first.deployment]].append(limit) }
    }
    // Numbers within its part of each deployment; rows of a part name no other's.
    var place = [Int](repeating: -1, count: deployments.count)
    for own in members {
      for (number, deployment) in own.enumerated() { place[deployment] = number }
    }
    return members.indices.map { part in
      return ModelPart(
        model: AllocationModel(
          scenario: scenario, deployments: members[part].map { deployments[$0] },
          cells: cellsOf[part].map { $0.renumbered(place) },
          limits: limitsOf[part].map { $0.renumbered(place) }, wholeUnits: wholeUnits,
          heedsEnabling: enabling != nil),
        deployments: members[part])
    }
  }

  /// Weighted gap in days of the cells that no deployment can reach, nor any cell that bounds them.
  package var constantGap: Double {
    let isReached = isReached
    return cells.indices.filter { !isReached[$0] }.reduce(0) { sum, cell in
      sum + weightedGap(ofCell: cell, shortfall: demands[cell].required)
    }
  }

  /// Whether a deployment can reach each cell, or one that enabling ties it to.
  private var isReached: [Bool] {
    var sets = DisjointSets(count: cells.count)
    for tie in enabling?.ties ?? [] { sets.join(tie.enabled, tie.enabler) }
    var isReached = [Bool](repeating: false, count: cells.count)
    for set in sets.members where set.contains(where: { !cells[$0].entries.isEmpty }) {
      for cell in set { isReached[cell] = true }
    }
    return isReached
  }

  /// Deployments, and behind them cells, by number: sets that share no row, each with a deployment.
  ///
  /// Cells that enabling ties together are in one set.
  private func parts(tiedBy limits: [PlanLimit]) -> [[Int]] {
    let first = deployments.count
    var sets = DisjointSets(count: first + cells.count)
    for (number, cell) in cells.enumerated() {
      for entry in cell.entries { sets.join(first + number, entry.deployment) }
    }
    for tie in enabling?.ties ?? [] { sets.join([first + tie.enabled, first + tie.enabler]) }
    for limit in limits {
      guard let start = limit.terms.first?.deployment else { continue }
      for term in limit.terms { sets.join(start, term.deployment) }
    }
    return sets.members.filter { $0[0] < first }
  }

  /// Whether even every pledge at its most demanding deployment stays within the limit.
  private func isOutOfReach(_ limit: PlanLimit) -> Bool {
    if case .supply = limit.kind { return limit.terms.count == 1 }
    return limit.mostUse(by: deployments) { deployments[$0].most } <= limit.most
  }
}

/// Some deployments of a model, as a model of their own.
package struct ModelPart: Sendable {
  package let model: AllocationModel
  /// Numbers of its deployments in the whole model, rising.
  package let deployments: [Int]
}

extension CoverageCell {
  /// The cell of a model in which deployments have other numbers.
  func renumbered(_ place: [Int]) -> CoverageCell {
    CoverageCell(
      need: need, days: days,
      entries: entries.map { Entry(deployment: place[$0.deployment], brings: $0.brings) })
  }
}

extension PlanLimit {
  /// The limit of a model in which deployments have other numbers.
  func renumbered(_ place: [Int]) -> PlanLimit {
    let moved = terms.map { Term(deployment: place[$0.deployment], coefficient: $0.coefficient) }
    return PlanLimit(kind: kind, terms: moved, most: most)
  }
}
