/// Why needs stay short, found by asking the model what would stop one more element.
struct ShortfallReasons {
  private let scenario: Scenario
  private let state: PlanState
  private let use: PlanUse
  private let cells: [[Int]]
  private let columns: [[Int]]
  private let refusals: [[ReasonCause]]

  init(_ scenario: Scenario, _ catalogue: DeploymentCatalogue, _ state: PlanState) {
    self.scenario = scenario
    self.state = state
    use = PlanUse(scenario, state)
    cells = PlanReport.cellsByNeed(of: scenario, state)
    var columns = [[Int]](repeating: [], count: scenario.needs.count)
    for (number, deployment) in state.model.deployments.enumerated() {
      columns[deployment.need].append(number)
    }
    self.columns = columns
    var refusals = [[ReasonCause]](repeating: [], count: scenario.needs.count)
    for pair in catalogue.refusals.keys.sorted(by: { ($0.need, $0.pledge) < ($1.need, $1.pledge) }) {
      let pledge = scenario.pledges[pair.pledge].id
      refusals[pair.need] += (catalogue.refusals[pair] ?? []).map { $0.cause(of: pledge) }
    }
    self.refusals = refusals
  }

  /// Empty where nothing is missing; otherwise the reason that explains most of the shortfall first.
  func reasons(forNeed need: Int) -> [Reason] {
    var tally = ReasonTally()
    for cell in cells[need] where state.shortfall(ofCell: cell) > 0 {
      let weight = state.shortfall(ofCell: cell) * Double(state.model.cells[cell].days.count)
      for (rank, cause) in causes(ofCell: cell, need: need).enumerated() {
        tally.add(cause, weight: rank == 0 ? weight : 0)
      }
    }
    return tally.ranked
  }

  /// Causes of one cell's shortfall, the nearest to being lifted first.
  private func causes(ofCell cell: Int, need: Int) -> [ReasonCause] {
    let present = Set(state.model.cells[cell].deployments)
    let held = columns[need].filter { present.contains($0) }.compactMap(holdingBack)
    let limits = held.filter { $0.kind != .outweighed }
    let outweighed = held.filter { $0.kind == .outweighed }
    let found = limits + outweighed + late(forCell: cell, need: need) + refusals[need]
    return found.isEmpty ? [nobody(need)] : found
  }

  /// What keeps one more element of a column out of a cell that is short; `nil` where none is left of it or
  /// all of it serves this need already.
  private func holdingBack(_ column: Int) -> ReasonCause? {
    let deployment = state.model.deployments[column]
    guard !deployment.isInPlace else { return nil }
    let pledge = scenario.pledges[deployment.pledge].id
    guard let broken = state.firstLimitBroken(by: column, 1) else {
      guard state.gain(column, 1) > 1e-9, state.fits(column, 1) else { return nil }
      let text = "\(pledge) is left over: the search ended before it was placed"
      return ReasonCause(kind: .outweighed, pledge: pledge, fact: .servesElsewhere(text))
    }
    if let cause = ReasonCause(broken.limit, left: broken.left, pledge: pledge, deployment) { return cause }
    if let cause = holdingBackUntilLater(column) { return cause }
    let elsewhere = use.needs[deployment.pledge].filter { $0 != deployment.need }
    guard let names = ReasonWording.few(elsewhere.map { scenario.needs[$0].id }) else { return nil }
    return ReasonCause(
      kind: .outweighed, pledge: pledge, fact: .servesElsewhere("\(pledge) serves \(names)"))
  }

  /// What keeps an element that is sent to this need later from coming on a column's day.
  private func holdingBackUntilLater(_ column: Int) -> ReasonCause? {
    let deployment = state.model.deployments[column]
    let later = columns[deployment.need].first {
      let other = state.model.deployments[$0]
      return other.pledge == deployment.pledge && state.sent[$0] >= 1 && other.arrival > deployment.arrival
    }
    guard let later else { return nil }
    var moved = state
    moved.add(later, -1)
    let pledge = scenario.pledges[deployment.pledge].id
    return moved.firstLimitBroken(by: column, 1).flatMap {
      ReasonCause($0.limit, left: $0.left, pledge: pledge, deployment)
    }
  }

  /// Pledges that fit the need but cannot be there yet.
  private func late(forCell cell: Int, need: Int) -> [ReasonCause] {
    let days = state.model.cells[cell].days
    let movable = columns[need].filter { !state.model.deployments[$0].isInPlace }
    let earliest = Dictionary(grouping: movable) { state.model.deployments[$0].pledge }
      .compactMapValues { $0.map { state.model.deployments[$0].arrival }.min() }
    return earliest.keys.sorted().compactMap { pledge in
      guard let arrival = earliest[pledge], arrival >= days.upperBound, isToCome(pledge, need)
      else { return nil }
      return ReasonCause(kind: .late, pledge: scenario.pledges[pledge].id, fact: .late(arrival))
    }
  }

  /// Whether any of the pledge is sent to this need, or left over.
  private func isToCome(_ pledge: Int, _ need: Int) -> Bool {
    use.sent[pledge] < Double(scenario.pledges[pledge].units) || use.needs[pledge].contains(need)
  }

  private func nobody(_ need: Int) -> ReasonCause {
    let capability = scenario.needs[need].capability
    let isAnySent = columns[need].contains { state.sent[$0] > 0 }
    return ReasonCause(
      kind: .nobody, pledge: nil,
      fact: .nobody(
        isAnySent
          ? "all \(capability) that fits is sent, and it is not enough" : "nobody pledged \(capability)"))
  }
}

extension ReasonCause {
  /// What a limit that is nearly used up says to a pledge; `nil` for the pledge's own supply.
  init?(_ limit: PlanLimit, left: Double, pledge: String, _ deployment: Deployment) {
    guard let kind = limit.reason else { return nil }
    guard kind == .ceiling else {
      self.init(kind: kind, pledge: pledge, fact: .held(limit: limit.words))
      return
    }
    let people = Int(deployment.people.rounded(.up))
    // Half of it would fit: then its size is the matter, not the ceiling.
    self.init(
      kind: left >= deployment.people / 2 ? .indivisible : .ceiling, pledge: pledge,
      fact: .noRoom(limit: limit.words, room: Int(left.rounded(.down)), people: people))
  }
}

extension Reason {
  /// A refusal as a cause to be put into words with others.
  func cause(of pledge: String) -> ReasonCause {
    ReasonCause(kind: kind, pledge: pledge, fact: kind == .late ? .late(nil) : .refused(detail))
  }
}
