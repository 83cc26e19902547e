/// Columns of packages: each sends every member whole, or takes all their turns.
struct PackageDeployments {
  let scenario: Scenario
  let itineraries: [DeploymentCatalogue.Pair: Itinerary]
  private let pledgeIndex: [String: Int]

  /// Ways to share a package's members out among the needs of one mission that are offered: the first by
  /// identifier.
  private static let mostWays = 100

  init(scenario: Scenario, itineraries: [DeploymentCatalogue.Pair: Itinerary]) {
    self.scenario = scenario
    self.itineraries = itineraries
    pledgeIndex = Dictionary(uniqueKeysWithValues: scenario.pledges.enumerated().map { ($1.id, $0) })
  }

  /// Columns of one package, by number, in the order of missions, needs and days.
  func columns(of number: Int) -> [Deployment] {
    let package = scenario.packages[number]
    let members = movable(package)
    guard !members.isEmpty else { return [] }
    switch package.kind {
    case .allOrNothing(let offsets):
      let lags = members.map { offsets[scenario.pledges[$0].id] ?? 0 }
      return scenario.missions.flatMap { mission in
        ways(members, in: mission).flatMap { together($0, lags: lags) }
      }.map { Deployment(legs: $0, most: 1, package: number) }
    case .rotation(let overlap):
      return scenario.needs.indices.flatMap { turns(members, at: $0, overlap: overlap) }
        .map { Deployment(legs: $0, most: 1, package: number, takesTurns: true) }
    case .atMost: return []
    }
  }

  /// Members that are not in place, in the package's order.
  func movable(_ package: Package) -> [Int] {
    package.members.compactMap { pledgeIndex[$0] }.filter { scenario.pledges[$0].inPlace == nil }
  }

  func itinerary(_ member: Int, _ need: Int) -> Itinerary? {
    itineraries[DeploymentCatalogue.Pair(pledge: member, need: need)]
  }

  /// Needs of a mission that take a member.
  func needs(of member: Int, in mission: String) -> [Int] {
    scenario.needs.indices.filter {
      scenario.needs[$0].mission == mission && itinerary(member, $0)?.firstDay != nil
    }
  }

  // MARK: All or nothing

  /// A need for each member, in every way; the last member's need changes first.
  private func ways(_ members: [Int], in mission: Mission) -> [[Itinerary]] {
    let choices = members.map { member in
      needs(of: member, in: mission.id).compactMap { itinerary(member, $0) }
    }
    return choices.reduce([[]]) { ways, choices in
      Array(ways.lazy.flatMap { way in choices.map { way + [$0] } }.prefix(Self.mostWays))
    }
  }

  /// All members for each start: the first day on which all could be there, and later period starts.
  private func together(_ members: [Itinerary], lags: [Int]) -> [[DeploymentLeg]] {
    let days = members.compactMap(\.firstDay)
    guard let first = days.max() else { return [] }
    let pinned = zip(members, lags).flatMap { member, lag in pinnedDays(of: member).map { $0 - lag } }
    let later = scenario.horizon.periods.map(\.lowerBound) + pinned
    return Set([first] + later.filter { $0 > first }).sorted().compactMap { start in
      let legs = zip(members, lags).compactMap { whole($0, on: start + $1) }
      return legs.count == members.count ? legs : nil
    }
  }

  // MARK: Turns

  /// The members' turns at one need for each start of the first.
  private func turns(_ members: [Int], at need: Int, overlap: Int) -> [[DeploymentLeg]] {
    let taken = members.compactMap { itinerary($0, need) }.filter { $0.firstDay != nil }
    guard taken.count == members.count, let first = taken.first else { return [] }
    let end = scenario.needs[need].span(in: scenario.horizon).upperBound
    return first.arrivals.compactMap { chain(taken, from: $0, until: end, overlap: overlap) }
  }

  /// One turn after the other; `nil` where a member cannot take the turn that falls to it.
  private func chain(_ members: [Itinerary], from start: Int, until end: Int, overlap: Int)
    -> [DeploymentLeg]?
  {
    var legs: [DeploymentLeg] = []
    for member in members {
      var arrival = start
      if let last = legs.last {
        arrival = max(last.end - overlap, last.arrival, member.firstDay ?? end)
        // The need is over before the turn begins.
        if last.end >= end || arrival >= end { break }
      }
      guard let leg = whole(member, on: arrival) else { return nil }
      legs.append(leg)
    }
    return legs
  }

  private func whole(_ member: Itinerary, on day: Int) -> DeploymentLeg? {
    let units = scenario.pledges[member.candidate.pair.pledge].units
    return member.leg(arrivingOn: day)?.times(Double(units))
  }

  private func pinnedDays(of member: Itinerary) -> [Int] {
    let (pledge, need) = (member.candidate.pair.pledge, member.candidate.pair.need)
    return scenario.allocation.pins.filter {
      $0.pledge == scenario.pledges[pledge].id && $0.need == scenario.needs[need].id
    }.compactMap(\.arrivalDay)
  }
}
