/// What each mission lacks of full coverage, 0 … 1: the weighted mean of its needs' shortfalls.
///
///     lack[m] = constant[m] + Σ_i perUnit[i] · u[i]
///     perUnit[i] = weight[n] / Σ weight · days[i] / days[n] / r[n],   n the need of cell i
///
/// As the report counts a mission's coverage: by the needs' own weights, tiers left out.
struct MissionLacks: Sendable {
  struct Row: Sendable {
    let mission: String
    /// Of days that no deployment of the model can reach.
    let constant: Double
    /// By cell, in order.
    let terms: [(cell: Int, perUnit: Double)]

    func lack(under plan: PlanState) -> Double {
      terms.reduce(constant) { $0 + $1.perUnit * plan.shortfall(ofCell: $1.cell) }
    }
  }

  /// Missions in which something can be missing, in the scenario's order.
  let rows: [Row]

  /// Of the missions that a model's cells belong to; cells that are not in the model count as not covered.
  init(model: AllocationModel) {
    let scenario = model.scenario
    let cellsOf = Dictionary(grouping: model.cells.indices) { model.cells[$0].need }
    let needsOf = Dictionary(grouping: scenario.needs.indices) { scenario.needs[$0].mission }
    rows = scenario.missions.compactMap { mission in
      let needs = needsOf[mission.id] ?? []
      let weight = needs.reduce(0) { $0 + scenario.needs[$1].weight }
      guard weight > 0, needs.contains(where: { cellsOf[$0] != nil }) else { return nil }
      var constant = 0.0
      var terms: [(cell: Int, perUnit: Double)] = []
      for need in needs {
        let share = scenario.needs[need].weight / weight
        let span = scenario.needs[need].span(in: scenario.horizon).count
        guard span > 0, share > 0 else { continue }
        let cells = cellsOf[need] ?? []
        let outside = span - cells.reduce(0) { $0 + model.cells[$1].days.count }
        constant += share * Double(outside) / Double(span)
        for cell in cells {
          let days = Double(model.cells[cell].days.count) / Double(span)
          terms.append((cell, share * days / model.demands[cell].required))
        }
      }
      return Row(mission: mission.id, constant: constant, terms: terms)
    }
  }

  /// The largest lack of any mission under a plan; 0 where nothing can be missing.
  func largest(under plan: PlanState) -> Double {
    rows.map { $0.lack(under: plan) }.max() ?? 0
  }

  /// The row of the mission that lacks most, the first of equals; `nil` where nothing can be missing.
  func worst(under plan: PlanState) -> Int? {
    let lacks = rows.map { $0.lack(under: plan) }
    return lacks.max().flatMap { lacks.firstIndex(of: $0) }
  }
}

/// The smallest coverage that fairness has reached, which later levels keep.
struct CoverageFloor: Sendable {
  let lacks: MissionLacks
  /// The smallest that the largest lack was found to be.
  let found: Double

  /// How far the smallest coverage may fall below the best found, relative.
  private static let share = 1e-9

  /// - Parameters:
  ///   - lacks: What missions lack.
  ///   - found: The smallest that the largest of them was found to be.
  init(lacks: MissionLacks, holding found: Double) {
    self.lacks = lacks
    self.found = found
  }

  /// Sums of shares in another order differ by less.
  private static let noise = 1e-12

  func isKept(by plan: PlanState) -> Bool {
    let most = 1 - (1 - found) * (1 - Self.share)
    return lacks.largest(under: plan) <= most + Self.noise
  }
}
