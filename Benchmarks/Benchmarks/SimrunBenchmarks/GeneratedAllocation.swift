import Simulation

/// A made-up scenario of a given size, the same for the same seed on every machine.
///
/// What it is made of stands in `Benchmarks/README.md`.
struct GeneratedAllocation {
  var pledges: Int
  var missions: Int
  var capabilities: Int
  /// Of 30 days.
  var periods: Int
  var seed: UInt64 = 1
  /// Whether pledges become ready, and needs begin, on any day instead of a period's first.
  var isOffGrid = false

  /// The size at which the allocator's speed is promised.
  static let promised = GeneratedAllocation(pledges: 100, missions: 3, capabilities: 20, periods: 12)

  func make() -> Scenario {
    var words = Words(seed: seed)
    var scenario = Scenario(
      id: "generated", title: "Generated", dayZero: Self.dayZero, horizon: Horizon(days: periods * 30))
    scenario.contributors = [Contributor(id: "AAA", name: "Aland")]
    scenario.capabilities = (0..<capabilities).map {
      Capability(id: Self.id("c", $0), name: "Capability \($0)", measure: .units, category: .contingents)
    }
    scenario.missions = (0..<missions).map { Mission(id: Self.id("m", $0), name: "Mission \($0)") }
    scenario.lift = [liftPool()]
    scenario.processes = [Self.process]
    scenario.needs = needs(&words)
    scenario.pledges = (0..<pledges).map { pledge($0, &words) }
    limit(&scenario)
    return scenario
  }

  private static let dayZero: CalendarDate = {
    guard let date = CalendarDate(year: 2020, month: 1, day: 1) else { preconditionFailure("a real day") }
    return date
  }()

  private static func id(_ letter: String, _ number: Int) -> String {
    letter + String(String(10_000 + number).dropFirst())
  }

  private static var process: ProcessPlan {
    var carried = Stage(id: "carried")
    carried.lift = "aircraft"
    return ProcessPlan(id: "deployment", stages: [carried])
  }

  private func liftPool() -> LiftPool {
    var pool = LiftPool(id: "aircraft", carriers: max(1, pledges / 20), cycleDays: .fixed(3))
    pool.payloadTonnes = 100
    return pool
  }

  private func day(_ periods: Range<Int>, _ words: inout Words) -> Int {
    let period = words.integer(in: periods)
    return period * 30 + (isOffGrid ? words.integer(in: 0..<30) : 0)
  }

  private func needs(_ words: inout Words) -> [Need] {
    var needs: [Need] = []
    for mission in 0..<missions {
      for capability in 0..<capabilities where words.chance(0.7) {
        var need = Need(
          id: Self.id("m", mission) + "-" + Self.id("c", capability), mission: Self.id("m", mission),
          capability: Self.id("c", capability), quantity: Double(words.integer(in: 1..<5)),
          from: day(0..<max(1, periods / 3), &words), until: periods * 30)
        need.weight = [1, 2, 3, 5][words.integer(in: 0..<4)]
        needs.append(need)
      }
    }
    return needs
  }

  private func pledge(_ number: Int, _ words: inout Words) -> Pledge {
    let units = words.integer(in: 1..<4)
    var pledge = Pledge(
      id: Self.id("p", number), contributor: "AAA",
      capability: Self.id("c", words.integer(in: 0..<capabilities)), quantity: Double(units), units: units,
      until: periods * 30)
    pledge.from = day(0..<max(1, periods / 2), &words)
    pledge.tourDays = [180, 360, 720][words.integer(in: 0..<3)]
    pledge.personnel = Double(units * words.integer(in: 40..<851))
    pledge.tonnes = Double(units * words.integer(in: 50..<1501))
    pledge.languages = words.chance(0.3) ? ["fr": 1] : [:]
    pledge.process = "deployment"
    pledge.cost = PledgeCost(
      general: .init(deployment: Double(units) * 1e5, perDay: pledge.personnel * 40))
    let share = 0.3 + 0.7 * words.fraction()
    pledge.missions = Selection(
      only: Set((0..<missions).filter { _ in words.chance(share) }.map { Self.id("m", $0) }))
    return pledge
  }

  /// Ceilings and budgets at half of what all pledges together would bring; every second mission wants a
  /// quarter of its people to speak French.
  private func limit(_ scenario: inout Scenario) {
    let people = scenario.pledges.reduce(0) { $0 + $1.personnel } / Double(missions)
    for mission in scenario.missions.indices {
      scenario.missions[mission].languages = ["fr"]
      scenario.missions[mission].ceilings = [.military: people / 2]
      scenario.missions[mission].budget = people / 2 * 40 * Double(periods * 30) / 2
      if mission % 2 == 1 { scenario.missions[mission].languageShare = 0.25 }
    }
  }
}

/// SplitMix64.
private struct Words {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

  mutating func integer(in range: Range<Int>) -> Int {
    range.lowerBound + Int(fraction() * Double(range.count))
  }
}
