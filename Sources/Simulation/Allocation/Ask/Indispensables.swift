/// Which contributors the plan cannot do without: the plan without each of them, one at a time.
///
/// Without a contributor is without every pledge that it makes alone or with partners: a joint pledge is not
/// there without one of those who make it.
public struct Indispensables: Sendable {
  private let ground: PlanGround

  /// Makes the plan that the others are compared with.
  ///
  /// - Throws: ``SolverFailure`` where there is no plan.
  public init(scenario: Scenario, options: AllocationOptions) throws(SolverFailure) {
    ground = try PlanGround(scenario, options)
  }

  /// Every contributor with a pledge, the one without whom most opens first.
  ///
  /// - Throws: ``SolverFailure`` where the solver gives up.
  public func find() throws(SolverFailure) -> Indispensability {
    let losses = ground.scenario.losses
    let divisible = AllocationModel(of: ground.scenario, deployments: ground.deployments, wholeUnits: false)
    let whole = try GapTrials.single(divisible.program, ground.stop)
    guard let whole else { return empty(unfinished: losses.count) }
    let found = parallelMap(count: losses.count, threads: ground.threads) { number in
      Result { () throws(SolverFailure) -> ContributorLoss? in
        ground.stop.isOver ? nil : try loss(losses[number], divisible: whole.objective)
      }
    }
    var kept: [ContributorLoss] = []
    for result in found { if let loss = try result.get() { kept.append(loss) } }
    let ranks = ValueRange.ranks(of: kept.map(\.opens))
    var result = empty(unfinished: losses.count - kept.count)
    result.contributors = ValueRange.order(of: kept.map(\.opens)).map { number in
      var loss = kept[number]
      loss.ranks = ranks[number]
      return loss
    }
    return result
  }

  private func empty(unfinished: Int) -> Indispensability {
    Indispensability(
      weightedGapDays: ground.before.objective, bound: ground.before.bound, contributors: [],
      unfinished: unfinished)
  }

  private func loss(_ loss: ContributorLoss, divisible: Double) throws(SolverFailure) -> ContributorLoss? {
    let lost = Set(loss.pledges + loss.joint)
    let scenario = ground.scenario.without(lost)
    let kept = deployments(of: scenario, without: lost)
    let model = AllocationModel(of: scenario, deployments: kept, wholeUnits: ground.isWhole)
    let parts = AllocationModel(of: scenario, deployments: kept, wholeUnits: false)
    guard let divided = try GapTrials.single(parts.program, ground.stop) else { return nil }
    var result = loss
    let noise = ValueRange.noise * max(1, ground.before.objective)
    func clean(_ value: Double) -> Double { abs(value) < noise ? 0 : value }
    result.divisible = clean(divided.objective - divisible)
    result.opens = ValueRange(low: result.divisible, high: result.divisible)
    guard ground.isWhole else { return result }
    guard let relaxed = try GapTrials.single(model.program, ground.stop) else { return nil }
    // Less never helps, but for what is in place: its days are paid for whether it closes anything or not.
    let isInPlace = ground.scenario.pledges.contains { lost.contains($0.id) && $0.inPlace != nil }
    let bound = isInPlace ? relaxed.bound : max(relaxed.bound, ground.before.bound)
    let after = try ground.replanned(in: model, bound: bound, isThorough: true)
    var opens = ValueRange(
      low: after.gap.bound - ground.before.objective, high: after.gap.objective - ground.before.bound)
    if !isInPlace { opens = ValueRange(low: max(0, opens.low), high: max(0, opens.high)) }
    if let other = after.parts, let own = ground.parts { opens = opens.narrowed(by: other.fall(to: own)) }
    result.opens = ValueRange(low: clean(opens.low), high: clean(opens.high))
    result.needs = NeedChange.between(after.gap.state, ground.before.state)
    result.takesOver = TakeOver.between(ground.before.state, after.gap.state)
    return result
  }

  /// What can be sent still: turns of a rotation come sooner where one is left out, all else is as it was.
  private func deployments(of scenario: Scenario, without lost: Set<String>) -> [Deployment] {
    let changesTurns = ground.scenario.packages.contains { package in
      if case .rotation = package.kind { !lost.isDisjoint(with: package.members) } else { false }
    }
    guard !changesTurns else { return DeploymentCatalogue(scenario: scenario, threads: 1).deployments }
    return ground.deployments.filter { deployment in
      deployment.legs.allSatisfy { !scenario.pledges[$0.pledge].isUnfit }
    }
  }
}

extension Pledge {
  /// Whether it was made fit for nothing, in its place among the others.
  fileprivate var isUnfit: Bool { capability.isEmpty }
}

extension Scenario {
  /// Contributors with the pledges that are lost with them; nothing is known of the loss yet.
  fileprivate var losses: [ContributorLoss] {
    contributors.compactMap { contributor in
      let own = pledges.filter { $0.contributor == contributor.id }.map(\.id)
      let joint = pledges.filter { $0.contributor != contributor.id && $0.partners.contains(contributor.id) }
        .map(\.id)
      return own.isEmpty && joint.isEmpty
        ? nil : ContributorLoss(contributor: contributor.id, pledges: own, joint: joint)
    }
  }

  /// The scenario with some pledges, in their places, fit for nothing, as are those that come only with them.
  fileprivate func without(_ lost: Set<String>) -> Scenario {
    var copy = self
    let broken = packages.filter { $0.isAllOrNothing && !lost.isDisjoint(with: $0.members) }
    let unfit = lost.union(broken.flatMap(\.members))
    for number in pledges.indices where unfit.contains(pledges[number].id) {
      copy.pledges[number].capability = ""
    }
    // Emptied, not removed: deployments know packages by their places.
    for number in copy.packages.indices { copy.packages[number].members.removeAll(where: unfit.contains) }
    copy.allocation.pins.removeAll { unfit.contains($0.pledge) }
    return copy
  }
}

extension Package {
  fileprivate var isAllOrNothing: Bool {
    if case .allOrNothing = kind { true } else { false }
  }
}
