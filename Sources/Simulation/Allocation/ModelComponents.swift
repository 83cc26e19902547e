extension AllocationModel {
  /// Parts of the model that share no row: each can be solved, and proved, by itself.
  ///
  /// Limits that no plan could reach are left out first, since they would tie parts together for nothing.
  /// Cells without any deployment are in no part; their gap is ``constantGap``.
  package func components(wholeUnits: Bool) -> [(model: AllocationModel, deployments: [Int])] {
    let binding = limits.filter { !isOutOfReach($0) }
    var groups = DisjointSets(count: deployments.count)
    for cell in cells { groups.join(cell.deployments) }
    for limit in binding { groups.join(limit.terms.map(\.deployment)) }
    let members = groups.members
    let home = groups.home(of: members)
    var cellsOf = [[CoverageCell]](repeating: [], count: members.count)
    for cell in cells {
      if let first = cell.deployments.first { cellsOf[home[first]].append(cell) }
    }
    var limitsOf = [[PlanLimit]](repeating: [], count: members.count)
    for limit in binding {
      if let first = limit.terms.first { limitsOf[home[first.deployment]].append(limit) }
    }
    return members.indices.map { part in
      let place = Dictionary(uniqueKeysWithValues: members[part].enumerated().map { ($1, $0) })
      return (
        model: AllocationModel(
          scenario: scenario, deployments: members[part].map { deployments[$0] },
          cells: cellsOf[part].map { $0.renumbered(place) },
          limits: limitsOf[part].map { $0.renumbered(place) }, wholeUnits: wholeUnits),
        deployments: members[part]
      )
    }
  }

  /// Weighted gap in days of the cells that no deployment can reach.
  package var constantGap: Double {
    cells.indices.filter { cells[$0].deployments.isEmpty }.reduce(0) { sum, cell in
      sum + weightedGap(ofCell: cell, shortfall: demands[cell].required)
    }
  }

  /// Whether even every pledge at its most demanding deployment stays within the limit.
  private func isOutOfReach(_ limit: PlanLimit) -> Bool {
    if case .supply = limit.kind { return limit.terms.count == 1 }
    var worst: [Int: Double] = [:]
    for term in limit.terms {
      let deployment = deployments[term.deployment]
      worst[deployment.pledge] = max(worst[deployment.pledge] ?? 0, term.coefficient * deployment.most)
    }
    return worst.keys.sorted().reduce(0) { $0 + (worst[$1] ?? 0) } <= limit.most
  }
}

extension CoverageCell {
  fileprivate func renumbered(_ place: [Int: Int]) -> CoverageCell {
    CoverageCell(need: need, days: days, deployments: deployments.compactMap { place[$0] })
  }
}

extension PlanLimit {
  fileprivate func renumbered(_ place: [Int: Int]) -> PlanLimit {
    let moved = terms.compactMap { term in
      place[term.deployment].map { Term(deployment: $0, coefficient: term.coefficient) }
    }
    return PlanLimit(kind: kind, terms: moved, most: most)
  }
}

/// Sets of numbers that grow together.
private struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func join(_ numbers: [Int]) {
    guard let first = numbers.first else { return }
    for number in numbers.dropFirst() {
      let (a, b) = (root(of: first), root(of: number))
      parent[max(a, b)] = min(a, b)
    }
  }

  private mutating func root(of number: Int) -> Int {
    var top = number
    while parent[top] != top { top = parent[top] }
    var here = number
    while parent[here] != top { (here, parent[here]) = (parent[here], top) }
    return top
  }

  /// The sets, each in rising order, in the order of their smallest numbers.
  var members: [[Int]] {
    var copy = self
    let byRoot = Dictionary(grouping: parent.indices) { copy.root(of: $0) }
    return byRoot.keys.sorted().compactMap { byRoot[$0] }
  }

  func home(of members: [[Int]]) -> [Int] {
    var home = [Int](repeating: 0, count: parent.count)
    for (part, numbers) in members.enumerated() {
      for number in numbers { home[number] = part }
    }
    return home
  }
}
