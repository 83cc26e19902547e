extension PlanSearch {
  /// Elements that may be added beside one that counts only with them.
  private static let longestChain = 8

  /// Adds an element that closes nothing by itself together with those of needs that enable it, or that it
  /// enables.
  ///
  /// - Returns: Whether anything was added.
  mutating func addChain(to state: inout PlanState) -> Bool {
    guard model.enabling != nil else { return false }
    for deployment in model.deployments.indices where state.fits(deployment, 1) {
      guard !isOver else { return false }
      var trial = state
      trial.add(deployment, 1)
      for _ in 0..<Self.longestChain {
        guard let next = mostMissed(beside: deployment, trial) else { break }
        trial.add(next, 1)
        if trial.weightedGap < state.weightedGap - Self.noise {
          state = trial
          return true
        }
      }
    }
    return false
  }

  /// What helps most where an element would count if more were there; `nil` where nothing does.
  private mutating func mostMissed(beside deployment: Int, _ state: PlanState) -> Int? {
    var worst: (gap: Double, source: Int)?
    for reach in state.reach(of: deployment) {
      let gap = model.weightedGap(ofCell: reach.cell, shortfall: state.shortfall(ofCell: reach.cell))
      guard gap > (worst?.gap ?? 0) + Self.noise, let source = scarcest(reach, state) else { continue }
      worst = (gap, source)
    }
    guard let source = worst?.source else { return nil }
    looks += model.cells[source].entries.count
    var best: CoverageCell.Entry?
    for entry in model.cells[source].entries where entry.brings > (best?.brings ?? 0) {
      if state.fits(entry.deployment, 1) { best = entry }
    }
    return best?.deployment
  }

  /// Of a cell and those that bound it, the one that misses the largest share.
  private func scarcest(_ reach: EnabledReach, _ state: PlanState) -> Int? {
    var scarcest: Int?
    var largest = 0.0
    for source in reach.sources {
      let share = state.ownShortfall(ofCell: source.cell) / model.demands[source.cell].required
      if share > largest + Self.noise {
        scarcest = source.cell
        largest = share
      }
    }
    return scarcest
  }
}
