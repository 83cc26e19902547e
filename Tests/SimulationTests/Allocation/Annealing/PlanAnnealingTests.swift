import PlanChecker
import Simulation
import Testing

@Suite("Annealing")
struct PlanAnnealingTests {
  /// Rounding, exchanges and branch and bound alone end at 19 % here.
  private static let asked = 0.05

  /// The plan on one thread.
  private static let usual = Result {
    try Allocator(scenario: try CrowdedScenario.read(gap: asked)).allocate()
  }

  @Test("A large scenario that is short of everything is planned near its bound, every limit kept")
  func nearTheBound() throws {
    let scenario = try CrowdedScenario.read(gap: Self.asked)
    let largest = Allocator(scenario: scenario).model.components(wholeUnits: true).map(\.deployments.count)
      .max()
    #expect(try #require(largest) >= PlanAnnealing.smallest)
    let plan = try Self.usual.get()
    #expect(plan.status == .withinGap)
    #expect(plan.gap <= Self.asked)
    #expect(PlanChecker(scenario, StatedPlan(plan)).brokenRows.isEmpty)
    #expect(plan.assignments.contains { $0.pledge == "pledge-108" && $0.need == "need-10" })
  }

  @Test("Threads and the order of the file change nothing in the plan", arguments: [2, 3])
  func sameBytes(threads: Int) throws {
    let usual = try Self.usual.get()
    let turned = try CrowdedScenario.read(gap: Self.asked, isReversed: true)
    let other = try Allocator(scenario: turned, options: AllocationOptions(threads: threads)).allocate()
    #expect(other.assignments == usual.assignments)
    #expect(other.objective == usual.objective)
    #expect(other.bound == usual.bound)
  }

  @Test("A search that goes on to a smaller gap ends at a better plan")
  func better() throws {
    let early = try Allocator(scenario: try CrowdedScenario.read(gap: 1)).allocate()
    let late = try Self.usual.get()
    #expect(late.objective.weightedGapDays < early.objective.weightedGapDays)
    #expect(late.bound <= early.objective.weightedGapDays)
  }

  @Test("Cuts prove more than the linear program does, and no more than the best plan shows")
  func bound() throws {
    let scenario = try CrowdedScenario.read(gap: 0.001)
    let plan = try Allocator(scenario: scenario).allocate()
    let relaxation = try LinearSolver.relaxation(of: Allocator(scenario: scenario).model.program)
    #expect(plan.bound > relaxation.objective * 1.002)
    #expect(plan.bound <= plan.objective.weightedGapDays)
    #expect(plan.objective.weightedGapDays <= (try Self.usual.get()).objective.weightedGapDays)
  }
}
