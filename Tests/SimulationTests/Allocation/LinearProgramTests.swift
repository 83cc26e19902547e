import PlanChecker
import Simulation
import Testing

@Suite("Linear programs")
struct LinearProgramTests {
  @Test("Dantzig's canning plants ship at the textbook cost", arguments: [true, false])
  func canningPlants(wholeUnits: Bool) throws {
    var scenario = Scenario(
      id: "canning", title: "Canning plants", dayZero: .epoch, horizon: Horizon(days: 30))
    scenario.capabilities = [
      Capability(id: "cases", name: "Cases", measure: .units, category: .civilian)
    ]
    let markets = [("chicago", 300.0), ("new-york", 325), ("topeka", 275)]
    scenario.missions = markets.map { Mission(id: $0.0, name: $0.0) }
    scenario.contributors = [Contributor(id: "AAA", name: "Plants")]
    for (market, cases) in markets { scenario.need(market, cases, mission: market, capability: "cases") }
    // Freight of 90 dollars per case per thousand miles, in thousands of dollars per case.
    let miles = [("san-diego", 600, [1.8, 2.5, 1.4]), ("seattle", 350, [1.7, 2.5, 1.8])]
    for (plant, supply, distances) in miles {
      scenario.pledge(plant, Double(supply), units: supply, capability: "cases") { pledge in
        for (market, distance) in zip(markets, distances) {
          pledge.cost.byMission[market.0] = .init(deployment: Double(supply) * 0.09 * distance)
        }
      }
    }
    let options = AllocationOptions(wholeUnits: wholeUnits)
    let allocation = try Allocator(scenario: scenario, options: options).allocate()
    #expect(allocation.objective.weightedGapDays == 0)
    #expect(agree(allocation.objective.cost, 153.675, within: 1e-9))
    #expect(allocation.status == .optimal)
  }

  @Test("The relaxation is a bound, and divisible elements reach it", arguments: 0..<200 as Range<UInt64>)
  func relaxationBounds(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 6, needs: 5)
    let whole = try Allocator(scenario: scenario).allocate()
    let options = AllocationOptions(wholeUnits: false)
    let divisible = try Allocator(scenario: scenario, options: options).allocate()
    #expect(divisible.objective.weightedGapDays <= whole.objective.weightedGapDays * (1 + 1e-9) + 1e-6)
    #expect(divisible.status == .optimal)
    let broken = PlanChecker(scenario, StatedPlan(divisible), wholeUnits: false).brokenRows
    #expect(broken.isEmpty, "seed \(seed)")
  }

  @Test("A program is written as MPS that names its rows and marks whole columns")
  func mps() {
    var program = LinearProgram(name: "tiny")
    program.addColumn("x", upper: 3, cost: -1, isWhole: true)
    program.addColumn("y", cost: 2.5)
    program.addRow("most", upper: 4, [.init(0, 1), .init(1, 1)])
    program.addRow("least", lower: 1, [.init(1, 0.5)])
    #expect(
      program.freeMPS == """
        NAME tiny
        ROWS
         N objective
         L most
         G least
        COLUMNS
         marker0 'MARKER' 'INTORG'
         x objective -1.0
         x most 1.0
         marker1 'MARKER' 'INTEND'
         y objective 2.5
         y most 1.0
         y least 0.5
        RHS
         rhs most 4.0
         rhs least 1.0
        BOUNDS
         LO bound x 0.0
         UP bound x 3.0
         LO bound y 0.0
         PL bound y
        ENDATA

        """)
  }
}
