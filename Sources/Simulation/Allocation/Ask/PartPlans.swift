/// Plans and bounds of a model's parts, each known by its program: parts of two models that are alike have the
/// same optimum, so their difference hangs on the others alone.
struct PartPlans: Sendable {
  struct Part: Sendable {
    var objective: Double
    var bound: Double
    var sent: [Double]
  }

  /// Deployments up to which a part is searched to a proof.
  static let largest = 600

  private let parts: [String: Part]
  private let constantGap: Double
  /// The plan of all parts together.
  let state: PlanState

  /// Searches every part of a model, but takes those of `known` as they are.
  ///
  /// - Returns: `nil` where the model is too large for that effort, or the time was over.
  static func find(
    _ model: AllocationModel, search: SearchEffort, knowing known: PartPlans? = nil
  ) throws(SolverFailure) -> PartPlans? {
    guard search.takesLarge || model.deployments.count <= largest, !search.stop.isOver else { return nil }
    var parts: [String: Part] = [:]
    var sent = model.deployments.map(\.least)
    for (number, part) in model.components(wholeUnits: true).enumerated() {
      // Only what is known of other parts is looked up by what they say.
      let key = known == nil && search.takesLarge ? "\(number)" : part.model.program.freeMPS
      let plan: Part
      if let before = known?.parts[key] { plan = before } else { plan = try searched(part.model, search) }
      parts[key] = plan
      for (place, deployment) in part.deployments.enumerated() { sent[deployment] = plan.sent[place] }
    }
    return PartPlans(
      parts: parts, constantGap: model.constantGap, state: PlanState(model: model, sending: sent))
  }

  private static func searched(
    _ model: AllocationModel, _ search: SearchEffort
  ) throws(SolverFailure) -> Part {
    let limits = search.limits(deployments: model.deployments.count)
    let plan = try ComponentSolver(model: model, wholeUnits: true, limits: limits).solveGap()
    let gap = PlanState(model: model, sending: plan.sent).weightedGap
    return Part(objective: gap, bound: min(plan.bound, gap), sent: plan.sent)
  }

  var weightedGap: Double { constantGap + parts.keys.sorted().reduce(0) { $0 + (parts[$1]?.objective ?? 0) } }
  var bound: Double { constantGap + parts.keys.sorted().reduce(0) { $0 + (parts[$1]?.bound ?? 0) } }

  /// By how much the weighted gap falls from this to another model's best plan.
  func fall(to other: PartPlans) -> ValueRange {
    let own = parts.keys.filter { other.parts[$0] == nil }.sorted().compactMap { parts[$0] }
    let others = other.parts.keys.filter { parts[$0] == nil }.sorted().compactMap { other.parts[$0] }
    let constant = constantGap - other.constantGap
    func sum(_ parts: [Part], _ figure: (Part) -> Double) -> Double { parts.reduce(0) { $0 + figure($1) } }
    return ValueRange(
      low: constant + sum(own, \.bound) - sum(others, \.objective),
      high: constant + sum(own, \.objective) - sum(others, \.bound))
  }
}

/// How long a search for one answer among many may go on.
struct SearchEffort: Sendable {
  /// Nodes of a part's branch and bound; `nil` for what its size allows.
  var workLimit: Int?
  /// Relative gap at which the search of a large part ends; small ones are searched to a proof.
  var gap: Double
  var stop: StopSignal
  var takesLarge = false

  /// The same for models of any size.
  var forLarge: SearchEffort {
    var effort = self
    effort.takesLarge = true
    return effort
  }

  func limits(deployments: Int) -> SearchLimits {
    SearchLimits(
      gap: deployments <= PartPlans.largest ? 0 : gap, allowance: 0,
      nodes: workLimit ?? SearchLimits.usualNodes(deployments: deployments), deadline: stop.deadline,
      interruption: stop.interruption)
  }
}
