import Simulation

extension Scenario {
  /// A tiny scenario without processes: every kind of limit is switched on at random.
  static func random(seed: UInt64, pledges: Int = 3, needs: Int = 3) -> Scenario {
    var generator = SeededGenerator(seed: seed)
    var scenario = Scenario(
      id: "random-\(seed)", title: "Random", dayZero: CalendarDate(iso: "2020-01-01") ?? .epoch,
      horizon: Horizon(days: 13, periodDays: 5))
    scenario.capabilities = [
      Capability(
        id: "aviation", name: "Aviation", measure: .airframes, category: .contingents, serviceability: 0.5),
      Capability(id: "infantry", name: "Infantry", measure: .units, category: .contingents),
      Capability(id: "police", name: "Police", measure: .personnel, category: .formedPolice),
    ]
    scenario.substitutions = [Substitution(of: "infantry", for: "police", effectiveness: 0.5)]
    scenario.contributors = ["AAA", "BBB"].map { Contributor(id: $0, name: $0, languages: ["en"]) }
    scenario.missions = ["east", "west"].map { randomMission($0, &generator) }
    scenario.needs = (0..<needs).map { randomNeed("n\($0)", &generator) }
    scenario.pledges = (0..<pledges).map { randomPledge("p\($0)", scenario, &generator) }
    if generator.chance(0.3) {
      scenario.packages = [
        Package(id: "forms", kind: .atMost(personnel: 120), members: ["p0", "p1"])
      ]
    }
    if generator.chance(0.3) { scenario.allocation.budget = 60 }
    scenario.addRandomOptions(&generator)
    scenario.allocation.gap = 0
    scenario.allocation.workLimit = 100_000
    return scenario
  }

  private static func randomMission(_ id: String, _ generator: inout SeededGenerator) -> Mission {
    var mission = Mission(id: id, name: id)
    mission.weight = generator.pick([1, 2])
    mission.languages = ["fr"]
    if generator.chance(0.5) {
      mission.ceilings = [generator.pick([.military, .contingents]): generator.pick([150, 250, 400])]
      mission.present = [.military: 100]
    }
    if generator.chance(0.3) { mission.budget = generator.pick([20, 50]) }
    if generator.chance(0.3) {
      mission.languageShare = 0.4
      mission.presentSpeakers = 50
      mission.present[.military] = 100
    }
    if generator.chance(0.3) {
      mission.womenShare = [.contingents: 0.1]
      mission.present[.contingents] = 80
      mission.presentWomen = [.contingents: 12]
    }
    return mission
  }

  private static func randomNeed(_ id: String, _ generator: inout SeededGenerator) -> Need {
    let from = Int.random(in: -2...6, using: &generator)
    var need = Need(
      id: id, mission: generator.pick(["east", "west"]),
      capability: generator.pick(["aviation", "infantry", "police"]),
      quantity: generator.pick([1, 2, 3]), from: from,
      until: min(13, max(1, from + Int.random(in: 3...14, using: &generator))))
    need.weight = generator.pick([1, 2, 5])
    if generator.chance(0.3) { need.counted = .serviceable }
    if generator.chance(0.3), need.quantity > 1 {
      need.tiers = [Tier(upTo: 1, weight: 4), Tier(upTo: need.quantity, weight: 1.5)]
    }
    return need
  }

  private static func randomPledge(
    _ id: String, _ scenario: Scenario, _ generator: inout SeededGenerator
  ) -> Pledge {
    var pledge = Pledge(
      id: id, contributor: generator.pick(["AAA", "BBB"]),
      capability: generator.pick(["aviation", "infantry", "police"]),
      quantity: generator.pick([1, 2, 3]), units: generator.pick([1, 1, 2]), until: 13)
    pledge.from = Int.random(in: 0...8, using: &generator)
    pledge.until = generator.pick([13, 13, 10])
    pledge.tourDays = generator.pick([nil, 4, 7])
    pledge.personnel = generator.pick([0, 60, 100, 150])
    pledge.women = pledge.personnel * generator.pick([0, 0.1, 0.3])
    pledge.languages = generator.pick([[:], ["fr": 1], ["en": 1, "fr": 0.25]])
    pledge.cost = PledgeCost(
      general: .init(deployment: generator.pick([0, 10, 20]), perDay: generator.pick([0, 1])))
    if generator.chance(0.15), let place = scenario.needs.first(where: { $0.capability == pledge.capability })
    {
      pledge.inPlace = place.id
      pledge.until = 6
    }
    return pledge
  }
}

extension CalendarDate {
  static var epoch: CalendarDate {
    guard let date = CalendarDate(year: 2020, month: 1, day: 1) else { preconditionFailure("a real day") }
    return date
  }
}
