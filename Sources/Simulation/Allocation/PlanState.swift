/// A plan under construction: what is sent, what that covers, what is left of each limit.
struct PlanState {
  let model: AllocationModel
  private let cellsOf: [[(cell: Int, brings: Double)]]
  /// What each deployment can change where cells bound one another; empty where none do.
  private let reachOf: [[EnabledReach]]
  private let limitsOf: [[(limit: Int, coefficient: Double)]]
  private(set) var sent: [Double]
  private(set) var covered: [Double]
  private(set) var used: [Double]

  /// Slack that sums of decimal figures need: limits hold to this much, relative to their size.
  static let tolerance = 1e-9

  /// Starts from what is in place.
  init(model: AllocationModel) {
    self.model = model
    var cellsOf = [[(cell: Int, brings: Double)]](repeating: [], count: model.deployments.count)
    for (number, cell) in model.cells.enumerated() {
      for entry in cell.entries { cellsOf[entry.deployment].append((number, entry.brings)) }
    }
    reachOf = model.enabledReach
    var limitsOf = [[(limit: Int, coefficient: Double)]](repeating: [], count: model.deployments.count)
    for (number, limit) in model.limits.enumerated() {
      for term in limit.terms { limitsOf[term.deployment].append((number, term.coefficient)) }
    }
    self.cellsOf = cellsOf
    self.limitsOf = limitsOf
    sent = [Double](repeating: 0, count: model.deployments.count)
    covered = [Double](repeating: 0, count: model.cells.count)
    used = [Double](repeating: 0, count: model.limits.count)
    for deployment in model.deployments.indices { add(deployment, model.deployments[deployment].least) }
  }

  init(model: AllocationModel, sending plan: [Double]) {
    self.init(model: model)
    for deployment in plan.indices { add(deployment, plan[deployment] - sent[deployment]) }
  }

  /// Sends more of a deployment, or less where `elements` is negative.
  mutating func add(_ deployment: Int, _ elements: Double) {
    guard elements != 0 else { return }
    sent[deployment] += elements
    for (cell, brings) in cellsOf[deployment] { covered[cell] += brings * elements }
    for (limit, coefficient) in limitsOf[deployment] { used[limit] += coefficient * elements }
  }

  /// Whether so many more elements stay within bounds and limits.
  func fits(_ deployment: Int, _ elements: Double) -> Bool {
    let after = sent[deployment] + elements
    guard after >= model.deployments[deployment].least, after <= model.deployments[deployment].most
    else { return false }
    return firstBroken(by: deployment, elements) == nil
  }

  /// The first limit that so many more elements would break, and what is left of it.
  func firstLimitBroken(by deployment: Int, _ elements: Double) -> (limit: PlanLimit, left: Double)? {
    firstBroken(by: deployment, elements).map { (model.limits[$0], max(0, model.limits[$0].most - used[$0])) }
  }

  /// The number of the first limit that so many more elements would break.
  func firstBroken(by deployment: Int, _ elements: Double) -> Int? {
    limitsOf[deployment].first { limit, coefficient in
      coefficient * elements > 0 && used[limit] + coefficient * elements > model.limits[limit].allowed
    }?.limit
  }

  func isBroken(_ limit: Int) -> Bool { used[limit] > model.limits[limit].allowed }

  var keepsEveryLimit: Bool { !model.limits.indices.contains(where: isBroken) }

  /// What is missing for the requirement, or does not count because what enables it is missing.
  func shortfall(ofCell cell: Int) -> Double {
    let own = ownShortfall(ofCell: cell)
    guard let above = model.enabling?.above[cell], !above.isEmpty else { return own }
    let required = model.demands[cell].required
    return above.reduce(own) { max($0, required * ownShortfall(ofCell: $1) / model.demands[$1].required) }
  }

  /// What is missing for the requirement, whether or not what is there counts.
  func ownShortfall(ofCell cell: Int) -> Double {
    let required = model.demands[cell].required
    let missing = required - covered[cell]
    // Three times a third is one.
    return missing > Self.tolerance * required ? missing : 0
  }

  /// Weighted gap in days.
  var weightedGap: Double {
    model.cells.indices.reduce(0) { $0 + model.weightedGap(ofCell: $1, shortfall: shortfall(ofCell: $1)) }
  }

  /// US dollars.
  var cost: Double { sent.indices.reduce(0) { $0 + sent[$1] * model.deployments[$1].cost } }

  /// Weighted gap in days that so many more elements of a deployment would close; negative for fewer.
  func gain(_ deployment: Int, _ elements: Double) -> Double {
    guard reachOf.isEmpty else {
      return reachOf[deployment].reduce(0) { $0 + gain(of: $1, elements) }
    }
    return ownGain(deployment, elements)
  }

  /// The same if everything counted that is there, whether or not what enables it is.
  func ownGain(_ deployment: Int, _ elements: Double) -> Double {
    cellsOf[deployment].reduce(0) { sum, entry in
      let before = model.demands[entry.cell].required - covered[entry.cell]
      return sum + model.weightedGap(ofCell: entry.cell, shortfall: before)
        - model.weightedGap(ofCell: entry.cell, shortfall: before - entry.brings * elements)
    }
  }

  private func gain(of reach: EnabledReach, _ elements: Double) -> Double {
    var (before, after) = (0.0, 0.0)
    for source in reach.sources {
      let required = model.demands[source.cell].required
      let missing = required - covered[source.cell]
      before = max(before, missing / required)
      after = max(after, (missing - source.brings * elements) / required)
    }
    let required = model.demands[reach.cell].required
    return model.weightedGap(ofCell: reach.cell, shortfall: before * required)
      - model.weightedGap(ofCell: reach.cell, shortfall: after * required)
  }

  /// Cells whose shortfall a deployment can change, with all that they hang on.
  func reach(of deployment: Int) -> [EnabledReach] { reachOf.isEmpty ? [] : reachOf[deployment] }
}
