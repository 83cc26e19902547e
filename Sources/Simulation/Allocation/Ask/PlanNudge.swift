/// Improves a plan near a change, without a proof: adds what closes most, and moves what is sent.
///
/// Everything is done in column order, so the same model and plan give the same plan. It serves every model whose
/// first deployments are those that it was made for.
struct PlanNudge {
  /// Columns that may be used.
  let allowed: Range<Int>
  private let byPledge: [Int: [Int]]

  /// Gaps closed by less than this, in weighted days, are arithmetic noise.
  private static let noise = 1e-9
  /// Rounds over all elements sent.
  private static let mostRounds = 4

  init(_ deployments: [Deployment]) {
    allowed = deployments.indices
    byPledge = Dictionary(grouping: allowed) { deployments[$0].pledge }
  }

  /// The plan with all that still fits in it, and elements moved where that closes more.
  func improved(_ plan: PlanState) -> PlanState {
    var state = plan
    fill(&state)
    for _ in 0..<Self.mostRounds {
      guard move(&state) else { break }
      fill(&state)
    }
    return state
  }

  /// The plan with one element of a pledge in it that closes most, others taken out where a limit wants room;
  /// `nil` where it closes nothing.
  func adding(_ columns: Range<Int>, to plan: PlanState) -> PlanState? {
    var state = plan
    var best: Addition?
    var bestGap = plan.weightedGap - Self.noise
    for column in columns where plan.gain(column, 1) > Self.noise {
      guard let addition = addition(of: column, to: &state) else { continue }
      let changes = addition.steps.map { state.trying($0.column, $0.elements) }
      let gap = state.weightedGap
      for change in changes.reversed() { state.takeBack(to: change) }
      if gap < bestGap { (best, bestGap) = (addition, gap - Self.noise) }
    }
    guard let best else { return nil }
    for step in best.steps { state.add(step.column, step.elements) }
    return state
  }

  /// One element more, and what leaves for it.
  private struct Addition {
    let column: Int
    var leaves: Int?

    var steps: [(column: Int, elements: Double)] {
      (leaves.map { [($0, -1)] } ?? []) + [(column, 1)]
    }
  }

  /// How one element comes in with the least loss; `nil` where there is no room for it.
  ///
  /// The plan stays as it is.
  private func addition(of column: Int, to plan: inout PlanState) -> Addition? {
    guard !plan.fits(column, 1) else { return Addition(column: column) }
    guard let broken = plan.firstBroken(by: column, 1) else { return nil }
    var best: Addition?
    var smallest = plan.gain(column, 1) - Self.noise
    for term in plan.model.limits[broken].terms where term.coefficient > 0 && plan.sent[term.deployment] >= 1
    {
      let loss = -plan.gain(term.deployment, -1)
      guard loss < smallest, plan.fits(term.deployment, -1) else { continue }
      let before = plan.trying(term.deployment, -1)
      if plan.fits(column, 1) {
        (best, smallest) = (Addition(column: column, leaves: term.deployment), loss - Self.noise)
      }
      plan.takeBack(to: before)
    }
    return best
  }

  private func fill(_ state: inout PlanState) {
    while let best = bestAddition(to: state, among: allowed) { state.add(best, 1) }
  }

  private func bestAddition(to state: PlanState, among columns: some Sequence<Int>) -> Int? {
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
      let before = state.trying(column, -1)
      let own = byPledge[state.model.deployments[column].pledge] ?? []
      guard let other = bestAddition(to: state, among: own), state.gain(other, 1) > loss + Self.noise else {
        state.takeBack(to: before)
        continue
      }
      state.add(other, 1)
      changed = true
    }
    return changed
  }
}
