import PlanChecker
import Simulation
import Testing

@Suite("A plan filled in one sweep")
struct GreedyFillTests {
  private func model(of scenario: Scenario) -> AllocationModel { Allocator(scenario: scenario).model }

  @Test(
    "It keeps every limit, and no plan undercuts the bound that it gives without a solver",
    arguments: 0..<400 as Range<UInt64>)
  func bounds(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    let best = try Allocator(scenario: scenario).allocate().objective.weightedGapDays
    let plan = try #require(model(of: scenario).greedyPlan(), "seed \(seed)")
    #expect(plan.keepsEveryLimit, "seed \(seed)")
    #expect(plan.weightedGap >= best - 1e-9 * max(1, best), "seed \(seed)")
    #expect(plan.bound <= best + 1e-9 * max(1, best), "seed \(seed)")
  }

  @Test("Where a budget is scarce, four cheap units that close more come before a dear one")
  func scarce() throws {
    var scenario = Scenario.bare()
    scenario.allocation.budget = 4e6
    scenario.need("heavy") {
      $0.weight = 2
      $0.accepts.attributes = ["armour"]
    }
    scenario.need("light", 4)
    scenario.pledge("armoured") {
      $0.attributes = ["armour"]
      $0.cost = PledgeCost(general: .init(deployment: 4e6))
    }
    for number in 0..<4 {
      scenario.pledge("p\(number)") { $0.cost = PledgeCost(general: .init(deployment: 1e6)) }
    }
    scenario.needs[0].weight = 0.9
    scenario.needs[1].weight = 1
    // The dear one closes 54 for all the money, the first of the cheap ones 15 for a quarter of it.
    let plan = try #require(model(of: scenario).greedyPlan())
    #expect(agree(plan.weightedGap, 54))
  }

  @Test("What a share holds back is sent once another unit lifts the share")
  func share() throws {
    var scenario = Scenario.halfSpeaking(speakers: 500)
    scenario.need("first") { $0.weight = 2 }
    scenario.need("second") { $0.accepts.languages = ["fr"] }
    scenario.pledge("anglophone") {
      $0.personnel = 800
      $0.languages = ["en": 1]
    }
    scenario.pledge("francophone") {
      $0.personnel = 800
      $0.languages = ["fr": 1]
    }
    scenario.allocation.bans = [Ban(pledge: "francophone", need: "first")]
    let plan = try #require(model(of: scenario).greedyPlan())
    #expect(plan.weightedGap == 0)
  }

  @Test("Like elements are sent together, as many as are missing")
  func alike() throws {
    var scenario = Scenario.bare()
    scenario.need("n", 1e6)
    scenario.pledge("p", 3e6, units: 3_000_000)
    #expect(try #require(model(of: scenario).greedyPlan()).weightedGap == 0)
  }
}

/// So many columns that looking at each for every element would take longer than anybody waits.
@Suite("A scenario of many thousand pledges", .serialized)
struct LargeScenarioTests {
  /// Far more than enough from day 30 on: 10 units are asked for on 720 days.
  private var plenty: Scenario {
    var scenario = Scenario.bare(days: 720)
    scenario.allocation.gap = 0.01
    scenario.need("n", 10)
    scenario.need("nobody's") { $0.accepts.attributes = ["wings"] }
    scenario.pledges = (0..<1_500).map { number in
      var pledge = Pledge(
        id: "p\(number)", contributor: "AAA", capability: "battalion", quantity: 1, units: 1, until: 720)
      pledge.from = 30
      return pledge
    }.sorted { $0.id < $1.id }
    return scenario
  }

  private func allocation(threads: Int = 1, seconds: Double? = nil) throws -> Allocation {
    try Allocator(
      scenario: plenty, options: AllocationOptions(timeLimitSeconds: seconds, threads: threads)
    ).allocate()
  }

  @Test("Where there is plenty, the sweep's plan is proved without a solver, on any number of threads")
  func proved() throws {
    let plan = try allocation()
    // Nothing for 30 days, and what nobody has for 720.
    #expect(agree(plan.objective.weightedGapDays, 30 + 720))
    #expect(plan.status == .optimal)
    #expect(PlanChecker(plenty, StatedPlan(plan)).brokenRows.isEmpty)
    #expect(plan.needs[0].reasons.first?.kind == .late)
    #expect(plan.needs[1].reasons.first?.kind == .attribute)
    #expect(plan.unused.count == 1_490)
    #expect(try allocation(threads: 3) == plan)
  }

  @Test("Stopped before it begins, it is a plan that keeps every limit, with a reason for every gap")
  func stopped() throws {
    let plan = try allocation(threads: 2, seconds: 0)
    #expect(plan.stoppedByTime)
    #expect(plan.status == .limit)
    // Neither needs a solver: what nobody has, and the days on which nobody can be there.
    #expect(agree(plan.bound, 30 + 720))
    #expect(PlanChecker(plenty, StatedPlan(plan)).brokenRows.isEmpty)
    #expect(plan.needs.allSatisfy { !$0.reasons.isEmpty })
    #expect(plan.unused.allSatisfy { !$0.reasons.isEmpty })
    // However short the time, what is pledged is told.
    #expect(plan.needs[0].pledged == 1)
  }
}
