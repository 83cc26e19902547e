import PlanChecker
import Simulation
import Testing

@Suite("An earlier plan")
struct EarlierPlanTests {
  @Test(
    "Of all plans of the same gap and cost, the one with the fewest changes is taken",
    arguments: 0..<200 as Range<UInt64>, [false, true])
  func equalsEveryPlanTried(seed: UInt64, fairness: Bool) throws {
    var scenario = Scenario.random(seed: seed)
    // Equal units at no cost: many plans are equally good.
    for pledge in scenario.pledges.indices { scenario.pledges[pledge].cost = PledgeCost() }
    scenario.allocation.fairness = fairness
    let plans = EveryPlan(scenario).all
    var generator = SeededGenerator(seed: seed)
    let earlier = generator.pick(plans)
    let fairest = plans.map(\.smallestCoverage).max() ?? 0
    let fair = fairness ? plans.filter { $0.smallestCoverage >= fairest - 1e-9 } : plans
    let gap = fair.map(\.gap).min() ?? 0
    let fewest = fair.filter { $0.gap <= gap + 1e-9 }.map { $0.changes(from: earlier) }.min()
    let options = AllocationOptions(earlier: earlier.asEarlierPlan)
    let allocation = try Allocator(scenario: scenario, options: options).allocate()
    #expect(agree(allocation.objective.weightedGapDays, gap), "seed \(seed)")
    #expect(allocation.changes?.elements == fewest, "seed \(seed)")
    #expect(PlanChecker(scenario, StatedPlan(allocation)).brokenRows.isEmpty, "seed \(seed)")
  }

  @Test("The plan itself, given as the earlier one, stays as it is", arguments: 0..<60 as Range<UInt64>)
  func stays(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 5, needs: 5)
    let plan = try Allocator(scenario: scenario).allocate()
    let again = try planned(scenario, after: EarlierPlan(plan))
    #expect(again.assignments == plan.assignments)
    let count = plan.assignments.count
    #expect(again.changes == PlanChanges(assignments: count, changed: 0, added: 0, elements: 0))
  }

  @Test("Of two equal pledges the one that was sent before is sent again, though the other comes first")
  func sentAgain() throws {
    let scenario = equalPledges()
    #expect(try Allocator(scenario: scenario).allocate().assignments.map(\.pledge) == ["a"])
    let again = try planned(scenario, after: EarlierPlan(sendings: [sending("b", "n", 0)]))
    #expect(again.assignments.map(\.pledge) == ["b"])
  }

  @Test("A smaller gap comes before fewer changes, and so do lower costs")
  func comesLast() throws {
    var scenario = equalPledges()
    for pledge in scenario.pledges.indices {
      scenario.pledges[pledge].cost = PledgeCost(general: .init(deployment: 1))
    }
    scenario.pledges[1].from = 10
    let late = EarlierPlan(sendings: [sending("b", "n", 10)])
    #expect(try planned(scenario, after: late).assignments.map(\.pledge) == ["a"])
    scenario.pledges[1].from = 0
    scenario.pledges[1].cost = PledgeCost(general: .init(deployment: 2))
    let dear = EarlierPlan(sendings: [sending("b", "n", 0)])
    #expect(try planned(scenario, after: dear).assignments.map(\.pledge) == ["a"])
  }

  @Test("Another day counts half of what another need counts")
  func measure() {
    let earlier = EarlierPlan(sendings: [sending("p", "n", 0), sending("q", "m", 30, units: 2)])
    let changes = { (sendings: [EarlierPlan.Sending]) in
      PlanChanges(from: earlier, to: EarlierPlan(sendings: sendings))
    }
    let other = sending("q", "m", 30, units: 2)
    #expect(changes([sending("p", "n", 30), other]).elements == 1)
    #expect(changes([sending("p", "m", 0), other]).elements == 2)
    #expect(changes([other]).elements == 1)
    #expect(
      changes([sending("p", "n", 0), sending("q", "m", 30), sending("q", "m", 0)])
        == PlanChanges(assignments: 2, changed: 1, added: 1, elements: 1))
  }

  @Test("What can no longer be sent counts as withdrawn, and changes nothing else")
  func outOfReach() throws {
    var scenario = equalPledges()
    scenario.pledges[1].until = 5
    scenario.pledges[1].from = 4
    let again = try planned(scenario, after: EarlierPlan(sendings: [sending("b", "n", 30)]))
    #expect(again.assignments.map(\.pledge) == ["a"])
    #expect(again.changes == PlanChanges(assignments: 1, changed: 1, added: 1, elements: 2))
  }

  private func equalPledges() -> Scenario {
    var scenario = Scenario.bare()
    scenario.need("n")
    scenario.pledge("a")
    scenario.pledge("b")
    return scenario
  }

  private func sending(_ pledge: String, _ need: String, _ day: Int, units: Double = 1) -> EarlierPlan.Sending
  {
    EarlierPlan.Sending(pledge: pledge, need: need, arrivalDay: day, units: units)
  }

  private func planned(_ scenario: Scenario, after earlier: EarlierPlan) throws -> Allocation {
    try Allocator(scenario: scenario, options: AllocationOptions(earlier: earlier)).allocate()
  }
}

extension EveryPlan.Plan {
  /// ½ Σ |difference| over pledge, need and day, and over pledge and need.
  fileprivate func changes(from earlier: Self) -> Double {
    let days = Set(elements.keys).union(earlier.elements.keys).reduce(0) {
      $0 + abs((elements[$1] ?? 0) - (earlier.elements[$1] ?? 0))
    }
    let (now, before) = (byNeed, earlier.byNeed)
    return
      (days
      + Set(now.keys).union(before.keys).reduce(0) { $0 + abs((now[$1] ?? 0) - (before[$1] ?? 0)) }) / 2
  }

  private var byNeed: [[String]: Double] {
    Dictionary(elements.map { (Array($0.key.prefix(2)), $0.value) }, uniquingKeysWith: +)
  }

  fileprivate var asEarlierPlan: EarlierPlan {
    EarlierPlan(
      sendings: elements.map { place, units in
        EarlierPlan.Sending(
          pledge: place[0], need: place[1], arrivalDay: Int(place[2]) ?? 0, units: units)
      })
  }
}
