/// Improves a plan near a change, without a proof: adds what closes most, and moves what is sent.
///
/// Everything is done in column order, so the same model and plan give the same plan.
struct PlanNudge {
  /// Columns that may be used.
  let allowed: [Int]
  private let byPledge: [Int: [Int]]

  /// Gaps closed by less than this, in weighted days, are arithmetic noise.
  private static let noise = 1e-9
  /// Rounds over all elements sent.
  private static let mostRounds = 4

  init(_ model: AllocationModel, allowed: [Int]) {
    self.allowed = allowed
    byPledge = Dictionary(grouping: allowed) { model.deployments[$0].pledge }
  }

  /// The plan with all that still fits in it, and elements moved where that closes more.
  func improved(_ plan: PlanState) -> PlanState {
    var state = plan
    fill(&state)
    for _ in 0..<Self.mostRounds where move(&state) { fill(&state) }
    return state
  }

  /// The plan with one element of a pledge in it that closes most, others taken out where a limit wants room;
  /// `nil` where it closes nothing.
  func adding(_ columns: Range<Int>, to plan: PlanState) -> PlanState? {
    var best: PlanState?
    var bestGap = plan.weightedGap - Self.noise
    for column in columns where plan.gain(column, 1) > Self.noise {
      guard let trial = placed(column, in: plan) else { continue }
      let gap = trial.weightedGap
      if gap < bestGap { (best, bestGap) = (trial, gap - Self.noise) }
    }
    return best
  }

  private func placed(_ column: Int, in plan: PlanState) -> PlanState? {
    var state = plan
    if state.fits(column, 1) {
      state.add(column, 1)
      return state
    }
    guard let broken = plan.firstBroken(by: column, 1) else { return nil }
    var best: PlanState?
    var smallest = plan.gain(column, 1) - Self.noise
    for term in plan.model.limits[broken].terms where term.coefficient > 0 && plan.sent[term.deployment] >= 1
    {
      let loss = -plan.gain(term.deployment, -1)
      guard loss < smallest, plan.fits(term.deployment, -1) else { continue }
      var trial = plan
      trial.add(term.deployment, -1)
      guard trial.fits(column, 1) else { continue }
      trial.add(column, 1)
      (best, smallest) = (trial, loss - Self.noise)
    }
    return best
  }

  private func fill(_ state: inout PlanState) {
    while let best = bestAddition(to: state, among: allowed) { state.add(best, 1) }
  }

  private func bestAddition(to state: PlanState, among columns: [Int]) -> Int? {
    var best: Int?
    var bestGain = Self.noise
    for column in columns {
      let gain = state.gain(column, 1)
      guard gain > bestGain + Self.noise, state.fits(column, 1) else { continue }
      (best, bestGain) = (column, gain)
    }
    return best
  }

  /// Sends each element where it closes most, as long as that closes more; whether anything changed.
  private func move(_ state: inout PlanState) -> Bool {
    var changed = false
    for column in allowed where state.sent[column] >= 1 {
      let loss = -state.gain(column, -1)
      guard state.fits(column, -1) else { continue }
      var trial = state
      trial.add(column, -1)
      let own = byPledge[state.model.deployments[column].pledge] ?? []
      guard let other = bestAddition(to: trial, among: own), trial.gain(other, 1) > loss + Self.noise
      else { continue }
      trial.add(other, 1)
      state = trial
      changed = true
    }
    return changed
  }
}
