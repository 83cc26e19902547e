/// Builds every limit of a scenario on its deployments: rows 2 to 7, 9 (at most), 10 and 11 of the method.
struct PlanLimits {
  private(set) var scenario: Scenario
  let deployments: [Deployment]
  /// Legs of what can still be decided on, in the order of deployments.
  let movable: [PlacedLeg]
  let inPlace: [Deployment]
  /// Places of each mission's legs in ``movable``.
  private let legsOfMission: [String: [Int]]
  /// Numbers of all deployments to each mission.
  private let columnsOfMission: [String: [Int]]

  /// A leg, and the number of the deployment that it belongs to.
  struct PlacedLeg {
    var deployment: Int
    var leg: DeploymentLeg
  }

  init(scenario: Scenario, deployments: [Deployment]) {
    self.scenario = scenario
    self.deployments = deployments
    let movable = deployments.indices.filter { !deployments[$0].isInPlace }.flatMap { number in
      deployments[number].legs.map { PlacedLeg(deployment: number, leg: $0) }
    }
    self.movable = movable
    inPlace = deployments.filter(\.isInPlace)
    legsOfMission = Dictionary(grouping: movable.indices) { scenario.needs[movable[$0].leg.need].mission }
    // All legs of a deployment are in one mission.
    columnsOfMission = Dictionary(grouping: deployments.indices) {
      scenario.needs[deployments[$0].need].mission
    }
  }

  /// In a fixed order: by kind, then identifier, then period.
  var all: [PlanLimit] {
    supply + ofMissions + budget + lift + packages + supports + pins
  }

  /// Those of which a step may change what they allow, after the step.
  func changed(by step: LimitStep) -> [PlanLimit] {
    var stepped = self
    stepped.scenario = step.applied(to: scenario)
    return stepped.concerned(by: step)
  }

  private func concerned(by step: LimitStep) -> [PlanLimit] {
    switch step {
    case .ceiling(let mission, _), .missionBudget(let mission), .languageShare(let mission),
      .womenShare(let mission, _):
      limits(of: scenario.missions.filter { $0.id == mission })
    case .budget: budget
    case .lift: lift
    case .support: supports
    }
  }

  private var ofMissions: [PlanLimit] { limits(of: scenario.missions) }

  private func limits(of missions: [Mission]) -> [PlanLimit] {
    missions.flatMap {
      limits(of: $0, legs: legsOfMission[$0.id] ?? [], columns: columnsOfMission[$0.id] ?? [])
    }
  }

  /// What one promise and its elements allow, and nothing else: the reading "pledged".
  var promisesOnly: [PlanLimit] { supply + packages }

  /// One term for each deployment that has legs among some, the figures of its legs added up.
  func terms(_ legs: [Int], _ figure: (DeploymentLeg) -> Double) -> [PlanLimit.Term] {
    var terms: [PlanLimit.Term] = []
    for number in legs {
      let value = figure(movable[number].leg)
      if let last = terms.last, last.deployment == movable[number].deployment {
        terms[terms.count - 1].coefficient += value
      } else {
        terms.append(PlanLimit.Term(deployment: movable[number].deployment, coefficient: value))
      }
    }
    return terms.filter { $0.coefficient != 0 }
  }

  private var supply: [PlanLimit] {
    let byPledge = Dictionary(grouping: movable.indices) { movable[$0].leg.pledge }
    return scenario.pledges.indices.compactMap { pledge in
      guard let own = byPledge[pledge] else { return nil }
      return PlanLimit(
        kind: .supply(pledge: scenario.pledges[pledge].id), terms: terms(own) { $0.elements },
        most: Double(scenario.pledges[pledge].units))
    }
  }

  private var budget: [PlanLimit] {
    guard let most = scenario.allocation.budget, !deployments.isEmpty else { return [] }
    return [spending(.budget, of: Array(deployments.indices), most: most)]
  }

  func spending(_ kind: PlanLimit.Kind, of columns: [Int], most: Double) -> PlanLimit {
    let terms = columns.filter { deployments[$0].cost != 0 }
      .map { PlanLimit.Term(deployment: $0, coefficient: deployments[$0].cost) }
    // What is in place costs what it costs: it may use a budget up, it cannot make the plan impossible.
    let sunk = columns.reduce(0) { $0 + deployments[$1].least * deployments[$1].cost }
    return PlanLimit(kind: kind, terms: terms, most: max(most, sunk))
  }

  private var lift: [PlanLimit] {
    let lifted = movable.indices.filter { !movable[$0].leg.lift.isEmpty }
    return scenario.lift.flatMap { pool -> [PlanLimit] in
      let byPeriod = byPeriod(lifted, pool)
      return scenario.horizon.periods.enumerated().compactMap { period, days -> PlanLimit? in
        let terms = terms(byPeriod[period]) { leg in
          leg.lift.reduce(0) { $0 + ($1.pool == pool.id && days.contains($1.day) ? $1.sorties : 0) }
        }
        guard !terms.isEmpty else { return nil }
        let capacity = scenario.carrierDays(of: pool, in: days) / pool.cycleDays.mean
        return PlanLimit(kind: .lift(pool: pool.id, period: period), terms: terms, most: capacity)
      }
    }
  }

  /// Legs with lift of a pool in each period, each once.
  private func byPeriod(_ lifted: [Int], _ pool: LiftPool) -> [[Int]] {
    let periods = scenario.horizon.periods
    var byPeriod = [[Int]](repeating: [], count: periods.count)
    for place in lifted {
      for demand in movable[place].leg.lift where demand.pool == pool.id {
        guard let period = periods.firstIndex(where: { $0.contains(demand.day) }),
          byPeriod[period].last != place
        else { continue }
        byPeriod[period].append(place)
      }
    }
    return byPeriod
  }

  private var packages: [PlanLimit] {
    scenario.packages.compactMap { package in
      guard case .atMost(let personnel) = package.kind else { return nil }
      let forms = movable.indices.filter {
        package.members.contains(scenario.pledges[movable[$0].leg.pledge].id)
      }
      let terms = terms(forms) { $0.people }
      return terms.isEmpty
        ? nil : PlanLimit(kind: .package(id: package.id), terms: terms, most: personnel)
    }
  }

  /// Elements that a support helps.
  private var supports: [PlanLimit] {
    scenario.supports.enumerated().compactMap { number, support in
      let terms = terms(movable.indices.filter { movable[$0].leg.support == number }) { $0.elements }
      return terms.isEmpty
        ? nil : PlanLimit(kind: .support(id: support.id), terms: terms, most: Double(support.capacity))
    }
  }

  /// Pins turned round to "at most", `Σ −x ≤ −units`; a member's pin counts its package's elements of it.
  ///
  /// A pin without a column keeps an empty row, which no plan can satisfy.
  private var pins: [PlanLimit] {
    scenario.allocation.pins.map { pin in
      let pinned = movable.indices.filter { number in
        let leg = movable[number].leg
        return scenario.pledges[leg.pledge].id == pin.pledge && scenario.needs[leg.need].id == pin.need
          && (pin.arrivalDay == nil || pin.arrivalDay == leg.arrival)
      }
      let kind = PlanLimit.Kind.pin(pledge: pin.pledge, need: pin.need, arrivalDay: pin.arrivalDay)
      return PlanLimit(kind: kind, terms: terms(pinned) { -$0.elements }, most: -Double(pin.units))
    }
  }
}

extension Scenario {
  /// Days that a pool's carriers have in a span, those of lift pledges while they are there.
  fileprivate func carrierDays(of pool: LiftPool, in days: Range<Int>) -> Double {
    supports.reduce(Double(pool.carriers * days.count)) { sum, support in
      guard support.kind == .lift, support.pool == pool.id else { return sum }
      let there = support.from..<max(support.from, support.until)
      return sum + Double(support.carriers * there.clamped(to: days).count)
    }
  }
}
