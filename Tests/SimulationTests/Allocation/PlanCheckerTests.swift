import PlanChecker
import Simulation
import Testing

@Suite("The checker of plans")
struct PlanCheckerTests {
  private func brokenRows(_ scenario: Scenario, planned: Scenario) throws -> [BrokenRow] {
    let plan = try Allocator(scenario: planned).allocate()
    return PlanChecker(scenario, StatedPlan(plan)).brokenRows
  }

  @Test("A plan made with one figure wrong is found out by the row that the figure stands in")
  func spoilt() throws {
    for example in SpoiltScenario.all {
      let sound = try brokenRows(example.scenario, planned: example.scenario)
      #expect(sound.isEmpty, "\(example.kind): \(sound)")
      let found = try brokenRows(example.scenario, planned: example.spoilt).map(\.kind)
      #expect(found.contains(example.kind), "\(example.kind) is not among \(found)")
    }
  }

  @Test("There is a spoilt figure for every kind of row")
  func everyKind() {
    #expect(Set(SpoiltScenario.all.map(\.kind)) == Set(BrokenRow.Kind.allCases))
  }

  @Test("The plan of the shipped scenario keeps every row of the method")
  func shipped() throws {
    let scenario = try ScenarioFile.read(path: ScenarioFolder.shipped).scenario
    let plan = try Allocator(scenario: scenario, options: AllocationOptions(threads: 2)).allocate()
    #expect(PlanChecker(scenario, StatedPlan(plan)).brokenRows.isEmpty)
  }
}
