import PlanChecker
import Simulation
import Testing

/// All at proved optima: random scenarios ask for a gap of 0.
@Suite("Properties of proved plans")
struct LevelPropertyTests {
  @Test("A smaller budget, for a mission or for all, never helps", arguments: 0..<60 as Range<UInt64>)
  func smallerBudget(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    var poorer = scenario
    poorer.allocation.budget = min(scenario.allocation.budget ?? .infinity, 25)
    poorer.missions[0].budget = min(scenario.missions[0].budget ?? .infinity, 10)
    #expect(try gap(scenario) <= gap(poorer) + 1e-6)
  }

  @Test("A higher share of women or speakers, and a ban, never help", arguments: 0..<60 as Range<UInt64>)
  func higherShares(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    var stricter = scenario
    for mission in stricter.missions.indices {
      stricter.missions[mission].languageShare = 0.6
      stricter.missions[mission].presentSpeakers = scenario.missions[mission].presentSpeakers ?? 0
    }
    stricter.allocation.bans = [Ban(pledge: "p1")]
    #expect(try gap(scenario) <= gap(stricter) + 1e-6)
  }

  @Test("All weights times three is the gap times three", arguments: 0..<60 as Range<UInt64>)
  func needWeights(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    var heavier = scenario
    for need in heavier.needs.indices {
      heavier.needs[need].weight *= 3
      for tier in heavier.needs[need].tiers.indices { heavier.needs[need].tiers[tier].weight *= 3 }
    }
    #expect(agree(3 * (try gap(scenario)), try gap(heavier)))
  }

  @Test("Whole units close no more than parts of units would, and no less than these rounded down")
  func betweenBoundAndRounding() throws {
    var rounded = 0
    for seed in 0..<100 as Range<UInt64> {
      let scenario = Scenario.random(seed: seed, pledges: 5, needs: 5)
      let whole = try gap(scenario)
      let parts = try Allocator(scenario: scenario, options: AllocationOptions(wholeUnits: false)).allocate()
      #expect(parts.objective.weightedGapDays <= whole + 1e-6, "seed \(seed)")
      let ledger = DayLedger(Rules(scenario), try roundedDown(parts, scenario))
      // Rounding can take away what a share rests on.
      guard ledger.brokenLimits.isEmpty else { continue }
      rounded += 1
      #expect(whole <= ledger.weightedGap + 1e-6, "seed \(seed)")
    }
    #expect(rounded >= 50)
  }

  @Test("One more pledge never makes the smallest coverage smaller", arguments: 0..<60 as Range<UInt64>)
  func morePledgesWithFairness(seed: UInt64) throws {
    var scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    scenario.allocation.fairness = true
    #expect(try smallestCoverage(scenario) >= smallestCoverage(scenario.without(pledge: "p3")) - 1e-6)
  }

  @Test(
    "Fairness never lowers the smallest coverage and never lessens the gap",
    arguments: 0..<60 as Range<UInt64>)
  func priceOfFairness(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 5, needs: 5)
    var fair = scenario
    fair.allocation.fairness = true
    let (without, with) = (
      try Allocator(scenario: scenario).allocate(), try Allocator(scenario: fair).allocate()
    )
    let least = without.missions.map(\.coverage).min() ?? 1
    #expect((with.fairness?.smallestCoverage ?? 0) >= least - 1e-9)
    #expect(with.objective.weightedGapDays >= without.objective.weightedGapDays - 1e-6)
    #expect(without.fairness == nil)
  }

  @Test("Threads change nothing with fairness either", arguments: 0..<40 as Range<UInt64>)
  func threads(seed: UInt64) throws {
    var scenario = Scenario.random(seed: seed, pledges: 5, needs: 5)
    let earlier = EarlierPlan(try Allocator(scenario: scenario).allocate())
    scenario.allocation.fairness = true
    let plans = try [1, 2, 3].map {
      try Allocator(scenario: scenario, options: AllocationOptions(threads: $0, earlier: earlier)).allocate()
    }
    #expect(plans.allSatisfy { $0 == plans[0] })
  }

  private func roundedDown(_ plan: Allocation, _ scenario: Scenario) throws -> [Sending] {
    try plan.assignments.map { assignment in
      Sending(
        pledge: try #require(scenario.pledges.first { $0.id == assignment.pledge }),
        need: try #require(scenario.needs.first { $0.id == assignment.need }),
        elements: (assignment.units + 1e-9).rounded(.down), arrival: assignment.arrivalDay,
        end: assignment.untilDay, isInPlace: assignment.isInPlace)
    }
  }

  private func gap(_ scenario: Scenario) throws -> Double {
    let plan = try Allocator(scenario: scenario).allocate()
    #expect(plan.status == .optimal)
    return plan.objective.weightedGapDays
  }

  private func smallestCoverage(_ scenario: Scenario) throws -> Double {
    let fairness = try #require(try Allocator(scenario: scenario).allocate().fairness)
    #expect(fairness.isProved)
    return fairness.smallestCoverage
  }
}
