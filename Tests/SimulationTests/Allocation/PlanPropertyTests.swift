import Simulation
import Testing

@Suite("Properties of plans")
struct PlanPropertyTests {
  private func gap(_ scenario: Scenario) throws -> Double {
    try Allocator(scenario: scenario).allocate().objective.weightedGapDays
  }

  @Test("One more pledge never makes the gap worse", arguments: 0..<60 as Range<UInt64>)
  func morePledges(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    #expect(try gap(scenario) <= gap(scenario.without(pledge: "p3")) + 1e-6)
  }

  @Test("A tighter ceiling never helps", arguments: 0..<60 as Range<UInt64>)
  func tighterCeilings(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    var tighter = scenario
    for mission in tighter.missions.indices {
      let ceiling = scenario.missions[mission].ceilings[.contingents] ?? .infinity
      tighter.missions[mission].ceilings[.contingents] = min(ceiling, 180)
    }
    #expect(try gap(scenario) <= gap(tighter) + 1e-6)
  }

  @Test("Doubling every weight doubles the gap and changes no assignment", arguments: 0..<60 as Range<UInt64>)
  func weights(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    var doubled = scenario
    for mission in doubled.missions.indices { doubled.missions[mission].weight *= 2 }
    let (one, two) = (
      try Allocator(scenario: scenario).allocate(), try Allocator(scenario: doubled).allocate()
    )
    #expect(agree(2 * one.objective.weightedGapDays, two.objective.weightedGapDays))
    #expect(agree(one.objective.cost, two.objective.cost))
  }

  @Test("Threads change nothing", arguments: 0..<40 as Range<UInt64>)
  func threads(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 5, needs: 5)
    let plans = try [1, 2, 3, 8].map {
      try Allocator(scenario: scenario, options: AllocationOptions(threads: $0)).allocate()
    }
    #expect(plans.allSatisfy { $0 == plans[0] })
  }

  @Test("What is pledged on paper is never less than what is planned", arguments: 0..<100 as Range<UInt64>)
  func pledgedIsMost(seed: UInt64) throws {
    var scenario = Scenario.random(seed: seed, pledges: 4, needs: 1)
    scenario.packages = []
    let need = try Allocator(scenario: scenario).allocate().needs[0]
    #expect(need.pledged >= need.coverage - 1e-9)
  }
}

@Suite("Pins")
struct PinTests {
  @Test("A pinned unit is sent even where another would be cheaper")
  func pinned() throws {
    var scenario = Scenario.bare()
    scenario.need("n")
    scenario.pledge("cheap")
    scenario.pledge("dear") { $0.cost = PledgeCost(general: .init(deployment: 5)) }
    scenario.allocation.pins = [Pin(pledge: "dear", need: "n", units: 1)]
    let allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.assignments.map(\.pledge) == ["dear"])
  }

  @Test("A pin may name a day on which no period starts")
  func pinnedDay() throws {
    var scenario = Scenario.bare()
    scenario.need("n")
    scenario.pledge("p")
    scenario.allocation.pins = [Pin(pledge: "p", need: "n", units: 1, arrivalDay: 17)]
    let allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.assignments.map(\.arrivalDay) == [17])
    #expect(allocation.objective.weightedGapDays == 17)
  }

  @Test("Pins that contradict a limit are named together with it, and nothing else")
  func contradiction() throws {
    var scenario = Scenario.bare()
    scenario.missions[0].ceilings = [.military: 1000]
    scenario.need("n", 2)
    scenario.pledge("p") { $0.personnel = 800 }
    scenario.pledge("q") { $0.personnel = 800 }
    scenario.allocation.pins = ["p", "q"].map { Pin(pledge: $0, need: "n", units: 1, arrivalDay: 0) }
    let failure = #expect(throws: SolverFailure.self) { try Allocator(scenario: scenario).allocate() }
    #expect(
      failure?.reason
        == .contradiction([
          "the military ceiling of mission", "the pin of p to n", "the pin of q to n",
        ]))
  }

  @Test("A pin for which no deployment is possible is refused by name")
  func impossible() throws {
    var scenario = Scenario.bare()
    scenario.need("n", until: 20)
    scenario.pledge("p", from: 30)
    scenario.allocation.pins = [Pin(pledge: "p", need: "n", units: 1)]
    #expect(throws: SolverFailure.self) { try Allocator(scenario: scenario).allocate() }
  }
}
