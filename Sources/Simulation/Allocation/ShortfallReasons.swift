/// Why needs stay short, found by asking the model what would stop one more element.
struct ShortfallReasons {
  private let scenario: Scenario
  private let state: PlanState
  private let use: PlanUse
  private let cells: [[Int]]
  private let columns: [[Int]]
  private let refusals: [[ReasonCause]]
  private let enabling: EnablingReasons
  private let arrivals: ArrivalReasons

  init(_ scenario: Scenario, _ catalogue: DeploymentCatalogue, _ state: PlanState) {
    self.scenario = scenario
    self.state = state
    use = PlanUse(scenario, state)
    enabling = EnablingReasons(scenario, state)
    cells = PlanReport.cellsByNeed(of: scenario, state)
    var columns = [[Int]](repeating: [], count: scenario.needs.count)
    for (number, deployment) in state.model.deployments.enumerated() {
      for need in Set(deployment.legs.map(\.need)) { columns[need].append(number) }
    }
    self.columns = columns
    arrivals = ArrivalReasons(scenario: scenario, state: state, use: use, columns: columns)
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
    var held = HeldColumns()
    let coming = arrivals.coming(to: need)
    for cell in cells[need] where state.shortfall(ofCell: cell) > 0 {
      let weight = state.shortfall(ofCell: cell) * Double(state.model.cells[cell].days.count)
      for (rank, cause) in causes(ofCell: cell, need: need, &held, coming).enumerated() {
        tally.add(cause, weight: rank == 0 ? weight : 0)
      }
    }
    return tally.ranked
  }

  /// Causes of one cell's shortfall, the nearest to being lifted first.
  private func causes(
    ofCell cell: Int, need: Int, _ columns: inout HeldColumns, _ coming: ArrivalReasons.Coming
  ) -> [ReasonCause] {
    let held = columns.causes(of: state.model.cells[cell].deployments) { holdingBack($0, from: need) }
    let limits = held.filter { $0.kind != .outweighed }
    let outweighed = held.filter { $0.kind == .outweighed }
    let own = limits + outweighed + arrivals.causes(ofCell: cell, need: need, coming) + refusals[need]
    let short = own.isEmpty && state.ownShortfall(ofCell: cell) > 0 ? nobodyLeft(for: need) : own
    guard let bound = enabling.cause(ofCell: cell) else { return short }
    return enabling.isFirst(inCell: cell) ? [bound] + short : short + [bound]
  }

  /// What keeps one more of a column out of a cell that is short; `nil` where none is left of it or all of it
  /// serves this need already.
  private func holdingBack(_ column: Int, from need: Int) -> ReasonCause? {
    let deployment = state.model.deployments[column]
    guard !deployment.isInPlace, let leg = deployment.leg(toNeed: need) else { return nil }
    let pledge = scenario.pledges[leg.pledge].id
    guard let broken = state.firstLimitBroken(by: column, 1) else {
      guard state.gain(column, 1) > 1e-9, state.fits(column, 1) else { return nil }
      let text = BilingualText(
        en: "\(pledge) is left over: the search ended before it was placed",
        fr: "\(pledge) reste : la recherche s'est arrêtée avant de le placer")
      return ReasonCause(kind: .outweighed, pledge: pledge, fact: .servesElsewhere(text))
    }
    let sent = scenario.names(of: deployment, pledge: leg.pledge)
    if let cause = ReasonCause(broken.limit, left: broken.left, sent, people: deployment.mostPeople) {
      return cause
    }
    if let cause = holdingBackUntilLater(column, leg, sent) { return cause }
    let elsewhere = use.needs[leg.pledge].filter { $0 != need }
    guard let text = serves(pledge, elsewhere) else { return nil }
    return ReasonCause(kind: .outweighed, pledge: pledge, fact: .servesElsewhere(text))
  }

  /// What keeps an element that is sent to this need later from coming on a column's day.
  private func holdingBackUntilLater(
    _ column: Int, _ leg: DeploymentLeg, _ sent: SentNames
  ) -> ReasonCause? {
    let later = columns[leg.need].first { number in
      state.sent[number] >= 1
        && state.model.deployments[number].legs.contains {
          $0.pledge == leg.pledge && $0.need == leg.need && $0.arrival > leg.arrival
        }
    }
    guard let later else { return nil }
    var moved = state
    moved.add(later, -1)
    return moved.firstLimitBroken(by: column, 1).flatMap {
      ReasonCause($0.limit, left: $0.left, sent, people: state.model.deployments[column].mostPeople)
    }
  }

  /// Pledges that could come on other days but serve elsewhere, or else that there is none.
  private func nobodyLeft(for need: Int) -> [ReasonCause] {
    let pledges = Set(
      columns[need].flatMap { state.model.deployments[$0].legs.filter { $0.need == need }.map(\.pledge) })
    let elsewhere = pledges.sorted().filter { !use.needs[$0].isEmpty && !use.needs[$0].contains(need) }
    guard elsewhere.isEmpty else {
      return elsewhere.compactMap { pledge in
        let id = scenario.pledges[pledge].id
        return serves(id, use.needs[pledge]).map {
          ReasonCause(kind: .outweighed, pledge: id, fact: .servesElsewhere($0))
        }
      }
    }
    let capability = scenario.needs[need].capability
    let isAnySent = columns[need].contains { state.sent[$0] > 0 }
    let text =
      isAnySent
      ? BilingualText(
        en: "all \(capability) that fits is sent, and it is not enough",
        fr: "tout ce qui convient de \(capability) est envoyé, et ne suffit pas")
      : BilingualText(en: "nobody pledged \(capability)", fr: "personne n'a promis \(capability)")
    return [ReasonCause(kind: .nobody, pledge: nil, fact: .nobody(text))]
  }

  private func serves(_ pledge: String, _ needs: some Sequence<Int>) -> BilingualText? {
    BilingualText.few(needs.map { scenario.needs[$0].id }).map {
      BilingualText(en: "\(pledge) serves \($0.english)", fr: "\(pledge) sert \($0.french)")
    }
  }
}

/// Why columns are held back from one need, found once for each column and not for each cell that it is in.
private struct HeldColumns {
  /// By column: the number of its cause, negative for none.
  private var numbers: [Int: Int] = [:]
  private var known: [ReasonCause: Int] = [:]
  private var causes: [ReasonCause] = []

  /// The different causes of some columns, in the order of the columns.
  mutating func causes(of columns: [Int], _ find: (Int) -> ReasonCause?) -> [ReasonCause] {
    let found = columns.map { number(of: $0, find) }
    var isSeen = [Bool](repeating: false, count: causes.count)
    var different: [ReasonCause] = []
    for number in found where number >= 0 && !isSeen[number] {
      isSeen[number] = true
      different.append(causes[number])
    }
    return different
  }

  private mutating func number(of column: Int, _ find: (Int) -> ReasonCause?) -> Int {
    if let number = numbers[column] { return number }
    let new = find(column).map { place(of: $0) } ?? -1
    numbers[column] = new
    return new
  }

  private mutating func place(of cause: ReasonCause) -> Int {
    if let number = known[cause] { return number }
    known[cause] = causes.count
    causes.append(cause)
    return causes.count - 1
  }
}

/// The pledge that a reason names, and what is sent as one: the pledge itself or its package.
struct SentNames {
  var pledge: String
  var whole: String
}

extension Scenario {
  func names(of deployment: Deployment, pledge: Int) -> SentNames {
    let id = pledges[pledge].id
    return SentNames(pledge: id, whole: deployment.package.map { packages[$0].id } ?? id)
  }
}

extension ReasonCause {
  /// What a limit that is nearly used up says to what would bring so many people; `nil` for the pledge's own
  /// supply.
  init?(_ limit: PlanLimit, left: Double, _ sent: SentNames, people: Double) {
    guard let kind = limit.reason else { return nil }
    guard kind == .ceiling else {
      self.init(
        kind: kind, pledge: sent.pledge, fact: .held(limit: limit.text), step: LimitStep(of: limit.kind))
      return
    }
    // Half of it would fit: then its size is the matter, not the ceiling.
    self.init(
      kind: left >= people / 2 ? .indivisible : .ceiling, pledge: sent.pledge,
      fact: .noRoom(
        limit: limit.text, room: Int(left.rounded(.down)), people: Int(people.rounded(.up)),
        brings: sent.whole), step: LimitStep(of: limit.kind))
  }
}

extension Reason {
  /// A refusal as a cause to be put into words with others.
  func cause(of pledge: String) -> ReasonCause {
    ReasonCause(kind: kind, pledge: pledge, fact: kind == .late ? .late(nil) : .refused(text))
  }
}
