/// The program of a plan: the only place that knows the equations of `Documentation/Method.md`, section 3.
///
///     minimise   Σ weight[mission]·weight[need]·(u[n,i] / r[n])·days[i]          weighted gap, in days
///     coverage   Σ brings[i,d]·x[d] + u[n,i] ≥ r[n]                              each cell of each need
///     limits     Σ coefficient[l,d]·x[d] ≤ most[l]                               each limit
///     enabling   u[e,i] / r[e] − u[n,i] / r[n] ≤ 0                               each cell and what enables it
///
/// Columns are the elements (or packages) `x` of each deployment, in order, then the shortfalls `u` of each
/// cell, in pieces where the need has tiers. Rows are the cells, then the limits, then the enabling ties.
///
/// A class, so that the thousands of plans tried out share one.
package final class AllocationModel: Sendable {
  package let scenario: Scenario
  package let deployments: [Deployment]
  package let cells: [CoverageCell]
  package let limits: [PlanLimit]
  /// How far what is sent counts; `nil` where nothing is enabled by anything.
  package let enabling: Enabling?
  /// What each deployment can change where cells bound one another; empty where none do.
  let enabledReach: [[EnabledReach]]
  /// What each cell asks for, and what missing it weighs.
  let demands: [CellDemand]
  private let madeTables: Guarded<PlanTables?>
  /// Whether looking at every column for every element takes longer than anybody waits.
  var isLarge: Bool { deployments.count >= GreedyFill.smallest }
  /// Whether what looks at every deployment again and again, as exchanges, cuts by the basis and filling up with dear ones
  /// do, takes longer than it is worth beside a round of annealing.
  var isVast: Bool { deployments.count >= Self.vast }
  private static let vast = 5_000
  /// Whether something lifts each limit, as what helps a share does.
  let isShare: [Bool]
  /// Columns of each cell's shortfall, from the piece that is missed first.
  package let shortfallColumns: [[Int]]
  /// The weighted gap is to be minimised; whole columns are marked.
  package let program: LinearProgram

  /// Writes the program down; with `heedsEnabling` needs count only as far as those that enable them are met.
  package init(
    scenario: Scenario, deployments: [Deployment], cells: [CoverageCell], limits: [PlanLimit],
    wholeUnits: Bool, heedsEnabling: Bool = true
  ) {
    self.scenario = scenario
    self.deployments = deployments
    self.cells = cells
    self.limits = limits
    enabling = heedsEnabling ? Enabling(cells, of: scenario) : nil
    enabledReach = enabling?.reach(of: deployments.count, in: cells) ?? []
    let missionWeights = Dictionary(uniqueKeysWithValues: scenario.missions.map { ($0.id, $0.weight) })
    demands = cells.map { cell in
      let need = scenario.needs[cell.need]
      let weight = missionWeights[need.mission] ?? 1
      return CellDemand(
        required: need.quantity, perUnit: weight * Double(cell.days.count) / need.quantity,
        pieces: ShortfallPiece.pieces(of: need))
    }
    isShare = limits.map { $0.terms.contains { $0.coefficient < 0 } }
    var builder = ModelBuilder(scenario: scenario, wholeUnits: wholeUnits)
    let most = Self.mostElements(deployments, limits)
    for (deployment, most) in zip(deployments, most) { builder.add(deployment, most: most) }
    shortfallColumns = zip(cells, demands).map { builder.add($0, $1) }
    for limit in limits { builder.add(limit) }
    for tie in enabling?.ties ?? [] { builder.add(tie, cells, shortfallColumns) }
    program = builder.program
    madeTables = Guarded(nil)
  }

  /// A model of the same deployments after a step of a limit.
  init(_ base: AllocationModel, scenario: Scenario, limits: SteppedLimits) {
    self.scenario = scenario
    deployments = base.deployments
    cells = base.cells
    self.limits = limits.all
    (enabling, enabledReach, demands) = (base.enabling, base.enabledReach, base.demands)
    isShare = limits.all.map { $0.terms.contains { $0.coefficient < 0 } }
    shortfallColumns = base.shortfallColumns
    program = base.program.after(limits)
    madeTables = Guarded(PlanTables(base.tables, limits: limits.all, isRowChanged: !limits.rows.isEmpty))
  }

  /// The same rows as ``PlanState`` reads them: made once, where plans are tried out at all, since they are large.
  var tables: PlanTables {
    madeTables.withLock { made in
      let tables = made ?? PlanTables(deployments, cells, demands, limits)
      made = tables
      return tables
    }
  }

  /// The model of all that deployments can do for a scenario, under its limits or those given.
  package convenience init(
    of scenario: Scenario, deployments: [Deployment], limits: [PlanLimit]? = nil, wholeUnits: Bool,
    heedsEnabling: Bool = true
  ) {
    self.init(
      scenario: scenario, deployments: deployments,
      cells: Self.cells(of: scenario, deployments: deployments),
      limits: limits ?? PlanLimits(scenario: scenario, deployments: deployments).all, wholeUnits: wholeUnits,
      heedsEnabling: heedsEnabling)
  }

  /// Every cell of every need of the scenario, in order; needs tied by enabling are cut alike.
  package static func cells(of scenario: Scenario, deployments: [Deployment]) -> [CoverageCell] {
    var sendings = [[CoverageCell.Sending]](repeating: [], count: scenario.needs.count)
    for (number, deployment) in deployments.enumerated() {
      for leg in deployment.legs {
        sendings[leg.need].append(
          CoverageCell.Sending(deployment: number, leg: leg, takesTurns: deployment.takesTurns))
      }
    }
    let spans = scenario.needs.map { $0.span(in: scenario.horizon) }
    var cuts = [Set<Int>](repeating: [], count: scenario.needs.count)
    for group in Enabling.groups(of: scenario) {
      let days = group.flatMap { need in
        [spans[need].lowerBound, spans[need].upperBound] + sendings[need].flatMap(\.leg.cuts)
      }
      for need in group { cuts[need] = Set(days) }
    }
    return scenario.needs.indices.flatMap { need in
      CoverageCell.cells(ofNeed: need, span: spans[need], sendings: sendings[need], cuts: cuts[need])
    }
  }

  /// Whole elements of each deployment that every limit by itself allows: what is alone too large for a limit
  /// is never sent in part either, which brings the relaxation's bound nearer.
  static func mostElements(_ deployments: [Deployment], _ limits: [PlanLimit]) -> [Double] {
    var most = deployments.map(\.most)
    for limit in limits where limit.most >= 0 && limit.terms.allSatisfy({ $0.coefficient >= 0 }) {
      for term in limit.terms where term.coefficient > 0 {
        let allowed = (limit.most / term.coefficient * (1 + 1e-9)).rounded(.down)
        most[term.deployment] = max(deployments[term.deployment].least, min(most[term.deployment], allowed))
      }
    }
    return most
  }

  /// Elements of each deployment beyond which one more closes nothing.
  ///
  /// Every need that it counts in has what it asks for then. Where it gives a limit room, as speakers do, there is no
  /// such number.
  var mostUseful: [Double] {
    var most = [Double](repeating: 0, count: deployments.count)
    for (cell, demand) in zip(cells, demands) {
      for entry in cell.entries where entry.brings > 0 {
        let enough = (demand.required / entry.brings * (1 - 1e-9)).rounded(.up)
        most[entry.deployment] = max(most[entry.deployment], enough)
      }
    }
    for limit in limits {
      for term in limit.terms where term.coefficient < 0 { most[term.deployment] = .infinity }
    }
    return most
  }

  /// Weighted gap in days of one cell's shortfall.
  package func weightedGap(ofCell cell: Int, shortfall: Double) -> Double {
    tables.weightedGap(ofCell: cell, shortfall: shortfall)
  }

  /// The program with a column for each sum that is whole in every plan: how much of a pledge is sent at all,
  /// and how much of it to each need.
  ///
  /// Branching on these settles whether a unit is sent before it settles on which day, which proves a plan in
  /// far fewer steps.
  func withSums(_ base: LinearProgram) -> LinearProgram {
    var copy = base
    let whole = deployments.indices.filter { program.columns[$0].isWhole }
    let byPledge = Dictionary(grouping: whole) { deployments[$0].pledge }
    for pledge in byPledge.keys.sorted() {
      let own = byPledge[pledge] ?? []
      let units = Double(scenario.pledges[pledge].units)
      let byNeed = Dictionary(grouping: own) { deployments[$0].need }
      if byNeed.count > 1 { copy.addSum("sent:\(pledge)", of: own, most: units, rank: 0) }
      for need in byNeed.keys.sorted() {
        if let pair = byNeed[need], pair.count > 1 {
          copy.addSum("sent:\(pledge)>\(need)", of: pair, most: units, rank: 1)
        }
      }
    }
    return copy
  }

  /// What an optimum of the program, or of one with rows behind its own, asks of each limit: candidates, never values.
  func limitDuals(of relaxation: LinearOptimum) -> [Double] {
    Array(relaxation.rowDuals.dropFirst(cells.count).prefix(limits.count))
  }

  /// The same program, to be minimised by cost, its weighted gap held at `most`.
  package func costProgram(gapAtMost most: Double) -> LinearProgram {
    var copy = program
    let gap = program.columns.enumerated().map { LinearProgram.Entry($0.offset, $0.element.cost) }
    copy.addRow("gap", upper: most, gap)
    for (column, own) in program.columns.enumerated() { copy.setCost(own.tieCost, ofColumn: column) }
    return copy
  }
}

extension LinearProgram {
  /// Adds a whole column that is the sum of others.
  fileprivate mutating func addSum(_ name: String, of parts: [Int], most: Double, rank: Int) {
    let sum = addColumn(name, upper: most, cost: 0, isWhole: true, branchingRank: rank)
    addRow(name, lower: 0, upper: 0, parts.map { Entry($0, 1) } + [Entry(sum, -1)])
  }
}
