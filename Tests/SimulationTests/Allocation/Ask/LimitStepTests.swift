import Simulation
import Testing

/// One step of each kind of limit, in scenarios whose plans without and with it are worked out by hand.
@Suite("One step of a limit")
struct LimitStepTests {
  /// Sums of a few products in double precision, and optima of a solver that stops at 1e-9.
  private static let exact = 1e-6

  /// The ask for one step: what it closes in whole units, and if units could be divided.
  private func worth(
    of step: LimitStep, in scenario: Scenario
  ) throws -> (low: Double, high: Double, divisible: Double) {
    let asks = try AskFinder(scenario: scenario, options: AllocationOptions(), count: 1).find().asks
    let ask = try #require(asks.first { $0.subject == .step(step) }, "\(asks.map(\.subject))")
    return (ask.value.low, ask.value.high, ask.divisible)
  }

  private func expect(
    _ step: LimitStep, closes days: Double, divisible: Double, in scenario: Scenario,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let found = try worth(of: step, in: scenario)
    #expect(abs(found.low - days) < Self.exact, sourceLocation: location)
    #expect(abs(found.high - days) < Self.exact, sourceLocation: location)
    #expect(abs(found.divisible - divisible) < Self.exact, sourceLocation: location)
  }

  @Test("A second training place lets the second battalion come on day 10 instead of day 40")
  func support() throws {
    var scenario = Scenario.bare(days: 60)
    scenario.processes = [ProcessPlan(id: "slow", stages: [Stage(id: "training", days: .fixed(40))])]
    var trainers = Support(id: "trainers", kind: .training, capacity: 1, until: 60)
    trainers.capabilities = ["battalion"]
    trainers.effect = Support.Effect(stage: "training", factor: 0.25)
    scenario.supports = [trainers]
    scenario.need("a")
    scenario.need("b")
    for id in ["p", "q"] { scenario.pledge(id) { $0.process = "slow" } }
    // Without it one comes on day 10, the other on day 40: 50 of 120 days are open; with it 20.
    try expect(.support(id: "trainers"), closes: 30, divisible: 30, in: scenario)
  }

  @Test("A second carrier brings both battalions on day 20 instead of days 30 and 60")
  func lift() throws {
    let scenario = Scenario.airlift(carriers: 1)
    // Three sorties of ten days each: one carrier flies one battalion in a period, which is there on day 30;
    // the other has to wait for day 60. Two carriers fly both at once: day 20. Half of each need's 90 days.
    try expect(.lift(pool: "pool"), closes: 45 - 20, divisible: 45 - 20, in: scenario)
  }

  @Test("A language share lowered by one point lets in the battalion that one point held back")
  func languageShare() throws {
    var scenario = Scenario.halfSpeaking(speakers: 700)
    scenario.need("n")
    // 0.5 of its 800 people are 400 speakers, and 200 more than half are there. It brings 192 of its own:
    // 208 are wanted, at 0.49 only 200 − 10 more than there are: 392 − 192 = 200 ≤ 700 − 490.
    scenario.pledge("p") {
      $0.personnel = 800
      $0.languages = ["fr": 0.24]
    }
    try expect(
      .languageShare(mission: "mission"), closes: 60, divisible: 60 * (1 - 200.0 / 208), in: scenario)
  }

  @Test("A share of one point lowered to nothing holds nobody back, whoever speaks the language")
  func lastPoint() throws {
    var scenario = Scenario.halfSpeaking(speakers: 10)
    scenario.missions[0].languageShare = LimitStep.share
    scenario.need("n")
    // 8 of its 800 people are wanted, none speaks, and the 1,000 who are there spare none.
    scenario.pledge("p") { $0.personnel = 800 }
    try expect(.languageShare(mission: "mission"), closes: 60, divisible: 60, in: scenario)
  }

  @Test("So does a share of women")
  func womenShare() throws {
    var scenario = Scenario.bare()
    scenario.missions[0].womenShare = [.contingents: 0.1]
    scenario.missions[0].present = [.contingents: 1000]
    scenario.missions[0].presentWomen = [.contingents: 100]
    scenario.need("n")
    scenario.pledge("p") {
      $0.personnel = 800
      $0.women = 64
    }
    // 80 − 64 = 16 wanted and none to spare; one point lower 72 − 64 = 8 ≤ 100 − 90 = 10.
    try expect(
      .womenShare(mission: "mission", category: .contingents), closes: 60, divisible: 60, in: scenario)
  }

  @Test("A million more pays for the battalion, for one mission or for all", arguments: [true, false])
  func budget(ofMission: Bool) throws {
    var scenario = Scenario.bare()
    if ofMission { scenario.missions[0].budget = 3e6 } else { scenario.allocation.budget = 3e6 }
    scenario.need("n")
    scenario.pledge("p") { $0.cost = PledgeCost(general: .init(deployment: 4e6)) }
    // In parts three quarters are paid for already.
    try expect(
      ofMission ? .missionBudget(mission: "mission") : .budget, closes: 60, divisible: 15, in: scenario)
  }
}
