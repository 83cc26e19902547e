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
      guard deployment.legs.count > 1 else {
        columns[deployment.need].append(number)
        continue
      }
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

  /// Of each need, in order; on any number of threads the same.
  ///
  /// - Parameters:
  ///   - threads: Threads to use.
  ///   - hurry: From when on only a few columns of each cell are asked; `nil` for never.
  /// - Returns: One list for each need.
  func all(threads: Int, hurry: StopSignal? = nil) -> [[Reason]] {
    parallelMap(count: scenario.needs.count, threads: threads) {
      reasons(forNeed: $0, isBrief: hurry?.isOver ?? false)
    }
  }

  /// Empty where nothing is missing; otherwise the reason that explains most of the shortfall first.
  private func reasons(forNeed need: Int, isBrief: Bool) -> [Reason] {
    let short = cells[need].filter { state.shortfall(ofCell: $0) > 0 }
    guard !short.isEmpty else { return [] }
    var tally = ReasonTally()
    var held = HeldColumns(of: need, columns: columns[need], isBrief: isBrief, scenario, state, use)
    var coming = arrivals.coming(to: need)
    let refused = refusals[need].map { tally.number(of: $0) }
    var nobody: [Int]?
    for cell in short {
      var causes = held.causes(ofCell: cell, &tally)
      causes += arrivals.causes(ofCell: cell, need: need, &coming, &tally)
      causes += refused
      if causes.isEmpty, state.ownShortfall(ofCell: cell) > 0 {
        causes = nobody ?? nobodyLeft(for: need).map { tally.number(of: $0) }
        nobody = causes
      }
      if let bound = enabling.cause(ofCell: cell).map({ tally.number(of: $0) }) {
        causes.insert(bound, at: enabling.isFirst(inCell: cell) ? 0 : causes.count)
      }
      let weight = state.shortfall(ofCell: cell) * Double(state.model.cells[cell].days.count)
      // Of a cell's causes the first is the nearest to being lifted.
      for (rank, cause) in causes.enumerated() { tally.add(cause, weight: rank == 0 ? weight : 0) }
    }
    return tally.ranked
  }

  /// Pledges that could come on other days but serve elsewhere, or else that there is none.
  private func nobodyLeft(for need: Int) -> [ReasonCause] {
    let pledges = Set(
      columns[need].flatMap { state.model.deployments[$0].legs.filter { $0.need == need }.map(\.pledge) })
    let elsewhere = pledges.sorted().filter { !use.needs[$0].isEmpty && !use.needs[$0].contains(need) }
    guard elsewhere.isEmpty else {
      return elsewhere.compactMap { pledge in
        let id = scenario.pledges[pledge].id
        return scenario.serving(pledge, use.needs[pledge]).map {
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
}

/// The pledge that a reason names, and what is sent as one: the pledge itself or its package.
struct SentNames {
  var pledge: String
  var whole: String
}

extension Scenario {
  /// What a pledge serves, in words; `nil` for nothing.
  func serving(_ pledge: Int, _ needs: some Sequence<Int>) -> BilingualText? {
    let id = pledges[pledge].id
    return BilingualText.few(needs.map { self.needs[$0].id }).map {
      BilingualText(en: "\(id) serves \($0.english)", fr: "\(id) sert \($0.french)")
    }
  }

  func names(ofPledge pledge: Int, package: Int?) -> SentNames {
    let id = pledges[pledge].id
    return SentNames(pledge: id, whole: package.map { packages[$0].id } ?? id)
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
