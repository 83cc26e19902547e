/// What the first level has reached for some missions.
struct FairnessOutcome: Sendable {
  var sent: [Double]
  /// The largest lack of a mission under that plan, 0 … 1.
  var lack: Double
  /// No plan makes the largest lack smaller, or it need not be.
  var bound: Double
  var nodes: Int
  var stoppedByTime: Bool
}

/// Solves the first level for missions that depend on one another: the smallest coverage as large as can be.
struct FairnessSolver: Sendable {
  let model: AllocationModel
  let lacks: MissionLacks
  /// A lack that some mission has in any case: going below it helps nobody.
  let enough: Double
  let limits: SearchLimits
  /// A plan to begin from.
  let known: [Double]

  /// Times that a plan is searched with more weight on the mission that lacks most.
  private static let rounds = 6
  /// Of these, the first, in which it is searched closely.
  private static let closeRounds = 3
  private static let diveSteps = 300

  /// A lower limit of the largest lack: that of plans with parts of units.
  func relaxedLack() throws(SolverFailure) -> Double {
    let level = LevelProgram(fairnessOf: model, lacks, enough: enough)
    return try LinearSolver.relaxation(of: level.program, threads: limits.threads, stop: limits.stop).bound
      / LevelProgram.lackScale
  }

  func solve() throws(SolverFailure) -> FairnessOutcome {
    let level = LevelProgram(fairnessOf: model, lacks, enough: enough).withSums
    let ranks = level.program.columns.map(\.branchingRank)
    return try GLPKProblem.with(level.program) { problem throws(SolverFailure) in
      let relaxation = try problem.solveRelaxation(threads: limits.threads, stop: limits.stop)
      var best = Best(PlanState(model: model, sending: known), lacks)
      if relaxation.isProved { best.take(model.rounded(relaxation.values)) }
      let bound = max(enough, relaxation.bound / LevelProgram.lackScale)
      let duals = relaxation.rowDuals.dropFirst(model.program.rows.count).prefix(lacks.rows.count)
      if !isSettled(best.lack, bound) {
        try search(&best, from: relaxation.values, duals: Array(duals), bound: bound)
      }
      if isSettled(best.lack, bound) {
        return outcome(best, bound: bound, nodes: 0, stoppedByTime: limits.isPastDeadline)
      }
      let dived = try problem.dive(ranks: ranks, steps: Self.diveSteps, limits: limits)
      best.take(model.rounded(dived))
      let found = try problem.search(
        from: level.point(best.plan), bound: relaxation.bound, ranks: ranks, limits: limits)
      best.take(found.values.flatMap(model.rounded))
      return outcome(
        best, bound: max(bound, found.bound / LevelProgram.lackScale), nodes: found.nodes,
        stoppedByTime: found.stoppedByTime || limits.isPastDeadline)
    }
  }

  /// Whether no search is needed: the tolerance is the one within which later levels hold this one.
  private func isSettled(_ lack: Double, _ bound: Double) -> Bool {
    lack - bound <= PlanProof.optimalGap * max(1 - lack, 0) + limits.gap * lack
  }

  private func outcome(_ best: Best, bound: Double, nodes: Int, stoppedByTime: Bool) -> FairnessOutcome {
    FairnessOutcome(
      sent: best.plan.sent, lack: best.lack, bound: min(bound, max(best.lack, enough)), nodes: nodes,
      stoppedByTime: stoppedByTime)
  }

  /// Looks for plans that close the gaps of missions weighted by how much they hold the level up: first with all
  /// that a plan without fairness gets, then by rounding alone.
  private func search(
    _ best: inout Best, from point: [Double], duals: [Double], bound: Double
  ) throws(SolverFailure) {
    let start = Array(point.prefix(model.deployments.count))
    // A mission of weight 0 would be sent nothing.
    var weights = duals.map { max(0, -$0) + 0.01 }
    for round in 0..<Self.rounds where !limits.isOver && !isSettled(best.lack, bound) {
      let weighed = model.weighing(missions: zip(lacks.rows, weights).map { ($0.mission, $1) })
      let sent: [Double]
      if round < Self.closeRounds {
        sent = try ComponentSolver(model: weighed, wholeUnits: true, limits: limits).solveGap().sent
      } else {
        var search = PlanSearch(model: weighed, limits: limits)
        guard let plan = search.plan(from: [start]) else { return }
        sent = plan.sent
      }
      best.take(sent)
      guard let worst = lacks.worst(under: PlanState(model: model, sending: sent)) else { return }
      weights[worst] *= 2
    }
  }

  /// The plan that lacks least so far.
  private struct Best {
    let lacks: MissionLacks
    private(set) var plan: PlanState
    private(set) var lack: Double

    init(_ plan: PlanState, _ lacks: MissionLacks) {
      self.plan = plan
      self.lacks = lacks
      lack = lacks.largest(under: plan)
    }

    mutating func take(_ sent: [Double]?) {
      guard let sent else { return }
      let state = PlanState(model: plan.model, sending: sent)
      let lack = lacks.largest(under: state)
      guard state.keepsEveryLimit, lack < self.lack else { return }
      plan = state
      self.lack = lack
    }
  }
}

extension AllocationModel {
  /// The same choices with each mission's mean lack to be minimised, weighted, in ``LevelProgram/lackScale``.
  fileprivate func weighing(missions: [(id: String, weight: Double)]) -> AllocationModel {
    var copy = scenario
    let weights = Dictionary(uniqueKeysWithValues: missions.map { ($0.id, $0.weight) })
    let totals = Dictionary(scenario.needs.map { ($0.mission, $0.weight) }, uniquingKeysWith: +)
    for mission in copy.missions.indices {
      copy.missions[mission].weight = (weights[copy.missions[mission].id] ?? 0) * LevelProgram.lackScale
    }
    for need in copy.needs.indices {
      let total = totals[copy.needs[need].mission] ?? 0
      let span = Double(max(1, copy.needs[need].span(in: copy.horizon).count))
      copy.needs[need].weight = total > 0 ? copy.needs[need].weight / total / span : 0
      copy.needs[need].tiers = []
    }
    return AllocationModel(
      scenario: copy, deployments: deployments, cells: cells, limits: limits, wholeUnits: true,
      heedsEnabling: enabling != nil)
  }
}
