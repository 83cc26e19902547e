/// Plans and bounds of a model's parts, each known by its program: parts of two models that are alike have the
/// same optimum, so their difference hangs on the others alone.
struct PartPlans: Sendable {
  struct Part: Sendable {
    var program: LinearProgram
    var objective: Double
    var bound: Double
    var sent: [Double]
  }

  private let parts: [Part]
  private let byProgram: [LinearProgram: Part]
  private let constantGap: Double
  /// The plan of all parts together.
  let state: PlanState

  /// Searches every part of a model, but takes those of `known` as they are.
  ///
  /// - Parameters:
  ///   - model: What is planned.
  ///   - start: A plan of it that keeps every limit, to begin from.
  ///   - search: How long it may take.
  ///   - known: Parts that need no search.
  /// - Returns: `nil` where the model is too large for the effort, or the time was over.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  static func find(
    _ model: AllocationModel, from start: PlanState?, search: SearchEffort, knowing known: PartPlans? = nil
  ) throws(SolverFailure) -> PartPlans? {
    guard search.takes(model), !search.stop.isOver else { return nil }
    var parts: [Part] = []
    var sent = model.deployments.map(\.least)
    for part in model.components(wholeUnits: true) {
      let plan: Part
      if let before = known?.byProgram[part.model.program] {
        plan = before
      } else {
        let known = start.map { start in [part.deployments.map { start.sent[$0] }] } ?? []
        plan = try searched(part.model, search, knowing: known)
      }
      parts.append(plan)
      for (place, deployment) in part.deployments.enumerated() { sent[deployment] = plan.sent[place] }
    }
    return PartPlans(parts, of: model, PlanState(model: model, sending: sent))
  }

  private init(_ parts: [Part], of model: AllocationModel, _ state: PlanState) {
    self.parts = parts
    byProgram = Dictionary(parts.map { ($0.program, $0) }) { first, _ in first }
    constantGap = model.constantGap
    self.state = state
  }

  private static func searched(
    _ model: AllocationModel, _ search: SearchEffort, knowing known: [[Double]]
  ) throws(SolverFailure) -> Part {
    let solver = ComponentSolver(
      model: model, wholeUnits: true, limits: search.limits(deployments: model.deployments.count),
      known: known, isBrief: !SearchEffort.isSmall(model))
    let plan = try solver.solveGap()
    let gap = PlanState(model: model, sending: plan.sent).weightedGap
    return Part(program: model.program, objective: gap, bound: min(plan.bound, gap), sent: plan.sent)
  }

  var weightedGap: Double { parts.reduce(constantGap) { $0 + $1.objective } }
  var bound: Double { parts.reduce(constantGap) { $0 + $1.bound } }

  /// By how much the weighted gap falls from this to another model's best plan.
  func fall(to other: PartPlans) -> ValueRange {
    let own = parts.filter { other.byProgram[$0.program] == nil }
    let others = other.parts.filter { byProgram[$0.program] == nil }
    let constant = constantGap - other.constantGap
    func sum(_ parts: [Part], _ figure: (Part) -> Double) -> Double { parts.reduce(0) { $0 + figure($1) } }
    return ValueRange(
      low: constant + sum(own, \.bound) - sum(others, \.objective),
      high: constant + sum(own, \.objective) - sum(others, \.bound))
  }
}

/// How long a search for one answer among many may go on: small parts are searched to a proof, large ones get
/// the bound that cuts alone prove.
struct SearchEffort: Sendable {
  /// Nodes of a part's branch and bound; `nil` for what its size allows.
  var workLimit: Int?
  var stop: StopSignal
  var takesLarge = false

  /// Deployments up to which a model is searched to a proof.
  private static let largest = 600

  static func isSmall(_ model: AllocationModel) -> Bool { model.deployments.count <= largest }

  /// Whether a model is searched at all.
  ///
  /// In vast ones cuts raise the bound by less than a tenth of what plan and bound lie apart, and take most of the time.
  func takes(_ model: AllocationModel) -> Bool { Self.isSmall(model) || takesLarge && !model.isVast }

  /// The same for large models, too.
  var forLarge: SearchEffort {
    var effort = self
    effort.takesLarge = true
    return effort
  }

  func limits(deployments: Int) -> SearchLimits {
    SearchLimits(
      gap: 0, allowance: 0, nodes: workLimit ?? SearchLimits.usualNodes(deployments: deployments),
      deadline: stop.deadline, interruption: stop.interruption)
  }
}
