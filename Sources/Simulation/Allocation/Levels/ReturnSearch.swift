/// Takes changes to an earlier plan back, one by one, as long as nothing that is held gets worse.
///
/// In column order, so the same model gives the same plan; without a proof.
struct ReturnSearch {
  let model: AllocationModel
  let earlier: EarlierSending
  let held: LevelHold
  let limits: SearchLimits
  private let columns: [DeploymentCatalogue.Pair: [Int]]

  init(model: AllocationModel, earlier: EarlierSending, held: LevelHold, limits: SearchLimits) {
    self.model = model
    self.earlier = earlier
    self.held = held
    self.limits = limits
    columns = Dictionary(grouping: model.deployments.indices) {
      DeploymentCatalogue.Pair(pledge: model.deployments[$0].pledge, need: model.deployments[$0].need)
    }
  }

  /// A plan with no more changes than the one given.
  func returned(_ plan: PlanState) -> PlanState {
    var state = plan
    while !limits.isOver, takeOneBack(&state) {}
    return state
  }

  private func takeOneBack(_ state: inout PlanState) -> Bool {
    let byPledge = Dictionary(grouping: excess(of: state)) { model.deployments[$0].pledge }
    for deployment in model.deployments.indices {
      let own = byPledge[model.deployments[deployment].pledge] ?? []
      if state.sent[deployment] >= earlier.wanted[deployment] + 1 {
        if take(&state, removing: [deployment], adding: []) { return true }
      } else if state.sent[deployment] + 1 <= earlier.wanted[deployment] {
        if take(&state, removing: [], adding: [deployment]) { return true }
        for other in own where take(&state, removing: [other], adding: [deployment]) { return true }
        if swap(&state, returning: deployment, from: own) { return true }
      }
    }
    return false
  }

  /// Deployments with more elements than they had.
  private func excess(of state: PlanState) -> [Int] {
    model.deployments.indices.filter { state.sent[$0] >= earlier.wanted[$0] + 1 }
  }

  /// Another pledge that stands in the returning one's place takes the place that becomes free.
  private func swap(_ state: inout PlanState, returning deployment: Int, from own: [Int]) -> Bool {
    let need = model.deployments[deployment].need
    for other in own {
      let free = model.deployments[other].need
      for guest in excess(of: state) where model.deployments[guest].need == need {
        let pair = DeploymentCatalogue.Pair(pledge: model.deployments[guest].pledge, need: free)
        for place in columns[pair] ?? []
        where take(&state, removing: [other, guest], adding: [deployment, place]) { return true }
      }
    }
    return false
  }

  /// Makes a move if every limit and everything held is kept and there are fewer changes.
  private func take(_ state: inout PlanState, removing: [Int], adding: [Int]) -> Bool {
    guard removing.allSatisfy({ state.sent[$0] - 1 >= model.deployments[$0].least }),
      adding.allSatisfy({ state.sent[$0] + 1 <= model.deployments[$0].most })
    else { return false }
    var trial = state
    for deployment in removing { trial.add(deployment, -1) }
    for deployment in adding { trial.add(deployment, 1) }
    guard earlier.changes(in: trial.sent) < earlier.changes(in: state.sent) - PlanState.tolerance,
      held.isKept(by: trial)
    else { return false }
    state = trial
    return true
  }
}
