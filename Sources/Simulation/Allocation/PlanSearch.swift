/// Finds good plans of whole elements without a proof: rounding, filling, exchanging.
///
/// Everything is done in column order and counted in moves, so the same model gives the same plan.
struct PlanSearch {
  let model: AllocationModel
  /// Columns looked at so far, by which the work is counted.
  var looks = 0
  private let limits: SearchLimits?
  /// What exchanges keep.
  let floor: CoverageFloor?

  init(model: AllocationModel, limits: SearchLimits? = nil, floor: CoverageFloor? = nil) {
    self.model = model
    self.limits = limits
    self.floor = floor
  }

  /// Whether the work, the clock or the user asks for the best so far.
  var isOver: Bool { looks >= Self.mostLooks || limits?.isOver == true }

  /// Gaps closed by less than this, in weighted days, are arithmetic noise.
  static let noise = 1e-9
  /// Rounds of exchanges; each looks at every element sent.
  private static let mostRounds = 8

  /// Columns that may be looked at: some seconds of work, then the best so far is taken.
  private static let mostLooks = 30_000_000

  /// The best plan found from some points, rounded down, and from nothing; `nil` where pins leave none
  /// within reach.
  mutating func plan(from points: [[Double]]) -> PlanState? {
    let floors = points.map(floor(of:))
    var plans: [PlanState] = []
    for start in floors + [PlanState(model: model)] {
      if let plan = filled(from: start) { plans.append(plan) }
    }
    guard var best = plans.min(by: { $0.weightedGap < $1.weightedGap - Self.noise }) else { return nil }
    for _ in 0..<Self.mostRounds where exchange(&best) {}
    return best
  }

  /// What is in place and pinned; `nil` where pins leave no plan within reach.
  var start: PlanState? { kept(PlanState(model: model)) }

  /// A point rounded down to a plan that keeps every limit; `nil` where pins leave none within reach.
  func rounded(_ point: [Double]) -> PlanState? { kept(floor(of: point)) }

  private func floor(of point: [Double]) -> PlanState {
    // A point at which the clock stopped the solver may be out of bounds.
    let sent = zip(point, model.deployments).map { value, deployment in
      min(max((value + 1e-6).rounded(.down), deployment.least), deployment.most)
    }
    return PlanState(model: model, sending: sent)
  }

  /// A plan filled up and with exchanges, which opens no gap and keeps the floor.
  mutating func improved(_ plan: PlanState) -> PlanState {
    var best = plan
    fill(&best)
    for _ in 0..<Self.mostRounds where exchange(&best) {}
    return best
  }

  /// A plan filled up, without exchanges.
  mutating func filledUp(_ plan: PlanState) -> PlanState {
    var state = plan
    fill(&state)
    return state
  }

  func keepsFloor(_ state: PlanState) -> Bool { floor?.isKept(by: state) ?? true }

  private mutating func filled(from start: PlanState) -> PlanState? {
    guard var state = kept(start) else { return nil }
    fill(&state)
    return state
  }

  /// The plan with what pins and limits ask for; `nil` where that is not within reach.
  private func kept(_ start: PlanState) -> PlanState? {
    var state = start
    satisfyPins(&state)
    repair(&state)
    return state.keepsEveryLimit ? state : nil
  }

  private func satisfyPins(_ state: inout PlanState) {
    for (number, limit) in model.limits.enumerated() {
      guard case .pin = limit.kind else { continue }
      for term in limit.terms {
        while state.used[number] > limit.most, state.fits(term.deployment, 1) {
          state.add(term.deployment, 1)
        }
      }
    }
  }

  /// Takes elements back from each broken limit, the least useful for its claim on it first.
  private func repair(_ state: inout PlanState) {
    var isBroken = true
    while isBroken {
      isBroken = false
      for number in model.limits.indices where state.isBroken(number) {
        guard let least = leastUseful(in: number, state) else { return }
        state.add(least, -min(1, state.sent[least]))
        isBroken = true
      }
    }
  }

  private func leastUseful(in limit: Int, _ state: PlanState) -> Int? {
    var least: Int?
    var smallest = Double.infinity
    for term in model.limits[limit].terms where term.coefficient > 0 {
      let deployment = model.deployments[term.deployment]
      guard state.sent[term.deployment] > deployment.least else { continue }
      let loss = -state.gain(term.deployment, -1) / term.coefficient
      if loss < smallest - Self.noise {
        least = term.deployment
        smallest = loss
      }
    }
    return least
  }

  /// Adds what closes most, again and again, until nothing closes anything: single elements, then pairs of
  /// which one makes room for the other, then elements that count only together.
  private mutating func fill(_ state: inout PlanState) {
    repeat {
      if model.isLarge { GreedyFill(model: model, stop: limits?.stop ?? StopSignal()).fill(&state) }
      while let best = bestAddition(to: state, except: nil) { state.add(best, 1) }
    } while addPair(to: &state) || addChain(to: &state)
  }

  /// Adds an element that a share holds back together with one that lifts the share.
  private mutating func addPair(to state: inout PlanState) -> Bool {
    for deployment in model.deployments.indices where state.gain(deployment, 1) > Self.noise {
      guard !isOver, state.sent[deployment] + 1 <= model.deployments[deployment].most,
        let broken = state.firstBroken(by: deployment, 1)
      else { continue }
      looks += model.limits[broken].terms.count
      for term in model.limits[broken].terms where term.coefficient < 0 && term.deployment != deployment {
        guard !isOver else { return false }
        guard state.fits(term.deployment, 1) else { continue }
        var trial = state
        trial.add(term.deployment, 1)
        guard trial.fits(deployment, 1) else { continue }
        trial.add(deployment, 1)
        if trial.weightedGap < state.weightedGap - Self.noise {
          state = trial
          return true
        }
      }
    }
    return false
  }

  /// Takes each element back once and fills up again; keeps what closes more.
  ///
  /// - Returns: Whether anything changed.
  private mutating func exchange(_ state: inout PlanState) -> Bool {
    var changed = false
    for deployment in model.deployments.indices where state.sent[deployment] >= 1 {
      guard !isOver, state.fits(deployment, -1) else { continue }
      var trial = state
      trial.add(deployment, -1)
      fillNear(deployment, &trial)
      if trial.weightedGap < state.weightedGap - Self.noise, keepsFloor(trial) {
        state = trial
        changed = true
      }
    }
    return changed
  }

  /// Fills up, but for the element just taken back.
  private mutating func fillNear(_ removed: Int, _ state: inout PlanState) {
    var isFirst = true
    while let best = bestAddition(to: state, except: isFirst ? removed : nil) {
      state.add(best, 1)
      isFirst = false
    }
  }

  private mutating func bestAddition(to state: PlanState, except removed: Int?) -> Int? {
    guard !isOver else { return nil }
    var best: Int?
    var bestGain = Self.noise
    looks += model.deployments.count
    for deployment in model.deployments.indices where deployment != removed {
      let gain = state.gain(deployment, 1)
      if gain > bestGain + Self.noise, state.fits(deployment, 1) {
        best = deployment
        bestGain = gain
      }
    }
    return best
  }
}
