import Simulation
import Testing

/// For each kind of reason the smallest scenario in which it, and nothing else, keeps a need open.
@Suite("Every kind of reason")
struct EveryReasonTests {
  @Test("Each kind is the first reason of a scenario made for it", arguments: Reason.Kind.allCases)
  func first(kind: Reason.Kind) throws {
    let allocation = try Allocator(scenario: Self.scenario(for: kind)).allocate()
    #expect(allocation.status == .optimal)
    let need = try #require(allocation.needs.first { $0.need == "n" })
    #expect(need.coverage < 1)
    let reason = try #require(need.reasons.first)
    #expect(reason.kind == kind)
    #expect(!reason.detail.isEmpty)
  }

  private static func scenario(for kind: Reason.Kind) -> Scenario {
    var scenario = Scenario.bare()
    scenario.need("n") { change(&$0, for: kind) }
    guard kind != .nobody else { return scenario }
    scenario.pledge("p") {
      $0.personnel = 800
      $0.cost = PledgeCost(general: .init(deployment: 10))
    }
    change(&scenario, for: kind)
    return scenario
  }

  private static func change(_ need: inout Need, for kind: Reason.Kind) {
    switch kind {
    case .attribute: need.accepts.attributes = ["night-vision"]
    case .language: need.accepts.languages = ["fr"]
    case .readiness: need.accepts.readiness = .level2
    case .endorsement: need.accepts.endorsements = ["principles"]
    case .women: need.accepts.womenShareAtLeast = 0.1
    case .enabling: need.enabledBy = ["open"]
    case .package: need.quantity = 2
    default: break
    }
  }

  private static func change(_ scenario: inout Scenario, for kind: Reason.Kind) {
    switch kind {
    case .caveat: scenario.pledges[0].missions.except = ["mission"]
    case .hostState: scenario.missions[0].refuses.contributors = ["AAA"]
    case .late: scenario.pledges[0].from = 20
    case .indivisible: scenario.missions[0].ceilings = [.military: 500]
    case .ceiling: scenario.missions[0].ceilings = [.military: 100]
    case .budget: scenario.allocation.budget = 9
    case .lift: scenario.haveNoRoomInTheAir()
    case .languageShare:
      scenario.missions[0].languages = ["fr"]
      scenario.missions[0].languageShare = 0.5
    case .womenShare: scenario.missions[0].womenShare = [.contingents: 0.5]
    case .enabling:
      scenario.need("open")
      scenario.allocation.bans = [Ban(pledge: "p", need: "open")]
    case .package:
      scenario.pledge("q") { $0.personnel = 800 }
      scenario.packages = [Package(id: "promise", kind: .atMost(personnel: 800), members: ["p", "q"])]
    case .support: scenario.haveOneTrainingPlace()
    case .pin: scenario.allocation.bans = [Ban(pledge: "p", need: "n")]
    case .outweighed: scenario.need("heavy") { $0.weight = 5 }
    case .nobody, .attribute, .language, .readiness, .endorsement, .women: break
    }
  }
}

extension Scenario {
  /// Two battalions of three sorties each for two needs from day 30 on, and three sorties a period.
  fileprivate mutating func haveNoRoomInTheAir() {
    horizon = Horizon(days: 90, periodDays: 30)
    var pool = LiftPool(id: "pool", carriers: 1, cycleDays: .fixed(10))
    pool.payloadTonnes = 50
    lift = [pool]
    var flight = Stage(id: "flight")
    flight.lift = "pool"
    processes = [ProcessPlan(id: "by-air", stages: [flight])]
    need("heavy") { $0.weight = 5 }
    pledge("q")
    for number in needs.indices { (needs[number].from, needs[number].until) = (30, 90) }
    for number in pledges.indices {
      pledges[number].until = 90
      pledges[number].process = "by-air"
      pledges[number].tonnes = 150
    }
  }

  /// Two battalions that train for 40 days, or 10 with the one place there is, for two needs from day 10 on.
  fileprivate mutating func haveOneTrainingPlace() {
    processes = [ProcessPlan(id: "slow", stages: [Stage(id: "training", days: .fixed(40))])]
    var trainers = Support(id: "trainers", kind: .training, capacity: 1, until: 60)
    trainers.effect = Support.Effect(stage: "training", factor: 0.25)
    supports = [trainers]
    need("heavy") { $0.weight = 5 }
    pledge("q")
    for number in needs.indices { needs[number].from = 10 }
    for number in pledges.indices { pledges[number].process = "slow" }
  }
}
