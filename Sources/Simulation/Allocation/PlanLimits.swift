/// Builds every limit of a scenario on its deployments: rows 2 to 7, 9 (at most) and 11 of the method.
struct PlanLimits {
  let scenario: Scenario
  let deployments: [Deployment]
  private let movable: [Int]

  init(scenario: Scenario, deployments: [Deployment]) {
    self.scenario = scenario
    self.deployments = deployments
    movable = deployments.indices.filter { !deployments[$0].isInPlace }
  }

  /// In a fixed order: by kind, then identifier, then period.
  var all: [PlanLimit] {
    supply + scenario.missions.flatMap(limits(of:)) + budget + lift + packages + pins
  }

  /// What one promise and its elements allow, and nothing else: the reading "pledged".
  var promisesOnly: [PlanLimit] { supply + packages }

  private var supply: [PlanLimit] {
    let byPledge = Dictionary(grouping: movable) { deployments[$0].pledge }
    return scenario.pledges.indices.compactMap { pledge in
      guard let own = byPledge[pledge] else { return nil }
      let terms = own.map { PlanLimit.Term(deployment: $0, coefficient: 1) }
      let most = Double(scenario.pledges[pledge].units)
      return PlanLimit(kind: .supply(pledge: scenario.pledges[pledge].id), terms: terms, most: most)
    }
  }

  private func limits(of mission: Mission) -> [PlanLimit] {
    let own = movable.filter { scenario.needs[deployments[$0].need].mission == mission.id }
    let presence = MissionPresence(mission: mission, scenario: scenario, deployments: deployments)
    var limits: [PlanLimit] = []
    for period in scenario.horizon.periods.indices {
      limits += ceilings(of: mission, own, presence, period)
      limits += shares(of: mission, own, presence, period)
    }
    if let most = mission.budget {
      let all = deployments.indices.filter { scenario.needs[deployments[$0].need].mission == mission.id }
      limits.append(spending(.missionBudget(mission: mission.id), of: all, most: most))
    }
    return limits.filter { !$0.terms.isEmpty }
  }

  private func ceilings(
    of mission: Mission, _ own: [Int], _ presence: MissionPresence, _ period: Int
  ) -> [PlanLimit] {
    PersonnelCategory.allCases.compactMap { category in
      guard let ceiling = mission.ceilings[category] else { return nil }
      let terms = own.filter { category.includes(deployments[$0].category) }
        .compactMap { term($0, deployments[$0].people, period) }
      // A mission already beyond its ceiling may not get worse; nothing is asked to leave.
      let room = max(0, ceiling - presence.people(category, in: period))
      let kind = PlanLimit.Kind.ceiling(mission: mission.id, category: category, period: period)
      return PlanLimit(kind: kind, terms: terms, most: room)
    }
  }

  /// Shares turned round to "at most": `Σ (s·P − f)·x ≤ max(0, F₀ − s·P₀)`.
  private func shares(
    of mission: Mission, _ own: [Int], _ presence: MissionPresence, _ period: Int
  ) -> [PlanLimit] {
    var limits: [PlanLimit] = []
    if let share = mission.languageShare {
      let uniformed = own.filter { deployments[$0].category != .civilian }
      let terms = uniformed.compactMap {
        term($0, share * deployments[$0].people - deployments[$0].speakers, period)
      }
      let spare = presence.speakers(in: period) - share * presence.uniformed(in: period)
      limits.append(
        PlanLimit(
          kind: .languageShare(mission: mission.id, period: period), terms: terms, most: max(0, spare)))
    }
    for category in PersonnelCategory.allCases {
      guard let share = mission.womenShare[category] else { continue }
      let terms = own.filter { category.includes(deployments[$0].category) }
        .compactMap { term($0, share * deployments[$0].people - deployments[$0].women, period) }
      let spare = presence.women(category, in: period) - share * presence.people(category, in: period)
      let kind = PlanLimit.Kind.womenShare(mission: mission.id, category: category, period: period)
      limits.append(PlanLimit(kind: kind, terms: terms, most: max(0, spare)))
    }
    return limits
  }

  private func term(_ deployment: Int, _ perElement: Double, _ period: Int) -> PlanLimit.Term? {
    let coefficient = perElement * deployments[deployment].presence(in: scenario.horizon.period(period))
    return coefficient == 0 ? nil : PlanLimit.Term(deployment: deployment, coefficient: coefficient)
  }

  private var budget: [PlanLimit] {
    guard let most = scenario.allocation.budget, !deployments.isEmpty else { return [] }
    return [spending(.budget, of: Array(deployments.indices), most: most)]
  }

  private func spending(_ kind: PlanLimit.Kind, of columns: [Int], most: Double) -> PlanLimit {
    let terms = columns.filter { deployments[$0].cost != 0 }
      .map { PlanLimit.Term(deployment: $0, coefficient: deployments[$0].cost) }
    // What is in place costs what it costs: it may use a budget up, it cannot make the plan impossible.
    let sunk = columns.reduce(0) { $0 + deployments[$1].least * deployments[$1].cost }
    return PlanLimit(kind: kind, terms: terms, most: max(most, sunk))
  }

  private var lift: [PlanLimit] {
    scenario.lift.flatMap { pool in
      scenario.horizon.periods.enumerated().compactMap { period, days in
        let terms = movable.compactMap { number -> PlanLimit.Term? in
          let sorties = deployments[number].lift.filter { $0.pool == pool.id && days.contains($0.day) }
            .reduce(0) { $0 + $1.sorties }
          return sorties > 0 ? PlanLimit.Term(deployment: number, coefficient: sorties) : nil
        }
        guard !terms.isEmpty else { return nil }
        let capacity = Double(pool.carriers) * Double(days.count) / pool.cycleDays.mean
        return PlanLimit(kind: .lift(pool: pool.id, period: period), terms: terms, most: capacity)
      }
    }
  }

  private var packages: [PlanLimit] {
    scenario.packages.compactMap { package in
      guard case .atMost(let personnel) = package.kind else { return nil }
      let terms = movable.compactMap { number -> PlanLimit.Term? in
        let deployment = deployments[number]
        guard package.members.contains(scenario.pledges[deployment.pledge].id), deployment.people > 0
        else { return nil }
        return PlanLimit.Term(deployment: number, coefficient: deployment.people)
      }
      return terms.isEmpty
        ? nil : PlanLimit(kind: .package(id: package.id), terms: terms, most: personnel)
    }
  }

  /// Pins turned round to "at most", `Σ −x ≤ −units`.
  ///
  /// A pin without a column keeps an empty row, which no plan can satisfy.
  private var pins: [PlanLimit] {
    scenario.allocation.pins.map { pin in
      let terms = movable.filter { number in
        let deployment = deployments[number]
        return scenario.pledges[deployment.pledge].id == pin.pledge
          && scenario.needs[deployment.need].id == pin.need
          && (pin.arrivalDay == nil || pin.arrivalDay == deployment.arrival)
      }
      let kind = PlanLimit.Kind.pin(pledge: pin.pledge, need: pin.need, arrivalDay: pin.arrivalDay)
      return PlanLimit(
        kind: kind, terms: terms.map { PlanLimit.Term(deployment: $0, coefficient: -1) },
        most: -Double(pin.units))
    }
  }
}
