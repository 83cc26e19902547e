import Foundation
import PlanChecker
import Simulation
import Testing

@Suite("A plan that is stopped", .serialized)
struct StoppedPlanTests {
  /// The search alone would take days; the rest is for a machine that is busy with other work.
  static let soon = 5.0

  /// With fairness, and with an earlier plan: all levels.
  private func hardScenario() -> (scenario: Scenario, earlier: EarlierPlan) {
    var scenario = Scenario.random(seed: 4, pledges: 60, needs: 24)
    scenario.allocation.fairness = true
    scenario.allocation.workLimit = 1_000_000_000
    let need = scenario.needs.first { $0.capability == scenario.pledges[0].capability }?.id ?? "n0"
    let sending = EarlierPlan.Sending(pledge: "p0", need: need, arrivalDay: 5, units: 1)
    return (scenario, EarlierPlan(sendings: [sending]))
  }

  @Test("Interrupted before it begins, it is a plan that keeps every limit, with what is proved of it")
  func before() throws {
    let (scenario, earlier) = hardScenario()
    let interruption = Interruption()
    interruption.raise()
    let options = AllocationOptions(interruption: interruption, earlier: earlier)
    try expectHonest(try Allocator(scenario: scenario, options: options).allocate(), of: scenario)
  }

  @Test("Interrupted while it searches, it ends soon and keeps the best so far")
  func within() throws {
    let (scenario, earlier) = hardScenario()
    let interruption = Interruption()
    let options = AllocationOptions(interruption: interruption, earlier: earlier)
    let allocator = Allocator(scenario: scenario, options: options)
    // A thread of its own: queues are full of other tests.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.5)
      interruption.raise()
    }
    let start = ContinuousClock.now
    let plan = try allocator.allocate()
    #expect((ContinuousClock.now - start) / .seconds(1) < 0.5 + Self.soon)
    try expectHonest(plan, of: scenario)
  }

  @Test("The time limit holds for all levels together", arguments: [0, 0.5])
  func timeLimit(seconds: Double) throws {
    let (scenario, earlier) = hardScenario()
    let options = AllocationOptions(timeLimitSeconds: seconds, threads: 2, earlier: earlier)
    let allocator = Allocator(scenario: scenario, options: options)
    let start = ContinuousClock.now
    let plan = try allocator.allocate()
    #expect((ContinuousClock.now - start) / .seconds(1) < seconds + Self.soon)
    #expect(plan.stoppedByTime)
    try expectHonest(plan, of: scenario)
  }

  private func expectHonest(_ plan: Allocation, of scenario: Scenario) throws {
    #expect(PlanChecker(scenario, StatedPlan(plan)).brokenRows.isEmpty)
    let least = plan.missions.map(\.coverage).min()
    #expect(plan.fairness?.smallestCoverage == least)
    #expect(try #require(plan.fairness).bound >= least ?? 1)
    #expect(plan.status == .limit)
    #expect(plan.bound < plan.objective.weightedGapDays)
    #expect(!plan.assignments.isEmpty)
  }
}
