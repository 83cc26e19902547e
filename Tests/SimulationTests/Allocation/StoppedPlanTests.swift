import Foundation
import GeneratedModels
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

  @Test(
    "Wherever the clock stops a large plan, it keeps every limit, and proves no more than is true",
    arguments: [true, false], [0, 0.003, 0.01, 0.02, 0.04, 0.08, 0.16])
  func large(wholeUnits: Bool, seconds: Double) throws {
    let scenario = try Self.generated(wholeUnits: wholeUnits)
    let stopped = try Self.plan(of: scenario, seconds: seconds)
    #expect(PlanChecker(scenario, StatedPlan(stopped)).brokenRows.isEmpty)
    let best = try (wholeUnits ? Self.bestWhole : Self.bestDivided).get()
    #expect(stopped.bound <= best * (1 + OptimumCertificate.gapTolerance))
    #expect(stopped.objective.weightedGapDays >= stopped.bound)
    #expect(stopped.status != .limit || stopped.stoppedByTime)
    if seconds == 0 { #expect(stopped.status == .limit) }
  }

  private static let bestWhole = best(wholeUnits: true)
  private static let bestDivided = best(wholeUnits: false)

  /// The weighted gap in days of a plan that has time.
  private static func best(wholeUnits: Bool) -> Result<Double, any Error> {
    Result { try plan(of: generated(wholeUnits: wholeUnits), seconds: 2).objective.weightedGapDays }
  }

  private static func generated(wholeUnits: Bool) throws -> Scenario {
    var scenario = try GeneratedAllocation(
      pledges: 80, missions: 3, capabilities: 15, periods: 12, seed: 5
    ).make()
    scenario.allocation.wholeUnits = wholeUnits
    return scenario
  }

  private static func plan(of scenario: Scenario, seconds: Double) throws -> Allocation {
    let options = AllocationOptions(timeLimitSeconds: seconds, threads: 2)
    return try Allocator(scenario: scenario, options: options).allocate()
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
