/// Why needs stay short, found by asking the model what would stop one more element.
struct ShortfallReasons {
  private let scenario: Scenario
  private let state: PlanState
  private let use: PlanUse
  private let cells: [[Int]]
  private let columns: [[Int]]
  private let refusals: [[Reason]]

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
    var refusals = [[(pledge: Int, reasons: [Reason])]](repeating: [], count: scenario.needs.count)
    for (pair, reasons) in catalogue.refusals { refusals[pair.need].append((pair.pledge, reasons)) }
    self.refusals = refusals.map { list in
      list.sorted { $0.pledge < $1.pledge }.flatMap(\.reasons)
    }
  }

  /// Empty where nothing is missing; otherwise the reason that explains most of the shortfall first.
  func reasons(forNeed need: Int) -> [Reason] {
    var tally = ReasonTally()
    for cell in cells[need] where state.shortfall(ofCell: cell) > 0 {
      let weight = state.shortfall(ofCell: cell) * Double(state.model.cells[cell].days.count)
      let causes = causes(ofCell: cell, need: need)
      for (rank, cause) in causes.enumerated() { tally.add(cause, weight: rank == 0 ? weight : 0) }
    }
    return tally.ranked
  }

  /// Causes of one cell's shortfall, the nearest to being lifted first.
  private func causes(ofCell cell: Int, need: Int) -> [Reason] {
    let present = Set(state.model.cells[cell].deployments)
    let held = columns[need].filter { present.contains($0) }.compactMap(holdingBack)
    let limits = held.filter { $0.kind != .outweighed }
    let outweighed = held.filter { $0.kind == .outweighed }
    let found = limits + outweighed + late(forCell: cell, need: need) + refusals[need]
    return found.isEmpty ? [nobody(need)] : found
  }

  /// What keeps one more element of a column out of a cell that is short; `nil` where none is left of it or
  /// all of it serves this need already.
  private func holdingBack(_ column: Int) -> Reason? {
    let deployment = state.model.deployments[column]
    guard !deployment.isInPlace else { return nil }
    let pledge = scenario.pledges[deployment.pledge]
    guard let broken = state.firstLimitBroken(by: column, 1) else {
      guard state.gain(column, 1) > 1e-9, state.fits(column, 1) else { return nil }
      return Reason(
        kind: .outweighed, detail: "\(pledge.id) is left over: the search ended before it was placed",
        pledges: [pledge.id])
    }
    if let kind = broken.limit.reason {
      return Self.reason(kind, broken.limit, left: broken.left, pledge: pledge, deployment)
    }
    let elsewhere = use.needs[deployment.pledge].filter { $0 != deployment.need }
    guard !elsewhere.isEmpty else { return nil }
    let names = elsewhere.map { scenario.needs[$0].id }.joined(separator: ", ")
    return Reason(kind: .outweighed, detail: "\(pledge.id) serves \(names)", pledges: [pledge.id])
  }

  /// A limit that keeps a pledge out, with what is left of it.
  static func reason(
    _ kind: Reason.Kind, _ limit: PlanLimit, left: Double, pledge: Pledge, _ deployment: Deployment
  ) -> Reason {
    guard kind == .ceiling else {
      return Reason(kind: kind, detail: "\(limit.words) holds back \(pledge.id)", pledges: [pledge.id])
    }
    let (people, room) = (Int(deployment.people.rounded(.up)), Int(left.rounded(.down)))
    // Half of it would fit: then its size is the matter, not the ceiling.
    let kind: Reason.Kind = left >= deployment.people / 2 ? .indivisible : .ceiling
    return Reason(
      kind: kind, detail: "\(limit.words) leaves room for \(room), \(pledge.id) brings \(people)",
      pledges: [pledge.id])
  }

  /// Pledges that fit the need but cannot be there yet.
  private func late(forCell cell: Int, need: Int) -> [Reason] {
    let days = state.model.cells[cell].days
    let earliest = Dictionary(grouping: columns[need].filter { !state.model.deployments[$0].isInPlace }) {
      state.model.deployments[$0].pledge
    }.compactMapValues { $0.map { state.model.deployments[$0].arrival }.min() }
    return earliest.keys.sorted().compactMap { pledge in
      guard let arrival = earliest[pledge], arrival >= days.upperBound, isToCome(pledge, need) else {
        return nil
      }
      let id = scenario.pledges[pledge].id
      return Reason(kind: .late, detail: "\(id) cannot be there before day \(arrival)", pledges: [id])
    }
  }

  /// Whether any of the pledge is sent to this need, or left over.
  private func isToCome(_ pledge: Int, _ need: Int) -> Bool {
    use.sent[pledge] < Double(scenario.pledges[pledge].units) || use.needs[pledge].contains(need)
  }

  private func nobody(_ need: Int) -> Reason {
    let capability = scenario.needs[need].capability
    let isAnySent = columns[need].contains { state.sent[$0] > 0 }
    let detail =
      isAnySent ? "all \(capability) that fits is sent, and it is not enough" : "nobody pledged \(capability)"
    return Reason(kind: .nobody, detail: detail)
  }
}

/// Joins equal causes and ranks them by how much of the shortfall they explain.
private struct ReasonTally {
  private var details: [Reason.Kind: [String]] = [:]
  private var pledges: [Reason.Kind: Set<String>] = [:]
  private var weights: [Reason.Kind: Double] = [:]

  mutating func add(_ reason: Reason, weight: Double) {
    if details[reason.kind]?.contains(reason.detail) != true {
      details[reason.kind, default: []].append(reason.detail)
    }
    pledges[reason.kind, default: []].formUnion(reason.pledges)
    weights[reason.kind, default: 0] += weight
  }

  var ranked: [Reason] {
    let kinds = Reason.Kind.allCases.filter { details[$0] != nil }
    // Stable for equal weights: the order of the kinds.
    let order = kinds.enumerated().sorted {
      let (a, b) = (weights[$0.element] ?? 0, weights[$1.element] ?? 0)
      return a != b ? a > b : $0.offset < $1.offset
    }
    return order.map { _, kind in
      Reason(
        kind: kind, detail: (details[kind] ?? []).joined(separator: "; "),
        pledges: (pledges[kind] ?? []).sorted())
    }
  }
}
