// Plans that close the same with less.
extension PlanSearch {
  /// Puts a cheaper element in the place of each one sent, where that opens no gap.
  mutating func cheaper(_ plan: PlanState) -> PlanState {
    var state = plan
    var isChanged = true
    while isChanged, !isOver {
      isChanged = false
      for deployment in model.deployments.indices where state.sent[deployment] >= 1 {
        guard !isOver, state.fits(deployment, -1), let other = cheaperPlace(for: deployment, state) else {
          continue
        }
        var trial = state
        trial.add(deployment, -1)
        trial.add(other, 1)
        guard keepsFloor(trial) else { continue }
        state = trial
        isChanged = true
      }
    }
    return state
  }

  private mutating func cheaperPlace(for deployment: Int, _ state: PlanState) -> Int? {
    var without = state
    without.add(deployment, -1)
    let loss = without.gain(deployment, 1)
    var best: Int?
    var lowest = model.deployments[deployment].cost - Self.noise
    looks += model.deployments.count
    for other in model.deployments.indices where model.deployments[other].cost < lowest {
      guard without.gain(other, 1) >= loss - Self.noise, without.fits(other, 1) else { continue }
      best = other
      lowest = model.deployments[other].cost - Self.noise
    }
    return best
  }

  /// Takes back, from the last column to the first, every element that closes no gap, but for those whose
  /// absence would only be a change to an earlier plan.
  func withoutUseless(_ plan: PlanState, keeping earlier: EarlierSending? = nil) -> PlanState {
    var state = plan
    for deployment in model.deployments.indices.reversed() {
      let cost = model.deployments[deployment].cost
      while state.sent[deployment] >= 1, abs(state.gain(deployment, -1)) <= Self.noise, cost >= 0,
        state.fits(deployment, -1)
      {
        if cost == 0, let earlier, state.sent[deployment] <= earlier.wanted[deployment] { break }
        guard floor != nil else {
          state.add(deployment, -1)
          continue
        }
        var trial = state
        trial.add(deployment, -1)
        guard keepsFloor(trial) else { break }
        state = trial
      }
    }
    return state
  }
}
