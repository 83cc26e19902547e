import Simulation
import Testing

@Suite("Needs that others enable")
struct EnablingTests {
  /// A force that needs medical evacuation in reach: 60 days, force weighs 5, evacuation 1.
  private func force(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = Scenario.bare()
    scenario.capabilities.append(
      Capability(id: "medevac", name: "Evacuation", measure: .units, category: .contingents))
    scenario.need("evacuation", 2, capability: "medevac")
    scenario.need("force") {
      $0.weight = 5
      $0.enabledBy = ["evacuation"]
    }
    scenario.pledge("troops")
    change(&scenario)
    return scenario
  }

  @Test("A force counts only from the day on which its medical evacuation is there")
  func fromThatDay() throws {
    let allocation = try force { $0.pledge("helicopters", 2, units: 1, capability: "medevac", from: 20) }
      .optimalPlan()
    // Evacuation is open for 20 days of weight 1, and so is the force, of weight 5.
    #expect(allocation.objective.weightedGapDays == 120)
    #expect(allocation.needs[1].cells.map(\.from) == [0, 20])
    #expect(allocation.needs[1].cells.map(\.coverage) == [0, 1])
    #expect(allocation.needs[1].reasons.map(\.kind) == [.enabling])
    #expect(allocation.needs[1].reasons[0].detail == "force counts only as far as evacuation is met")
    #expect(allocation.needs[0].reasons.map(\.kind) == [.late])
  }

  @Test("Half of the evacuation lets half of the force count, and the rest is sent nowhere in vain")
  func half() throws {
    let scenario = force {
      $0.pledges[0].units = 2
      $0.pledge("helicopters", 1, capability: "medevac")
    }
    let allocation = try scenario.optimalPlan()
    // 60 days: half of the evacuation is missing (30), half of the force does not count (150).
    #expect(allocation.objective.weightedGapDays == 180)
    #expect(allocation.needs.map(\.coverage) == [0.5, 0.5])
    #expect(allocation.assignments.first { $0.pledge == "troops" }?.units == 1)
    #expect(allocation.unused.first { $0.pledge == "troops" }?.reasons.map(\.kind) == [.enabling])
  }

  @Test("Without any evacuation no force is sent; on paper it is pledged all the same")
  func none() throws {
    let allocation = try force().optimalPlan()
    #expect(allocation.assignments.isEmpty)
    #expect(allocation.objective.weightedGapDays == 360)
    #expect(allocation.needs.map(\.pledged) == [0, 1])
    #expect(allocation.needs[1].reasons.first?.kind == .enabling)
    #expect(allocation.unused.map(\.pledge) == ["troops"])
    #expect(allocation.unused[0].reasons.map(\.kind) == [.enabling])
  }

  @Test("On days on which no evacuation is required, the force counts without it")
  func notRequired() throws {
    let allocation = try force { $0.needs[0].until = 17 }.optimalPlan()
    // 17 days of both, then the force is there.
    #expect(allocation.objective.weightedGapDays == 17 + 17 * 5)
    #expect(allocation.needs[1].cells.map(\.from) == [0, 17])
  }

  @Test("A chain holds link by link, and a circle of needs counts when all are met")
  func chainAndCircle() throws {
    var scenario = Scenario.bare()
    for (id, enabler) in [("a", "b"), ("b", "c"), ("c", "")] {
      scenario.capabilities.append(
        Capability(id: id, name: id, measure: .units, category: .contingents))
      scenario.need(id, capability: id) { $0.enabledBy = enabler.isEmpty ? [] : [enabler] }
      scenario.pledge("for-\(id)", capability: id, from: id == "c" ? 40 : 0)
    }
    #expect(try scenario.optimalPlan().needs.map(\.shortfallDays) == [40, 40, 40])
    scenario.needs[2].enabledBy = ["a"]
    #expect(try scenario.optimalPlan().needs.map(\.shortfallDays) == [40, 40, 40])
    scenario.pledges.removeAll { $0.id == "for-a" }
    let allocation = try scenario.optimalPlan()
    #expect(allocation.needs.map(\.shortfallDays) == [60, 60, 60])
    #expect(allocation.assignments.isEmpty)
  }

  @Test("An enabling need of no weight is met for the sake of what it enables")
  func weightless() throws {
    let scenario = force {
      $0.needs[0].weight = 0
      $0.pledge("helicopters", 2, units: 2, capability: "medevac")
    }
    let allocation = try scenario.optimalPlan()
    #expect(allocation.objective.weightedGapDays == 0)
    #expect(allocation.assignments.map(\.pledge) == ["helicopters", "troops"])
  }

  @Test("With tiers, what does not count is missed from the last tier down")
  func tiers() throws {
    let scenario = force {
      $0.needs[1].quantity = 2
      $0.needs[1].tiers = [Tier(upTo: 1, weight: 8), Tier(upTo: 2, weight: 2)]
      $0.pledges[0].quantity = 2
      $0.pledges[0].units = 2
      $0.pledge("helicopters", 1, capability: "medevac")
    }
    // Half of two is one: the second unit of weight 2 is missed, 60 days · 2 / 2; and half of the evacuation.
    #expect(try scenario.optimalPlan().objective.weightedGapDays == 60 + 30)
  }

  @Test("The exported model names each tie by both needs and the first day")
  func names() {
    let scenario = force { $0.pledge("helicopters", 2, units: 1, capability: "medevac", from: 20) }
    let rows = Allocator(scenario: scenario).model.program.rows.map(\.name).filter { $0.hasPrefix("enable") }
    #expect(
      rows == ["enable:force<evacuation@0", "enable:force<evacuation@20", "enable:force<evacuation@30"])
  }

  /// Every way to send one battalion pledge each to one of the needs, on day 0, tried by hand.
  private func bestGap(_ scenario: Scenario) -> Double {
    func search(_ pledge: Int, _ sent: [Int]) -> Double {
      guard pledge < scenario.pledges.count else { return gap(scenario, sent) }
      return ([-1] + scenario.needs.indices).map { search(pledge + 1, sent + [$0]) }.min() ?? 0
    }
    return search(0, [])
  }

  private func gap(_ scenario: Scenario, _ sent: [Int]) -> Double {
    (0..<scenario.horizon.days).reduce(0) { sum, day in
      let running = scenario.needs.indices.filter {
        scenario.needs[$0].from <= day && day < scenario.needs[$0].until
      }
      var met = scenario.needs.indices.map { need in
        let there = sent.indices.filter { sent[$0] == need && scenario.pledges[$0].from <= day }
        return min(1, there.reduce(0) { $0 + scenario.pledges[$1].quantity } / scenario.needs[need].quantity)
      }
      for _ in scenario.needs {
        for need in running {
          for enabler in running where scenario.needs[need].enabledBy.contains(scenario.needs[enabler].id) {
            met[need] = min(met[need], met[enabler])
          }
        }
      }
      return sum + running.reduce(0) { $0 + scenario.needs[$1].weight * (1 - met[$1]) }
    }
  }

  @Test("Tiny plans are those found by trying them all", arguments: 0..<120 as Range<UInt64>)
  func everyPlan(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var scenario = Scenario.bare(days: 12, periodDays: 12)
    let names = ["a", "b", "c"]
    for id in names {
      let from = Int.random(in: 0...5, using: &generator)
      scenario.need(
        id, generator.pick([1, 2, 3]), from: from, until: Int.random(in: 6...12, using: &generator)
      ) {
        $0.weight = generator.pick([0, 1, 3])
        $0.enabledBy = names.filter { $0 != id && generator.chance(0.4) }
      }
    }
    for id in ["p", "q", "r"] {
      scenario.pledge(id, generator.pick([1, 2]), from: Int.random(in: 0...8, using: &generator)) {
        $0.units = 1
      }
    }
    let allocation = try scenario.optimalPlan()
    #expect(agree(allocation.objective.weightedGapDays, bestGap(scenario)))
  }
}
