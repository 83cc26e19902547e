/// A need's cell that counts no further than another's, on the same days: its need is enabled by the other's.
package struct EnablingTie: Sendable, Hashable {
  /// Numbers of cells.
  package var enabled: Int
  package var enabler: Int
}

/// How far what is sent to a need counts: only as far as the needs that enable it are met.
///
/// On days on which an enabler is not required it bounds nothing, nor does what enables it.
package struct Enabling: Sendable {
  package let ties: [EnablingTie]
  /// Cells that bound each cell, chains and circles followed; never the cell itself.
  let above: [[Int]]
  /// Cells that each cell bounds.
  let below: [[Int]]

  /// `nil` where no cell is enabled by another.
  init?(_ cells: [CoverageCell], of scenario: Scenario) {
    ties = Self.ties(between: cells, of: scenario)
    guard !ties.isEmpty else { return nil }
    var direct = [[Int]](repeating: [], count: cells.count)
    for tie in ties { direct[tie.enabled].append(tie.enabler) }
    above = cells.indices.map { Self.reached(from: $0, by: direct) }
    var below = [[Int]](repeating: [], count: cells.count)
    for (cell, bounds) in above.enumerated() {
      for bound in bounds { below[bound].append(cell) }
    }
    self.below = below
  }

  /// In the order of the enabled cells, then of the enablers' identifiers.
  private static func ties(between cells: [CoverageCell], of scenario: Scenario) -> [EnablingTie] {
    guard scenario.needs.contains(where: { !$0.enabledBy.isEmpty }) else { return [] }
    let needs = Dictionary(uniqueKeysWithValues: scenario.needs.enumerated().map { ($1.id, $0) })
    var starting = [[Int: Int]](repeating: [:], count: scenario.needs.count)
    for (number, cell) in cells.enumerated() { starting[cell.need][cell.days.lowerBound] = number }
    return cells.enumerated().flatMap { number, cell in
      scenario.needs[cell.need].enabledBy.compactMap { enabler in
        needs[enabler].flatMap { starting[$0][cell.days.lowerBound] }
          .map { EnablingTie(enabled: number, enabler: $0) }
      }
    }
  }

  private static func reached(from cell: Int, by direct: [[Int]]) -> [Int] {
    var seen: Set<Int> = [cell]
    var open = direct[cell]
    while let next = open.popLast() {
      if seen.insert(next).inserted { open += direct[next] }
    }
    return seen.subtracting([cell]).sorted()
  }

  /// Needs that enabling ties together, by index; those tied to none are left out.
  ///
  /// Their cells have to be cut alike.
  static func groups(of scenario: Scenario) -> [[Int]] {
    let needs = Dictionary(uniqueKeysWithValues: scenario.needs.enumerated().map { ($1.id, $0) })
    var sets = DisjointSets(count: scenario.needs.count)
    for (number, need) in scenario.needs.enumerated() {
      sets.join([number] + need.enabledBy.compactMap { needs[$0] })
    }
    return sets.members.filter { $0.count > 1 }
  }
}

/// A cell whose shortfall a deployment can change: its own, or one that an own one bounds.
struct EnabledReach: Sendable {
  var cell: Int
  /// The cell and those that bound it, each with what one of the deployment brings there.
  var sources: [(cell: Int, brings: Double)]
}

extension Enabling {
  /// The cells that each deployment can change, with all that they hang on.
  func reach(of deployments: Int, in cells: [CoverageCell]) -> [[EnabledReach]] {
    var own = [[Int: Double]](repeating: [:], count: deployments)
    for (number, cell) in cells.enumerated() {
      for entry in cell.entries { own[entry.deployment][number] = entry.brings }
    }
    return own.map { brings in
      Set(brings.keys.flatMap { [$0] + below[$0] }).sorted().map { cell in
        EnabledReach(
          cell: cell, sources: ([cell] + above[cell]).map { (cell: $0, brings: brings[$0] ?? 0) })
      }
    }
  }
}
