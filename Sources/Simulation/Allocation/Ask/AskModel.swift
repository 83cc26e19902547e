/// A scenario's model with the units that could be asked for in it, as pledges beside the others.
///
/// Deployments of the scenario come first and keep their numbers; those of the asks follow, ask by ask. In the
/// base no ask is used.
struct AskModel: Sendable {
  let units: [UnitAsk]
  /// Numbers of each ask's deployments.
  let columns: [Range<Int>]
  /// The limit of each ask's supply; `nil` where it can send nothing.
  let supplies: [Int?]
  let model: AllocationModel
  let isWhole: Bool
  /// Deployments of the scenario itself.
  let baseCount: Int

  /// Adds the asks' deployments to a scenario's.
  ///
  /// - Parameters:
  ///   - scenario: What is planned for.
  ///   - deployments: All that the scenario itself can send.
  ///   - units: What is asked for.
  ///   - most: Units of one ask that can be had, and of all asks together.
  ///   - wholeUnits: Whether elements are never split.
  init(
    _ scenario: Scenario, deployments: [Deployment], units: [UnitAsk], most: Int, wholeUnits: Bool
  ) {
    let asked = scenario.offering(units, each: most)
    let offers = scenario.offering(units, each: most, alone: true)
    let added = DeploymentCatalogue(scenario: offers, threads: 1).deployments
    let all = deployments + added
    var limits = PlanLimits(scenario: asked, deployments: all).all
    if !added.isEmpty {
      let terms = added.indices.map { PlanLimit.Term(deployment: deployments.count + $0, coefficient: 1) }
      // Asks are forms of one promise: so many of them in all.
      limits.append(PlanLimit(kind: .package(id: "asks"), terms: terms, most: Double(most)))
    }
    self.units = units
    isWhole = wholeUnits
    baseCount = deployments.count
    columns = units.indices.map { unit in
      let own = added.indices.filter { added[$0].pledge == scenario.pledges.count + unit }
      let first = deployments.count + (own.first ?? 0)
      return first..<first + own.count
    }
    let supplies = Dictionary(
      uniqueKeysWithValues: limits.enumerated().compactMap { number, limit in
        if case .supply(let pledge) = limit.kind { (pledge, number) } else { nil }
      })
    self.supplies = units.map { supplies[$0.pledge.id] }
    model = AllocationModel(of: asked, deployments: all, limits: limits, wholeUnits: wholeUnits)
  }

  /// The program in which no ask can be used.
  var closed: LinearProgram {
    var program = model.program
    for case let supply? in supplies {
      program.setBounds(-.infinity, 0, ofRow: model.cells.count + supply)
    }
    return program
  }

  /// Lets some asks be used, one unit each, or as many as may be had.
  func opening(_ units: [Int], each most: Int = 1) -> [RelaxationSession.Change] {
    units.compactMap { unit in
      supplies[unit].map { .row(model.cells.count + $0, lower: -.infinity, upper: Double(most)) }
    }
  }

  /// Weighted gap in days that one unit of each ask closes at most if units may be divided, by the prices of an
  /// optimum in which no ask can be used.
  ///
  /// These prices, the supply's own as near to 0 as the ask's columns allow, bound the program with the unit, too.
  func worths(at optimum: LinearOptimum) -> [Double] {
    zip(columns, supplies).map { own, supply in
      guard let supply, let cheapest = own.map({ optimum.reducedCosts[$0] }).min() else { return 0 }
      return max(0, -(optimum.rowDuals[model.cells.count + supply] + cheapest))
    }
  }

  /// The scenario's plan without any ask.
  func state(sending sent: [Double]) -> PlanState {
    PlanState(
      model: model, sending: sent + [Double](repeating: 0, count: model.deployments.count - baseCount))
  }

  /// A plan of a model with more asks, of which only this model's single one, there in these columns, is used.
  func state(sending sent: [Double], asking columns: Range<Int>) -> PlanState {
    PlanState(model: model, sending: Array(sent[..<baseCount]) + sent[columns])
  }

  /// Weighted gap in days that one unit of each ask closes at most, whatever else is sent; infinite where its
  /// leaving could do more than open what it closed.
  var caps: [Double] {
    guard model.enabling == nil else { return columns.map { _ in .infinity } }
    let nothing = PlanState(model: model)
    let limitsOf = model.tables.limitsOf
    return columns.map { own in
      let helpsLimits = own.contains { column in
        limitsOf.places(ofRow: column).contains { limitsOf.values[$0] < -PlanState.tolerance }
      }
      return helpsLimits ? .infinity : own.map { nothing.gain($0, 1) }.max() ?? 0
    }
  }

  /// Whether a unit meets nothing that is sent or could be sent besides: neither at its needs nor at a limit.
  func isAlone(unit: Int) -> Bool {
    guard model.enabling == nil else { return false }
    let own = columns[unit]
    let tables = model.tables
    let cells = Set(own.flatMap { tables.cellsOf.columns[tables.cellsOf.places(ofRow: $0)] })
    let isShared = cells.contains { cell in
      model.cells[Int(cell)].entries.contains { $0.deployment < baseCount }
    }
    guard !isShared else { return false }
    let limits = Set(own.flatMap { tables.limitsOf.columns[tables.limitsOf.places(ofRow: $0)] })
    return limits.allSatisfy { number in
      let limit = model.limits[Int(number)]
      if case .package = limit.kind { return true }
      return isOutOfReach(limit, unit: unit)
    }
  }

  /// Whether the scenario's pledges and one of the unit together stay within a limit whatever is sent.
  private func isOutOfReach(_ limit: PlanLimit, unit: Int) -> Bool {
    let most = limit.mostUse(by: model.deployments) { deployment in
      if columns[unit].contains(deployment) { return 1 }
      return deployment < baseCount ? model.deployments[deployment].most : nil
    }
    return most <= limit.most
  }
}

extension Scenario {
  /// The scenario with asks as pledges after its own, or with its own, in their places, fit for nothing.
  fileprivate func offering(_ units: [UnitAsk], each most: Int, alone: Bool = false) -> Scenario {
    var asked = self
    if alone {
      for number in asked.pledges.indices { asked.pledges[number].capability = "" }
      asked.packages = []
    }
    asked.pledges += units.map { $0.pledge.times(most) }
    asked.contributors += units.map(\.contributor)
    return asked
  }
}

extension Pledge {
  /// So many of a pledge of one unit.
  func times(_ units: Int) -> Pledge {
    var many = self
    let factor = Double(units)
    many.units = units
    many.quantity *= factor
    many.personnel *= factor
    many.women *= factor
    many.tonnes *= factor
    many.cost.general.deployment = cost.general.deployment.map { $0 * factor }
    many.cost.general.perDay = cost.general.perDay.map { $0 * factor }
    return many
  }
}
