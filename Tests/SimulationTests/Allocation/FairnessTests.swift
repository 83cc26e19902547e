import PlanChecker
import Simulation
import Testing

@Suite("Fairness")
struct FairnessTests {
  /// Brute force tries every plan: once for the smallest coverage, once for the gap and the cost at it.
  @Test(
    "The smallest coverage, then the gap, then the cost are those of the best of all plans tried one by one",
    arguments: 0..<600 as Range<UInt64>)
  func equalsEveryPlanTried(seed: UInt64) throws {
    var scenario = Scenario.random(seed: seed)
    scenario.allocation.fairness = true
    let plans = EveryPlan(scenario)
    let fairest = plans.all.map(\.smallestCoverage).max() ?? 0
    // The plans that are as fair, to the 1e-9 within which later levels hold the first.
    let fair = plans.all.filter { $0.smallestCoverage >= fairest - 1e-9 }
    let gap = fair.map(\.gap).min() ?? 0
    let cost = fair.filter { $0.gap <= gap + 1e-9 }.map(\.cost).min() ?? 0
    let allocation = try Allocator(scenario: scenario).allocate()
    let fairness = try #require(allocation.fairness)
    #expect(agree(fairness.smallestCoverage, fairest), "seed \(seed)")
    #expect(fairness.isProved, "seed \(seed)")
    #expect(agree(allocation.objective.weightedGapDays, gap), "seed \(seed)")
    #expect(agree(allocation.objective.cost, cost), "seed \(seed)")
    #expect(allocation.status == .optimal, "seed \(seed)")
    #expect(PlanChecker(scenario, StatedPlan(allocation)).brokenRows.isEmpty, "seed \(seed)")
  }

  @Test("A unit that could close more elsewhere goes to the mission that has least")
  func poorestFirst() throws {
    var scenario = twoMissions()
    scenario.pledge("p")
    // Alone it goes where the weight is; east has a unit in place, west has none.
    #expect(try plan(scenario).assignments.map(\.need) == ["east-one", "east-two"])
    scenario.allocation.fairness = true
    let fair = try plan(scenario)
    #expect(fair.assignments.map(\.need) == ["east-one", "west"])
    // East: one of two needs is met, and weighs 1 of 1 + 5.
    #expect(agree(fair.fairness?.smallestCoverage ?? 0, 1.0 / 6))
    #expect(fair.fairness?.missions == ["east"])
    #expect(fair.fairness?.isProved == true)
    #expect(fair.objective.weightedGapDays == 5 * 60)
  }

  @Test("A mission that nothing can reach leaves the plan of the others as it is without fairness")
  func beyondReach() throws {
    var scenario = twoMissions()
    scenario.pledge("p")
    scenario.missions.append(Mission(id: "zone", name: "Zone"))
    scenario.capabilities.append(
      Capability(id: "hospital", name: "Hospital", measure: .units, category: .contingents))
    scenario.need("zone", mission: "zone", capability: "hospital")
    let without = try plan(scenario)
    scenario.allocation.fairness = true
    let with = try plan(scenario)
    #expect(with.assignments == without.assignments)
    #expect(with.fairness == FairnessProof(smallestCoverage: 0, bound: 0, missions: ["west", "zone"]))
  }

  @Test("Parts of units are shared out to the same smallest coverage, exactly")
  func fractional() throws {
    var scenario = Scenario.bare()
    scenario.missions = ["east", "west"].map { Mission(id: $0, name: $0) }
    scenario.need("e", mission: "east") { $0.weight = 5 }
    scenario.need("w", 3, mission: "west")
    scenario.pledge("p")
    scenario.allocation.fairness = true
    let options = AllocationOptions(wholeUnits: false)
    let shared = try Allocator(scenario: scenario, options: options).allocate()
    // x of the one unit to east and 1 − x to west: x = (1 − x) / 3.
    #expect(agree(shared.fairness?.smallestCoverage ?? 0, 0.25))
    #expect(shared.missions.allSatisfy { agree($0.coverage, 0.25) })
    #expect(shared.status == .optimal)
  }

  @Test("On the shipped scenario the smallest coverage is the largest there can be")
  func shipped() throws {
    var scenario = try ScenarioFile.read(path: ScenarioFolder.shipped).scenario
    scenario.allocation.fairness = true
    let fairness = try #require(try plan(scenario).fairness)
    // HiGHS, with the smallest coverage as the only objective, proves this one.
    let best = 0.291_258_957_252
    #expect(agree(fairness.smallestCoverage, best))
    #expect(fairness.bound >= best - 1e-9)
  }

  /// East has a unit for one of its two needs; west has nothing.
  private func twoMissions() -> Scenario {
    var scenario = Scenario.bare()
    scenario.missions = ["east", "west"].map { Mission(id: $0, name: $0) }
    scenario.need("east-one", mission: "east")
    scenario.need("east-two", mission: "east") { $0.weight = 5 }
    scenario.need("west", mission: "west")
    scenario.pledge("there") { $0.inPlace = "east-one" }
    return scenario
  }

  /// Stopped by work alone: a slow machine, or the thread sanitizer, finds the same plan later.
  private func plan(_ scenario: Scenario) throws -> Allocation {
    try Allocator(scenario: scenario, options: AllocationOptions(timeLimitSeconds: 86_400)).allocate()
  }
}
