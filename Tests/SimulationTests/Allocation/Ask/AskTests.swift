import Simulation
import Testing

@Suite("What to ask for next")
struct AskTests {
  /// Sums of a few products in double precision, and optima of a solver that stops at 1e-9.
  private static let exact = 1e-6

  private func advice(_ scenario: Scenario, count: Int = 1, threads: Int = 1) throws -> Advice {
    try AskFinder(scenario: scenario, options: AllocationOptions(threads: threads), count: count).find()
  }

  private func agree(_ range: ValueRange, _ value: Double) -> Bool {
    abs(range.low - value) < Self.exact && abs(range.high - value) < Self.exact
  }

  @Test("One battalion for a mission that nobody offers one to closes all of its 60 days, times the weight")
  func nobody() throws {
    var scenario = Scenario.bare()
    scenario.need("n") { $0.weight = 3 }
    let asks = try advice(scenario).asks
    #expect(asks.count == 1)
    #expect(agree(asks[0].value, 180))
    #expect(abs(asks[0].divisible - 180) < Self.exact)
    #expect(asks[0].closes == [NeedChange(need: "n", shortfallDays: 60, weightedGapDays: 180)])
    guard case .unit(let unit) = asks[0].subject else { throw Unexpected() }
    #expect(!unit.isOffered)
    #expect(unit.pledge.personnel == 800)
  }

  @Test("A unit is asked for from the day it is needed, and closes only the days without cover")
  func late() throws {
    var scenario = Scenario.bare()
    scenario.need("n", from: 10, until: 50)
    scenario.pledge("p", from: 25)
    let asks = try advice(scenario).asks
    #expect(asks.count == 1)
    #expect(agree(asks[0].value, 15))
    guard case .unit(let unit) = asks[0].subject else { throw Unexpected() }
    #expect(unit.isOffered)
    #expect(unit.from == 10)
    #expect(unit.reason?.kind == .late)
  }

  @Test("Under a ceiling without room a unit closes nothing; a hundred people more than it lacks let it in")
  func ceiling() throws {
    let scenario = Scenario.underCeiling(present: 300)
    let asks = try advice(scenario).asks
    #expect(asks.map(\.value.high) == [60, 0])
    #expect(asks[0].subject == .step(.ceiling(mission: "mission", category: .military)))
    #expect(agree(asks[0].value, 60))
    #expect(asks[0].ranks == 1...1)
    #expect(asks[1].ranks == 2...2)
    // In parts 700 of 800 fit before, all of them after.
    #expect(abs(asks[0].divisible - 7.5) < Self.exact)
  }

  @Test("At a kink one more and one less differ: a second unit closes 30 days, one less opens 60")
  func oneSided() throws {
    var scenario = Scenario.bare()
    scenario.need("n", 2) { $0.tiers = [Tier(upTo: 1, weight: 2), Tier(upTo: 2, weight: 1)] }
    scenario.pledge("p")
    let more = try advice(scenario).asks
    #expect(agree(more[0].value, 30))
    #expect(abs(more[0].divisible - 30) < Self.exact)
    let less = try Indispensables(scenario: scenario, options: AllocationOptions()).find().contributors
    #expect(agree(less[0].opens, 60))
  }

  @Test("The best two of three asks are found, where always adding the best next one is led astray")
  func sets() throws {
    var scenario = Scenario.bare()
    scenario.capabilities.append(
      Capability(
        id: "hospital", name: "Hospital", measure: .units, category: .contingents,
        usualSize: UsualSize(quantity: 1, personnel: 500)))
    scenario.missions[0].ceilings = [.military: 1000]
    // One battalion of 800 leaves no room; two hospitals of 500 close more together than it does.
    scenario.need("battalion") { $0.weight = 5 }
    scenario.need("hospital", 2, capability: "hospital") { $0.weight = 8 }
    let advice = try advice(scenario, count: 2)
    let best = try #require(advice.best)
    let greedy = try #require(advice.greedy)
    #expect(best.units.map(\.count) == [2])
    #expect(best.units.map(\.unit.capability) == ["hospital"])
    #expect(agree(best.value, 480))
    #expect(best.bound == best.weightedGapDays)
    #expect(greedy.weightedGapDays >= best.weightedGapDays)
  }
}

private struct Unexpected: Error {}
