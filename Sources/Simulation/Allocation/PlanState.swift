/// A plan under construction: what is sent, what that covers, what is left of each limit.
struct PlanState {
  let model: AllocationModel
  private let cellsOf: [[Int]]
  private let limitsOf: [[(limit: Int, coefficient: Double)]]
  private(set) var sent: [Double]
  private(set) var covered: [Double]
  private(set) var used: [Double]

  /// Slack that sums of decimal figures need: limits hold to this much, relative to their size.
  static let tolerance = 1e-9

  /// Starts from what is in place.
  init(model: AllocationModel) {
    self.model = model
    var cellsOf = [[Int]](repeating: [], count: model.deployments.count)
    for (number, cell) in model.cells.enumerated() {
      for deployment in cell.deployments { cellsOf[deployment].append(number) }
    }
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
    for cell in cellsOf[deployment] {
      covered[cell] += model.deployments[deployment].contribution * elements
    }
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
      coefficient * elements > 0 && used[limit] + coefficient * elements > allowed(limit)
    }?.limit
  }

  func isBroken(_ limit: Int) -> Bool { used[limit] > allowed(limit) }

  var keepsEveryLimit: Bool { !model.limits.indices.contains(where: isBroken) }

  private func allowed(_ limit: Int) -> Double {
    let most = model.limits[limit].most
    return most + Self.tolerance * max(1, abs(most))
  }

  func shortfall(ofCell cell: Int) -> Double {
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
    let change = model.deployments[deployment].contribution * elements
    return cellsOf[deployment].reduce(0) { sum, cell in
      let required = model.demands[cell].required
      let before = required - covered[cell]
      return sum + model.weightedGap(ofCell: cell, shortfall: before)
        - model.weightedGap(ofCell: cell, shortfall: before - change)
    }
  }
}
