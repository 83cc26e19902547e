/// One more usual unit of a capability for one mission, as it would be pledged.
public struct UnitAsk: Sendable, Equatable {
  public var mission: String
  public var capability: String
  /// Needs that it is asked for, in order.
  public var needs: [String]
  /// First day on which it is there.
  public var from: Int
  /// Whether any pledge offers the capability.
  public var isOffered: Bool
  /// Why the first of its needs is not covered; `nil` where nothing is missing.
  public var reason: Reason?
  /// The pledge that was reckoned with: one unit, whole.
  public var pledge: Pledge
  /// Who would make it: holds the endorsements that the needs ask for.
  public var contributor: Contributor
}

/// Makes the units that could be asked for.
///
/// A unit is of the capability's usual size, and all that its needs accept: their attributes, languages,
/// readiness, endorsements, share of women. It has no caveats, is there from the day it is needed to the end,
/// and is asked for one mission. Where a need asks for no language, or for no women, the unit has just the
/// share that the mission asks for, so that it neither lifts nor lowers it. It costs what pledges of its
/// capability cost at the median, and needs no lift.
struct UnitAskBuilder {
  let scenario: Scenario
  private let capabilities: [String: Capability]
  private let missions: [String: Mission]
  private let offers: [String: [Pledge]]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    capabilities = Dictionary(uniqueKeysWithValues: scenario.capabilities.map { ($0.id, $0) })
    missions = Dictionary(uniqueKeysWithValues: scenario.missions.map { ($0.id, $0) })
    offers = Dictionary(grouping: scenario.pledges, by: \.capability)
  }

  /// A unit for each need with a gap, and for each that wants what nobody offers.
  ///
  /// - Parameter reasons: Why each need is not covered, empty where it is; by the scenario's needs.
  /// - Returns: In the order of their first needs; needs of one mission that ask for the same share a unit.
  func units(reasons: [[Reason]]) -> [UnitAsk] {
    let wanted = scenario.needs.indices.filter { number in
      let need = scenario.needs[number]
      return !need.span(in: scenario.horizon).isEmpty
        && (!reasons[number].isEmpty || offers[need.capability] == nil)
    }
    let groups = Dictionary(grouping: wanted) { Wish(scenario.needs[$0]) }
    return groups.values.sorted { $0[0] < $1[0] }.compactMap { group in
      let open = group.first { !reasons[$0].isEmpty } ?? group[0]
      return unit(for: group.map { scenario.needs[$0] }, reason: reasons[open].first)
    }
  }

  private func unit(for needs: [Need], reason: Reason?) -> UnitAsk? {
    let need = needs[0]
    guard let capability = capabilities[need.capability], let mission = missions[need.mission] else {
      return nil
    }
    var contributor = Contributor(id: "ask:\(need.id)", name: "a state that is asked")
    contributor.endorsements = need.accepts.endorsements
    return UnitAsk(
      mission: need.mission, capability: need.capability, needs: needs.map(\.id), from: max(0, need.from),
      isOffered: offers[need.capability] != nil, reason: reason,
      pledge: pledge(for: need, capability, mission, by: contributor), contributor: contributor)
  }

  private func pledge(
    for need: Need, _ capability: Capability, _ mission: Mission, by contributor: Contributor
  ) -> Pledge {
    let size = capability.usualSize?.quantity ?? (capability.measure == .units ? 1 : need.quantity)
    var pledge = Pledge(
      id: contributor.id, contributor: contributor.id, capability: capability.id, quantity: size, units: 1,
      until: scenario.horizon.days)
    pledge.from = max(0, need.from)
    pledge.requestFrom = pledge.from
    pledge.missions.only = [mission.id]
    pledge.readiness = need.accepts.readiness
    pledge.attributes = need.accepts.attributes
    pledge.personnel = capability.usualSize?.personnel ?? (capability.measure == .personnel ? size : 0)
    pledge.women = pledge.personnel * womenShare(need, capability, mission)
    pledge.languages = languages(need, mission)
    pledge.cost = usualCost(of: capability.id, quantity: size, in: mission.id)
    return pledge
  }

  private func womenShare(_ need: Need, _ capability: Capability, _ mission: Mission) -> Double {
    let asked = mission.womenShare.filter { $0.key.includes(capability.category) }.values.max() ?? 0
    return max(need.accepts.womenShareAtLeast, asked)
  }

  private func languages(_ need: Need, _ mission: Mission) -> [String: Double] {
    guard need.accepts.languages.isEmpty else {
      return Dictionary(uniqueKeysWithValues: need.accepts.languages.map { ($0, 1) })
    }
    guard let share = mission.languageShare, share > 0, let working = mission.languages.first else {
      return [:]
    }
    return [working: share]
  }

  /// The median of what is offered of a capability, by quantity; nothing where nobody offers it.
  private func usualCost(of capability: String, quantity: Double, in mission: String) -> PledgeCost {
    let offered = offers[capability] ?? []
    func usual(_ figure: (Pledge) -> Double) -> Double? {
      let sorted = offered.map { figure($0) / $0.quantity }.sorted()
      guard !sorted.isEmpty else { return nil }
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2 * quantity
    }
    return PledgeCost(
      general: .init(
        deployment: usual { $0.cost.deployment(to: mission) }, perDay: usual { $0.cost.perDay(in: mission) }))
  }
}

/// What makes two needs ask for the same unit.
private struct Wish: Hashable {
  let mission: String
  let capability: String
  let from: Int
  let readiness: Readiness
  let names: [Set<String>]
  let womenShare: Double

  init(_ need: Need) {
    mission = need.mission
    capability = need.capability
    from = max(0, need.from)
    readiness = need.accepts.readiness
    names = [need.accepts.attributes, need.accepts.languages, need.accepts.endorsements]
    womenShare = need.accepts.womenShareAtLeast
  }
}
