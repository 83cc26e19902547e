/// What is still to come in a cell that is short, and why not sooner.
struct ArrivalReasons {
  let scenario: Scenario
  let state: PlanState
  let use: PlanUse
  /// Deployments that can serve each need.
  let columns: [[Int]]

  /// What is sent to a need, and the first that each pledge could send there, whatever the cell.
  struct Coming {
    /// Numbers of columns sent that take turns, and of those that come in parts.
    fileprivate let inTurns: [Int]
    fileprivate let inParts: [Int]
    /// In the order of the pledges.
    fileprivate var first: [First]
  }

  /// The first that a pledge could send.
  fileprivate struct First {
    let pledge: Int
    let arrival: Int
    let column: Int
    /// First day on which it could be there if it came by itself.
    let firstDay: Int
    /// Numbers in the tally once told: that it is late by itself, and because of its package.
    var late: Int?
    var lateWithPackage: Int?
  }

  func coming(to need: Int) -> Coming {
    let sent = columns[need].filter { state.sent[$0] > 1e-9 }
    let deployments = state.model.deployments
    return Coming(
      inTurns: sent.filter { deployments[$0].takesTurns },
      inParts: sent.filter { deployments[$0].legs.contains { !$0.parts.isEmpty } }, first: first(to: need))
  }

  /// Numbers in the tally.
  func causes(
    ofCell cell: Int, need: Int, _ coming: inout Coming, _ tally: inout ReasonTally
  ) -> [Int] {
    let days = state.model.cells[cell].days
    let sent = turns(in: days, coming) + parts(in: days, need, coming)
    return sent.map { tally.number(of: $0) } + late(in: days, &coming, &tally)
  }

  /// Members of a rotation whose turn begins after a hole.
  private func turns(in days: Range<Int>, _ coming: Coming) -> [ReasonCause] {
    coming.inTurns.flatMap { number in
      let legs = state.model.deployments[number].legs
      return zip(legs, legs.dropFirst()).compactMap { last, next -> ReasonCause? in
        guard last.end <= days.lowerBound, days.upperBound <= next.arrival, let package = package(of: number)
        else { return nil }
        let pledge = scenario.pledges[next.pledge].id
        return .coming(
          .package, pledge, en: "the turn of \(pledge) in \(package) begins on day \(next.arrival)",
          fr: "le tour de \(pledge) dans \(package) commence au jour \(next.arrival)")
      }
    }
  }

  /// What is sent, of which a part is to follow.
  private func parts(in days: Range<Int>, _ need: Int, _ coming: Coming) -> [ReasonCause] {
    coming.inParts.flatMap { number in
      state.model.deployments[number].legs.compactMap { leg -> ReasonCause? in
        guard leg.need == need, leg.days.contains(days.lowerBound),
          let next = leg.parts.first(where: { $0.day > days.lowerBound })
        else { return nil }
        let pledge = scenario.pledges[leg.pledge].id
        return .coming(
          .late, pledge, en: "a part of \(pledge) follows on day \(next.day)",
          fr: "une partie de \(pledge) suit au jour \(next.day)")
      }
    }
  }

  /// Pledges that fit the need but cannot be there yet, by themselves or with their package.
  private func late(
    in days: Range<Int>, _ coming: inout Coming, _ tally: inout ReasonTally
  ) -> [Int] {
    var causes: [Int] = []
    for place in coming.first.indices where coming.first[place].arrival >= days.upperBound {
      let first = coming.first[place]
      if let package = package(of: first.column), first.firstDay < days.upperBound {
        let number = first.lateWithPackage ?? tally.number(of: cause(first, with: package))
        coming.first[place].lateWithPackage = number
        causes.append(number)
      } else {
        let number = first.late ?? tally.number(of: cause(first))
        coming.first[place].late = number
        causes.append(number)
      }
    }
    return causes
  }

  private func cause(_ first: First) -> ReasonCause {
    ReasonCause(kind: .late, pledge: scenario.pledges[first.pledge].id, fact: .late(first.arrival))
  }

  private func cause(_ first: First, with package: String) -> ReasonCause {
    let id = scenario.pledges[first.pledge].id
    return .coming(
      .package, id, en: "\(id) comes with \(package), which is sent whole, from day \(first.arrival)",
      fr: "\(id) vient avec \(package), envoyé en entier, à partir du jour \(first.arrival)")
  }

  /// Of each pledge that is to come the column that arrives first.
  private func first(to need: Int) -> [First] {
    // In the order of the pledges, as columns are but those of packages.
    var earliest: [First] = []
    for column in columns[need] where !state.model.deployments[column].isInPlace {
      let legs = state.model.deployments[column].legs
      // Later turns are late by their nature.
      let count = state.model.deployments[column].takesTurns ? 1 : legs.count
      for number in 0..<count where legs[number].need == need {
        let (pledge, arrival) = (legs[number].pledge, legs[number].arrival)
        let found = First(
          pledge: pledge, arrival: arrival, column: column, firstDay: legs[number].firstDay)
        var place = earliest.count
        while place > 0, earliest[place - 1].pledge > pledge { place -= 1 }
        if place > 0, earliest[place - 1].pledge == pledge {
          if arrival < earliest[place - 1].arrival { earliest[place - 1] = found }
        } else {
          earliest.insert(found, at: place)
        }
      }
    }
    return earliest.filter { isToCome($0.pledge, need) }
  }

  private func package(of column: Int) -> String? {
    state.model.deployments[column].package.map { scenario.packages[$0].id }
  }

  /// Whether any of the pledge is sent to this need, or left over.
  private func isToCome(_ pledge: Int, _ need: Int) -> Bool {
    use.sent[pledge] < Double(scenario.pledges[pledge].units) || use.needs[pledge].contains(need)
  }
}

extension ReasonCause {
  /// That a pledge is still to come.
  fileprivate static func coming(
    _ kind: Reason.Kind, _ pledge: String, en: String, fr: FrenchText
  ) -> ReasonCause {
    ReasonCause(kind: kind, pledge: pledge, fact: .coming(BilingualText(en: en, fr: fr)))
  }
}
