/// Writes the rows and columns down.
struct ModelBuilder {
  let scenario: Scenario
  let wholeUnits: Bool
  var program: LinearProgram
  /// The last row of each need's cells and of each limit that comes period by period.
  private var lastCell: [Int: Int] = [:]
  private var lastPeriod: [PlanLimit.Kind: Int] = [:]

  init(scenario: Scenario, wholeUnits: Bool) {
    self.scenario = scenario
    self.wholeUnits = wholeUnits
    program = LinearProgram(name: scenario.id)
  }

  mutating func add(_ deployment: Deployment, most: Double) {
    let isWhole = wholeUnits && (deployment.package != nil || !scenario.pledges[deployment.pledge].shared)
    program.addColumn(
      name(of: deployment), lower: deployment.least, upper: isWhole ? most : deployment.most, cost: 0,
      isWhole: isWhole, branchingRank: 2, group: deployment.pledge, tieCost: deployment.cost)
  }

  private func name(of deployment: Deployment) -> String {
    guard let package = deployment.package else {
      let place = "\(scenario.needs[deployment.need].id)@\(deployment.arrival)"
      let support = deployment.legs[0].support.map { "+\(scenario.supports[$0].id)" } ?? ""
      return "send:\(scenario.pledges[deployment.pledge].id)>\(place)\(support)"
    }
    let places = deployment.legs.map { "\(scenario.needs[$0.need].id)@\($0.arrival)" }
    return "package:\(scenario.packages[package].id)>\(places.joined(separator: "+"))"
  }

  mutating func add(_ cell: CoverageCell, _ demand: CellDemand) -> [Int] {
    let place = "\(scenario.needs[cell.need].id)@\(cell.days.lowerBound)"
    let columns = demand.pieces.enumerated().map { number, piece in
      program.addColumn(
        demand.pieces.count == 1 ? "short:\(place)" : "short:\(place).\(number)", upper: piece.size,
        cost: demand.perUnit * piece.weight)
    }
    // What a whole element brings beyond the requirement closes nothing: without it the bound is nearer.
    let sent = cell.entries.map { entry in
      LinearProgram.Entry(
        entry.deployment,
        program.columns[entry.deployment].isWhole ? min(entry.brings, demand.required) : entry.brings)
    }
    lastCell[cell.need] = program.addRow(
      "cover:\(place)", lower: demand.required, sent + columns.map { LinearProgram.Entry($0, 1) },
      follows: lastCell[cell.need])
    return columns
  }

  mutating func add(_ limit: PlanLimit) {
    let chain = limit.kind.ofAllPeriods
    lastPeriod[chain] = program.addRow(
      limit.rowName, upper: limit.most,
      limit.terms.map { LinearProgram.Entry($0.deployment, $0.coefficient) }, follows: lastPeriod[chain])
  }

  /// An enabled cell misses at least the share that its enabler misses.
  mutating func add(_ tie: EnablingTie, _ cells: [CoverageCell], _ shortfallColumns: [[Int]]) {
    let (enabled, enabler) = (
      scenario.needs[cells[tie.enabled].need], scenario.needs[cells[tie.enabler].need]
    )
    program.addRow(
      "enable:\(enabled.id)<\(enabler.id)@\(cells[tie.enabled].days.lowerBound)", upper: 0,
      shortfallColumns[tie.enabler].map { LinearProgram.Entry($0, 1 / enabler.quantity) }
        + shortfallColumns[tie.enabled].map { LinearProgram.Entry($0, -1 / enabled.quantity) })
  }
}
