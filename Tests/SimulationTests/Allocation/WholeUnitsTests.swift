import PlanChecker
import Simulation
import Testing

@Suite("Whole units")
struct WholeUnitsTests {
  @Test(
    "The plan is as good as the best of all plans tried one by one, in gap and then in cost",
    arguments: 0..<2000 as Range<UInt64>)
  func equalsBruteForce(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed)
    let best = BruteForce(scenario).best
    let allocation = try Allocator(scenario: scenario).allocate()
    #expect(agree(allocation.objective.weightedGapDays, best.gap), "seed \(seed)")
    #expect(agree(allocation.objective.cost, best.cost), "seed \(seed)")
    #expect(allocation.status == .optimal, "seed \(seed)")
    let broken = PlanChecker(scenario, StatedPlan(allocation)).brokenRows
    #expect(broken.isEmpty, "seed \(seed)")
  }
}
