extension Pledge {
  /// What the pledge is on record as from one day on.
  public struct Record: Sendable, Equatable {
    /// `nil` is before all days that are known.
    public var day: Int?
    /// In the capability's measure; 0 where it is withdrawn.
    public var quantity: Double
    public var text: String?
  }

  /// All that is on record of it, in the order of days: its own quantity since `recordedOn`, and its history.
  ///
  /// Without `recordedOn` its own quantity counts from ever, or where it has a history from day 0.
  public var records: [Record] {
    let own = Record(day: recordedOn ?? (history.isEmpty ? nil : 0), quantity: quantity)
    let others = history.map { Record(day: $0.day, quantity: $0.quantity, text: $0.text) }
    // Of two of one day the history's says what became of it.
    return ([own] + others).enumerated()
      .sorted { ($0.element.day ?? .min, $0.offset) < ($1.element.day ?? .min, $1.offset) }.map(\.element)
  }

  /// What it was on a day; `nil` where it was not on record yet.
  public func record(on day: Int) -> Record? { records.last { ($0.day ?? .min) <= day } }

  /// The same pledge in another quantity: people, tonnes and costs in proportion, elements of the same size
  /// where they come out whole.
  func resized(to quantity: Double) -> Pledge {
    guard quantity != self.quantity else { return self }
    var pledge = self
    let ratio = quantity / self.quantity
    let elements = quantity / elementQuantity
    pledge.quantity = quantity
    if abs(elements - elements.rounded()) < 1e-9 { pledge.units = max(1, Int(elements.rounded())) }
    pledge.personnel *= ratio
    pledge.women *= ratio
    pledge.tonnes *= ratio
    pledge.cost.general = pledge.cost.general.times(ratio)
    pledge.cost.byMission = pledge.cost.byMission.mapValues { $0.times(ratio) }
    return pledge
  }
}

extension PledgeCost.Rate {
  fileprivate func times(_ ratio: Double) -> PledgeCost.Rate {
    PledgeCost.Rate(deployment: deployment.map { $0 * ratio }, perDay: perDay.map { $0 * ratio })
  }
}

extension Scenario {
  /// The same needs, days and rules with the pool of pledges as it was on record on a day.
  ///
  /// Pledges recorded later, and those withdrawn by then, are left out, with pins that ask for them. A package
  /// goes on with the members that there are; what comes whole or not at all cannot be sent without one of them.
  public func withPool(asOf day: Int) -> Scenario {
    with(
      pledges: pledges.compactMap { pledge in
        guard let record = pledge.record(on: day), record.quantity > 0 else { return nil }
        return pledge.resized(to: record.quantity)
      })
  }

  /// The same without the pledges that are on record as withdrawn by day 0.
  var withoutWithdrawn: Scenario {
    let left = pledges.filter { $0.record(on: 0)?.quantity != 0 }
    return left.count == pledges.count ? self : with(pledges: left)
  }

  private func with(pledges kept: [Pledge]) -> Scenario {
    var scenario = self
    scenario.pledges = kept
    let there = Set(scenario.pledges.map(\.id))
    scenario.packages = packages.compactMap { package in
      var package = package
      package.members = package.members.filter(there.contains)
      return package.members.isEmpty ? nil : package
    }
    let broken = packages.filter { package in
      guard case .allOrNothing = package.kind else { return false }
      return !package.members.allSatisfy(there.contains)
    }
    let units = Dictionary(uniqueKeysWithValues: scenario.pledges.map { ($0.id, $0.units) })
    scenario.allocation.pins = allocation.pins.compactMap { pin in
      guard let most = units[pin.pledge] else { return nil }
      return Pin(pledge: pin.pledge, need: pin.need, units: min(pin.units, most), arrivalDay: pin.arrivalDay)
    }
    scenario.allocation.bans =
      allocation.bans.filter { there.contains($0.pledge) }
      + broken.flatMap(\.members).filter(there.contains).map { Ban(pledge: $0) }
    return scenario
  }
}
