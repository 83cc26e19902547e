/// Plans with fairness: the smallest coverage of a mission first, then the levels after it at that coverage.
///
/// Parts that share a mission depend on one another. But where the plan that closes most of the gap leaves no
/// mission below the smallest coverage that can be had, it is the answer, and the parts stay apart.
struct FairPlanning: Sendable {
  let solver: PlanSolver
  let parts: [ModelPart]

  /// Shares of the time by which the plans without fairness, and the first level, have ended.
  private static let plainShare = 0.4
  private static let firstLevelShare = 0.7

  /// Parts that share missions, with what is known of them.
  private struct Group: Sendable {
    let part: ModelPart
    let lacks: MissionLacks
    /// The plans of the parts, put together.
    let plain: ComponentPlan
    /// The largest lack under it.
    let plainLack: Double
  }

  func solve() throws(SolverFailure) -> ComponentPlan {
    let plain = try solver.plans(of: parts, timeShare: Self.plainShare)
    let groups = missionGroups.map { group($0, plain) }
    let relaxed = try solver.forEach(groups.indices) { number throws(SolverFailure) in
      try firstLevelSolver(of: groups[number], enough: 0).relaxedLack()
    }
    let enough = max(relaxed.max() ?? 0, unreachableLack)
    let first = try solver.forEach(groups.indices) { number throws(SolverFailure) in
      try firstLevel(of: groups[number], enough: enough)
    }
    let lack = max(first.map(\.lack).max() ?? 0, unreachableLack)
    let plans = try solver.forEach(groups.indices) { number throws(SolverFailure) in
      try laterLevels(of: groups[number], after: first[number], lack: lack)
    }
    var sum = solver.together(plans, groups.map(\.part))
    sum.stoppedByTime = sum.stoppedByTime || first.contains(where: \.stoppedByTime)
    sum.lack = lack
    sum.lackBound = max(enough, first.map(\.bound).max() ?? 0)
    return sum
  }

  /// The largest lack of a mission that no deployment can reach.
  private var unreachableLack: Double {
    let scenario = solver.model.scenario
    let reached = Set(
      parts.flatMap { part in part.model.cells.map { scenario.needs[$0.need].mission } })
    let rows = MissionLacks(model: solver.model).rows
    let nothing = PlanState(model: solver.model)
    return rows.filter { !reached.contains($0.mission) }.map { $0.lack(under: nothing) }.max() ?? 0
  }

  private func firstLevel(of group: Group, enough: Double) throws(SolverFailure) -> FairnessOutcome {
    guard group.plainLack > enough else {
      return FairnessOutcome(
        sent: group.plain.sent, lack: group.plainLack, bound: enough, nodes: 0, stoppedByTime: false)
    }
    return try firstLevelSolver(of: group, enough: enough).solve()
  }

  private func firstLevelSolver(of group: Group, enough: Double) -> FairnessSolver {
    var limits = solver.limits(of: group.part, timeShare: Self.firstLevelShare)
    // What parts may leave open besides is counted in days.
    limits.allowance = 0
    return FairnessSolver(
      model: group.part.model, lacks: group.lacks, enough: enough, limits: limits, known: group.plain.sent)
  }

  private func laterLevels(
    of group: Group, after first: FairnessOutcome, lack: Double
  ) throws(SolverFailure) -> ComponentPlan {
    let floor = CoverageFloor(lacks: group.lacks, holding: lack)
    let plain = PlanState(model: group.part.model, sending: group.plain.sent)
    if floor.isKept(by: plain) { return group.plain }
    var joint = solver.solver(of: group.part, timeShare: 1)
    joint.floor = floor
    joint.known = [first.sent]
    var plan = try joint.solve()
    // What no plan undercuts without fairness, none undercuts with it.
    plan.bound = max(plan.bound, group.plain.bound)
    return plan
  }

  /// Numbers of the parts that share missions, in order.
  private var missionGroups: [[Int]] {
    let scenario = solver.model.scenario
    let missions = parts.map { part in Set(part.model.cells.map { scenario.needs[$0.need].mission }) }
    var groups: [(parts: [Int], missions: Set<String>)] = []
    for part in parts.indices {
      let sharing = groups.indices.filter { !groups[$0].missions.isDisjoint(with: missions[part]) }
      let joined = sharing.reduce(into: (parts: [part], missions: missions[part])) {
        $0.parts += groups[$1].parts
        $0.missions.formUnion(groups[$1].missions)
      }
      for old in sharing.reversed() { groups.remove(at: old) }
      groups.append((joined.parts.sorted(), joined.missions))
    }
    return groups.map(\.parts).sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private func group(_ numbers: [Int], _ plain: [ComponentPlan]) -> Group {
    let part = ModelPart(joining: numbers.map { parts[$0] }, of: solver.model, wholeUnits: solver.wholeUnits)
    let lacks = MissionLacks(model: part.model)
    let place = Dictionary(uniqueKeysWithValues: part.deployments.enumerated().map { ($1, $0) })
    var sum = ComponentPlan(
      sent: part.model.deployments.map(\.least), bound: 0, nodes: 0, stoppedByTime: false, limitDuals: [])
    for number in numbers { sum.add(plain[number], at: parts[number].deployments.compactMap { place[$0] }) }
    return Group(
      part: part, lacks: lacks, plain: sum,
      plainLack: lacks.largest(under: PlanState(model: part.model, sending: sum.sent)))
  }
}

extension ModelPart {
  /// Several parts of a model as one.
  init(joining parts: [ModelPart], of whole: AllocationModel, wholeUnits: Bool) {
    let deployments = parts.flatMap(\.deployments).sorted()
    let place = Dictionary(uniqueKeysWithValues: deployments.enumerated().map { ($1, $0) })
    var columns: [Deployment?] = deployments.map { _ in nil }
    var cells: [CoverageCell] = []
    var limits: [PlanLimit] = []
    for part in parts {
      let moved = part.deployments.compactMap { place[$0] }
      for (own, column) in zip(part.model.deployments, moved) { columns[column] = own }
      cells += part.model.cells.map { $0.renumbered(moved) }
      limits += part.model.limits.map { $0.renumbered(moved) }
    }
    cells.sort { ($0.need, $0.days.lowerBound) < ($1.need, $1.days.lowerBound) }
    self.init(
      model: AllocationModel(
        scenario: whole.scenario, deployments: columns.compactMap(\.self), cells: cells, limits: limits,
        wholeUnits: wholeUnits, heedsEnabling: whole.enabling != nil),
      deployments: deployments)
  }
}
