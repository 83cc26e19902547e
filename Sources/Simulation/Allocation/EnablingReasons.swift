/// Which enabling needs keep what is sent, or could be sent, from counting.
struct EnablingReasons {
  private let scenario: Scenario
  private let state: PlanState

  init(_ scenario: Scenario, _ state: PlanState) {
    self.scenario = scenario
    self.state = state
  }

  /// The enabling need that bounds a cell most, where it bounds it as much as what is missing of its own.
  func cause(ofCell cell: Int) -> ReasonCause? {
    guard let bound = scarcestAbove(cell), bound.share >= share(cell) - PlanState.tolerance else {
      return nil
    }
    return cause(cell, boundBy: bound.cell)
  }

  /// Whether a cell's shortfall is due to what enables it before all else: more is missing there than here,
  /// or something could come here that would not count.
  func isFirst(inCell cell: Int) -> Bool {
    guard let bound = scarcestAbove(cell) else { return false }
    if bound.share > share(cell) + PlanState.tolerance { return true }
    return state.model.cells[cell].deployments.contains {
      !state.model.deployments[$0].isInPlace && state.ownGain($0, 1) > state.gain($0, 1) + 1e-9
        && state.fits($0, 1)
    }
  }

  /// The enabling need for want of which none of a pledge's columns for a need closes anything.
  func cause(forPledge pledge: Int, need: Int, _ columns: [Int]) -> ReasonCause? {
    for column in columns where state.ownGain(column, 1) > 1e-9 {
      for reach in state.reach(of: column) where state.model.cells[reach.cell].need == need {
        guard let bound = scarcestAbove(reach.cell), bound.share > 0 else { continue }
        var cause = cause(reach.cell, boundBy: bound.cell)
        cause.pledge = scenario.pledges[pledge].id
        return cause
      }
    }
    return nil
  }

  private func cause(_ cell: Int, boundBy other: Int) -> ReasonCause {
    let (need, enabler) = (state.model.cells[cell].need, state.model.cells[other].need)
    return ReasonCause(
      kind: .enabling, pledge: nil,
      fact: .enabled(need: scenario.needs[need].id, by: scenario.needs[enabler].id))
  }

  private func share(_ cell: Int) -> Double {
    state.ownShortfall(ofCell: cell) / state.model.demands[cell].required
  }

  /// Of the cells that bound a cell the one that misses the largest share, if any misses something.
  private func scarcestAbove(_ cell: Int) -> (cell: Int, share: Double)? {
    var scarcest: (cell: Int, share: Double)?
    for above in state.model.enabling?.above[cell] ?? [] where share(above) > scarcest?.share ?? 0 {
      scarcest = (above, share(above))
    }
    return scarcest
  }
}
