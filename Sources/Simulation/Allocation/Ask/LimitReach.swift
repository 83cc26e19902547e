/// How far a limit can be moved with any effect.
struct LimitReach {
  private let limit: LimitChoice
  /// The smallest that keeps what is in place.
  let least: Double
  /// As much as all that is pledged could use.
  let most: Double

  init(_ limit: LimitChoice, scenario: Scenario, deployments: [Deployment]) {
    self.limit = limit
    // So high that it holds nothing back, and low enough for figures beside it to be exact.
    let far = 1e12
    let limits = PlanLimits(scenario: limit.applied(far, to: scenario), deployments: deployments).all
      .filter { limit.includes($0.kind) }
    let used =
      limits.map { limited in
        let used = limited.terms.reduce(0) { $0 + deployments[$1.deployment].least * $1.coefficient }
        return far - limited.most + used
      }.max() ?? 0
    // Whole people; averages over a period's days are fractions.
    least = limit.isBudget ? used : (used - 1e-3).rounded(.up)
    most =
      limits.map { limited in
        far - limited.most + limited.mostUse(by: deployments) { deployments[$0].most }
      }.max() ?? 0
  }

  /// Refuses a limit that nothing uses.
  func refuseIdle() throws(FrontierRefused) {
    guard most <= least else { return }
    throw FrontierRefused(
      description: limit.isBudget
        ? "no pledge that could be sent there has a cost, so no budget changes the plan: "
          + "give pledges a \"cost\" with \"deployment\" or \"perDay\""
        : "no pledge that could be sent there has people under that ceiling, so it changes nothing: "
          + "give pledges their \"personnel\"",
      isWrongUsage: false)
  }
}

extension LimitChoice {
  /// What it is in the scenario, where it is set.
  func value(in scenario: Scenario) -> Double? {
    let mission = scenario.missions.first { $0.id == self.mission }
    return switch self {
    case .budget: scenario.allocation.budget
    case .missionBudget: mission?.budget
    case .ceiling(_, let category): mission?.ceilings[category]
    }
  }

  func refuseUnknown(in scenario: Scenario) throws(FrontierRefused) {
    guard let mission, !scenario.missions.contains(where: { $0.id == mission }) else { return }
    let names = scenario.missions.map(\.id)
    var nearby = NearestName()
    let nearest = nearby.nearest(to: mission, among: names).map { ", did you mean '\($0)'?" } ?? ""
    throw FrontierRefused(
      description:
        "--limit: there is no mission '\(mission)'\(nearest); allowed: \(names.joined(separator: ", "))",
      isWrongUsage: true)
  }
}

extension LinearProgram {
  /// The program with one more row, `θ ≤ value`, by which the upper bounds of some rows move together.
  ///
  /// - Parameters:
  ///   - moved: Rows whose upper bounds are those at `value`.
  ///   - value: Where the limit is in this program.
  /// - Returns: The program, and the number of the new row.
  func moving(_ moved: [Int], from value: Double) -> (program: LinearProgram, row: Int) {
    var program = LinearProgram(name: name)
    for column in columns {
      program.addColumn(
        column.name, lower: column.lower, upper: column.upper, cost: column.cost, isWhole: column.isWhole,
        branchingRank: column.branchingRank)
    }
    let theta = program.addColumn("limit", lower: -.infinity, cost: 0)
    let own = Set(moved)
    for (number, row) in rows.enumerated() {
      let isMoved = own.contains(number)
      program.addRow(
        row.name, lower: row.lower, upper: isMoved ? row.upper - value : row.upper,
        isMoved ? row.entries + [Entry(theta, -1)] : row.entries)
    }
    let last = program.addRow("limit", upper: value, [Entry(theta, 1)])
    return (program, last)
  }
}
