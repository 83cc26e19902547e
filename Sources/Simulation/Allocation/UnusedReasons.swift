/// Why elements stay unused, found by asking the model what sending one more would do.
struct UnusedReasons {
  private let scenario: Scenario
  private let catalogue: DeploymentCatalogue
  private let state: PlanState
  private let use: PlanUse
  /// Columns of each pledge, rising.
  private let columns: [[Int]]
  /// Needs that each capability fits, rising.
  private let fitting: [String: [Int]]
  /// What each need is met by where nothing of a pledge is sent to it.
  private let metBy: [BilingualText]

  init(_ scenario: Scenario, _ catalogue: DeploymentCatalogue, _ state: PlanState) {
    self.scenario = scenario
    self.catalogue = catalogue
    self.state = state
    let use = PlanUse(scenario, state)
    self.use = use
    let eligibility = Eligibility(scenario: scenario)
    var columns = [[Int]](repeating: [], count: scenario.pledges.count)
    for (number, deployment) in state.model.deployments.enumerated() {
      guard deployment.legs.count > 1 else {
        columns[deployment.pledge].append(number)
        continue
      }
      for pledge in Set(deployment.legs.map(\.pledge)) { columns[pledge].append(number) }
    }
    self.columns = columns
    let samples = Dictionary(scenario.pledges.map { ($0.capability, $0) }) { first, _ in first }
    fitting = samples.mapValues { pledge in
      scenario.needs.indices.filter { eligibility.effectiveness(of: pledge, for: scenario.needs[$0]) != nil }
    }
    metBy = use.pledges.map { Self.words(for: $0, in: scenario) }
  }

  /// Pledges with elements that the plan sends nowhere, in identifier order; on any number of threads the same.
  ///
  /// - Parameters:
  ///   - threads: Threads to use.
  ///   - hurry: From when on only one need of each pledge is asked; `nil` for never.
  /// - Returns: One for each pledge with elements left.
  func all(threads: Int, hurry: StopSignal? = nil) -> [UnusedPledge] {
    let unused = unused
    return parallelMap(count: unused.count, threads: threads) { number in
      let most = hurry?.isOver == true ? 1 : Int.max
      return entry(of: unused[number], reasons: reasons(for: unused[number], most: most))
    }
  }

  /// The same with nobody asking why.
  var withoutReasons: [UnusedPledge] { unused.map { entry(of: $0, reasons: []) } }

  private func entry(of pledge: Int, reasons: [Reason]) -> UnusedPledge {
    UnusedPledge(pledge: scenario.pledges[pledge].id, units: left(of: pledge), reasons: reasons)
  }

  private func left(of pledge: Int) -> Double { Double(scenario.pledges[pledge].units) - use.sent[pledge] }

  private var unused: [Int] {
    scenario.pledges.indices.filter { left(of: $0) > 1e-9 && scenario.pledges[$0].inPlace == nil }
  }

  private func reasons(for pledge: Int, most: Int) -> [Reason] {
    let entry = scenario.pledges[pledge]
    let fitting = (fitting[entry.capability] ?? []).prefix(most)
    var tally = ReasonTally()
    if fitting.isEmpty {
      let text = BilingualText(
        en: "no need asks for \(entry.capability)", fr: "aucun besoin ne demande \(entry.capability)")
      tally.add(ReasonCause(kind: .nobody, pledge: entry.id, fact: .nobody(text)), weight: 1)
    }
    for need in fitting {
      for cause in causes(for: pledge, need: need) { tally.add(cause, weight: Self.weight(of: cause.kind)) }
    }
    return tally.ranked
  }

  /// What a planner could move comes before what is met anyway, and that before what is ruled out.
  private static func weight(of kind: Reason.Kind) -> Double {
    switch kind {
    case .ceiling, .budget, .lift, .languageShare, .womenShare, .package, .support, .indivisible: 1e6
    case .outweighed: 1e3
    default: 1
    }
  }

  private func causes(for pledge: Int, need: Int) -> [ReasonCause] {
    let id = scenario.pledges[pledge].id
    let pair = DeploymentCatalogue.Pair(pledge: pledge, need: need)
    if let refused = catalogue.refusals[pair] { return refused.map { $0.cause(of: id) } }
    let own = columns[pledge].filter { number in
      state.model.deployments[number].legs.contains { $0.pledge == pledge && $0.need == need }
    }
    guard !own.isEmpty else { return [] }
    let best = own.max { state.gain($0, 1) < state.gain($1, 1) }
    guard let best, state.gain(best, 1) > 1e-9 else {
      return [
        EnablingReasons(scenario, state).cause(forPledge: pledge, need: need, own) ?? covered(pledge, need)
      ]
    }
    let deployment = state.model.deployments[best]
    if let broken = state.firstLimitBroken(by: best, 1),
      let cause = ReasonCause(
        broken.limit, left: broken.left, scenario.names(ofPledge: pledge, package: deployment.package),
        people: deployment.mostPeople)
    {
      return [cause]
    }
    let name = scenario.needs[need].id
    let text = BilingualText(
      en: "\(name) could take it: the search ended before",
      fr: "\(name) pourrait le prendre : la recherche s'est arrêtée avant")
    return [ReasonCause(kind: .outweighed, pledge: id, fact: .servesElsewhere(text))]
  }

  /// The need is met without it on every day on which it could be there.
  private func covered(_ pledge: Int, _ need: Int) -> ReasonCause {
    let isAmong = use.needs[pledge].contains(need)
    let by = isAmong ? Self.words(for: use.pledges[need].filter { $0 != pledge }, in: scenario) : metBy[need]
    let name = scenario.needs[need].id
    return ReasonCause(
      kind: .outweighed, pledge: scenario.pledges[pledge].id,
      fact: .servesElsewhere(
        BilingualText(
          en: "\(name) is met by \(by.english)", fr: "\(name) est satisfait par \(by.french)")))
  }

  private static func words(for pledges: [Int], in scenario: Scenario) -> BilingualText {
    BilingualText.few(pledges.map { scenario.pledges[$0].id })
      ?? BilingualText(en: "what is sent already", fr: "ce qui est déjà envoyé")
  }
}
