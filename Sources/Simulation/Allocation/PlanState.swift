/// A plan under construction: what is sent, what that covers, what is left of each limit.
struct PlanState {
  let model: AllocationModel
  let tables: PlanTables
  private(set) var sent: [Double]
  private(set) var covered: [Double]
  private(set) var used: [Double]

  /// Slack that sums of decimal figures need: limits hold to this much, relative to their size.
  static let tolerance = 1e-9

  /// Starts from what is in place.
  init(model: AllocationModel) {
    self.model = model
    tables = model.tables
    sent = [Double](repeating: 0, count: model.deployments.count)
    covered = [Double](repeating: 0, count: model.cells.count)
    used = [Double](repeating: 0, count: model.limits.count)
    for deployment in sent.indices { add(deployment, tables.least[deployment]) }
  }

  init(model: AllocationModel, sending plan: [Double]) {
    self.init(model: model)
    for deployment in plan.indices { add(deployment, plan[deployment] - sent[deployment]) }
  }

  /// Sends more of a deployment, or less where `elements` is negative.
  mutating func add(_ deployment: Int, _ elements: Double) {
    guard elements != 0 else { return }
    sent[deployment] += elements
    for place in tables.cellsOf.places(ofRow: deployment) {
      covered[Int(tables.cellsOf.columns[place])] += tables.cellsOf.values[place] * elements
    }
    for place in tables.limitsOf.places(ofRow: deployment) {
      used[Int(tables.limitsOf.columns[place])] += tables.limitsOf.values[place] * elements
    }
  }

  /// What a plan was before one deployment's elements changed, to the last digit.
  struct Before {
    fileprivate let deployment: Int
    fileprivate let sent: Double
    fileprivate let covered: [Double]
    fileprivate let used: [Double]
  }

  /// Sends more of a deployment, or less, and tells what was before: taking that back copies no plan.
  mutating func trying(_ deployment: Int, _ elements: Double) -> Before {
    let before = Before(
      deployment: deployment, sent: sent[deployment],
      covered: tables.cellsOf.places(ofRow: deployment).map { covered[Int(tables.cellsOf.columns[$0])] },
      used: tables.limitsOf.places(ofRow: deployment).map { used[Int(tables.limitsOf.columns[$0])] })
    add(deployment, elements)
    return before
  }

  /// Makes the plan what it was; of several changes the last one comes first.
  mutating func takeBack(to before: Before) {
    sent[before.deployment] = before.sent
    for (place, value) in zip(tables.cellsOf.places(ofRow: before.deployment), before.covered) {
      covered[Int(tables.cellsOf.columns[place])] = value
    }
    for (place, value) in zip(tables.limitsOf.places(ofRow: before.deployment), before.used) {
      used[Int(tables.limitsOf.columns[place])] = value
    }
  }

  /// Whether so many more elements stay within bounds and limits.
  func fits(_ deployment: Int, _ elements: Double) -> Bool {
    let after = sent[deployment] + elements
    guard after >= tables.least[deployment], after <= tables.most[deployment] else { return false }
    return firstBroken(by: deployment, elements) == nil
  }

  /// The first limit that so many more elements would break, and what is left of it.
  func firstLimitBroken(by deployment: Int, _ elements: Double) -> (limit: PlanLimit, left: Double)? {
    firstBroken(by: deployment, elements).map { (model.limits[$0], max(0, model.limits[$0].most - used[$0])) }
  }

  /// The first limit that one more element would break if one of another deployment were taken back, and what
  /// would be left of it.
  func firstBroken(by deployment: Int, inPlaceOf other: Int) -> (limit: Int, left: Double)? {
    for place in tables.limitsOf.places(ofRow: deployment) {
      let limit = Int(tables.limitsOf.columns[place])
      let used = used[limit] - use(of: limit, byOneOf: other)
      let more = tables.limitsOf.values[place]
      if more > 0, used + more > tables.allowed[limit] {
        return (limit, max(0, model.limits[limit].most - used))
      }
    }
    return nil
  }

  private func use(of limit: Int, byOneOf deployment: Int) -> Double {
    for place in tables.limitsOf.places(ofRow: deployment) where tables.limitsOf.columns[place] == limit {
      return tables.limitsOf.values[place]
    }
    return 0
  }

  func left(ofLimit limit: Int) -> Double { max(0, model.limits[limit].most - used[limit]) }

  /// The number of the first limit that so many more elements would break.
  func firstBroken(by deployment: Int, _ elements: Double) -> Int? {
    for place in tables.limitsOf.places(ofRow: deployment) {
      let limit = Int(tables.limitsOf.columns[place])
      let more = tables.limitsOf.values[place] * elements
      if more > 0, used[limit] + more > tables.allowed[limit] { return limit }
    }
    return nil
  }

  func isBroken(_ limit: Int) -> Bool { used[limit] > tables.allowed[limit] }

  var keepsEveryLimit: Bool { !used.indices.contains(where: isBroken) }

  /// What is missing for the requirement, or does not count because what enables it is missing.
  func shortfall(ofCell cell: Int) -> Double {
    let own = ownShortfall(ofCell: cell)
    guard let above = model.enabling?.above[cell], !above.isEmpty else { return own }
    let required = tables.required[cell]
    return above.reduce(own) { max($0, required * ownShortfall(ofCell: $1) / tables.required[$1]) }
  }

  /// What is missing for the requirement, whether or not what is there counts.
  func ownShortfall(ofCell cell: Int) -> Double {
    let required = tables.required[cell]
    let missing = required - covered[cell]
    // Three times a third is one.
    return missing > Self.tolerance * required ? missing : 0
  }

  /// Shortfall / requirement · days.
  func shortfallDays(ofCell cell: Int) -> Double {
    shortfall(ofCell: cell) / tables.required[cell] * Double(model.cells[cell].days.count)
  }

  /// Weighted gap in days.
  var weightedGap: Double {
    covered.indices.reduce(0) { $0 + tables.weightedGap(ofCell: $1, shortfall: shortfall(ofCell: $1)) }
  }

  /// US dollars.
  var cost: Double { sent.indices.reduce(0) { $0 + sent[$1] * model.deployments[$1].cost } }

  /// Weighted gap in days that so many more elements of a deployment would close; negative for fewer.
  func gain(_ deployment: Int, _ elements: Double) -> Double {
    guard model.enabledReach.isEmpty else {
      return model.enabledReach[deployment].reduce(0) { $0 + gain(of: $1, elements) }
    }
    return ownGain(deployment, elements)
  }

  /// The same if everything counted that is there, whether or not what enables it is.
  func ownGain(_ deployment: Int, _ elements: Double) -> Double {
    var sum = 0.0
    for place in tables.cellsOf.places(ofRow: deployment) {
      let cell = Int(tables.cellsOf.columns[place])
      let before = tables.required[cell] - covered[cell]
      let after = before - tables.cellsOf.values[place] * elements
      sum += tables.weightedGap(ofCell: cell, shortfall: before)
      sum -= tables.weightedGap(ofCell: cell, shortfall: after)
    }
    return sum
  }

  private func gain(of reach: EnabledReach, _ elements: Double) -> Double {
    var (before, after) = (0.0, 0.0)
    for source in reach.sources {
      let required = tables.required[source.cell]
      let missing = required - covered[source.cell]
      before = max(before, missing / required)
      after = max(after, (missing - source.brings * elements) / required)
    }
    let required = tables.required[reach.cell]
    return tables.weightedGap(ofCell: reach.cell, shortfall: before * required)
      - tables.weightedGap(ofCell: reach.cell, shortfall: after * required)
  }

  /// Cells whose shortfall a deployment can change, with all that they hang on.
  func reach(of deployment: Int) -> [EnabledReach] {
    model.enabledReach.isEmpty ? [] : model.enabledReach[deployment]
  }
}
