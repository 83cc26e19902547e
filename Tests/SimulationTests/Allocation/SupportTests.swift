import Simulation
import Testing

@Suite("Supports as options of a deployment")
struct SupportTests {
  /// Battalions that train for 50 days, and trainers that halve it for one element.
  private func training(battalions: Int = 2, _ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = Scenario.bare(days: 90)
    scenario.processes = [ProcessPlan(id: "by-land", stages: [Stage(id: "training", days: .fixed(50))])]
    for number in 0..<battalions {
      scenario.need("n\(number)") { $0.weight = Double(1 + number) }
      scenario.pledge("p\(number)") { $0.process = "by-land" }
    }
    var trainers = Support(id: "trainers", kind: .training, capacity: 1, until: 90)
    trainers.effect = Support.Effect(stage: "training", factor: 0.5)
    scenario.supports = [trainers]
    change(&scenario)
    return scenario
  }

  @Test("The one training place goes where it closes most, and the other need says that it is taken")
  func capacity() throws {
    let allocation = try training().optimalPlan()
    // The heavier need has its battalion on day 25 instead of 50; the other waits for day 50.
    #expect(allocation.assignments.map(\.arrivalDay) == [50, 25])
    #expect(allocation.assignments.map(\.requestDay) == [0, 0])
    #expect(allocation.assignments.map(\.support) == [nil, "trainers"])
    #expect(allocation.objective.weightedGapDays == 50 + 25 * 2)
    #expect(allocation.needs[0].reasons.map(\.kind).contains(.support))
    #expect(
      allocation.needs[0].reasons.first { $0.kind == .support }?.detail
        .hasPrefix("the capacity of trainers holds back") == true)
  }

  @Test("Elements use a support's places, not pledges")
  func elements() throws {
    let scenario = training(battalions: 1) {
      $0.needs[0].quantity = 3
      $0.pledges[0].quantity = 3
      $0.pledges[0].units = 3
      $0.supports[0].capacity = 2
    }
    let allocation = try scenario.optimalPlan()
    #expect(allocation.assignments.map(\.units) == [2, 1])
    #expect(allocation.assignments.map(\.support) == ["trainers", nil])
    // A third is missing for 25 more days.
    #expect(agree(allocation.objective.weightedGapDays, 25 + 25 / 3))
  }

  @Test("Nobody is sent with a support that makes no difference to the day")
  func noDifference() throws {
    let allocation = try training {
      for need in $0.needs.indices { $0.needs[need].from = 50 }
    }.optimalPlan()
    #expect(allocation.assignments.map(\.support) == [nil, nil])
    #expect(allocation.objective.weightedGapDays == 0)
  }

  @Test("A support raises readiness to what the need asks, and skips what that readiness skips")
  func readiness() throws {
    let scenario = training {
      $0.processes[0].stages[0].skipFrom = .level3
      $0.supports[0].effect = nil
      $0.supports[0].raisesReadinessTo = .level3
      for need in $0.needs.indices { $0.needs[need].accepts.readiness = .level2 }
    }
    let allocation = try scenario.optimalPlan()
    #expect(allocation.assignments.map(\.pledge).count == 1)
    #expect(allocation.assignments.map(\.need) == ["n1"])
    #expect(allocation.assignments.map(\.arrivalDay) == [0])
    #expect(allocation.needs[0].reasons.first?.kind == .support)
  }

  @Test("A support helps those it is offered to, on the days on which it is there")
  func offered() throws {
    let only = try training { $0.supports[0].pledges = ["p0"] }.optimalPlan()
    // Either battalion can serve either need: the one that is helped serves the heavier.
    #expect(only.assignments.first { $0.support != nil }?.pledge == "p0")
    #expect(
      try training { $0.supports[0].contributors = ["BBB"] }.optimalPlan().assignments.map(\.support) == [
        nil, nil,
      ])
    let late = try training { $0.supports[0].from = 10 }.optimalPlan()
    #expect(late.assignments.first { $0.support != nil }?.arrivalDay == 35)
    // The battalion that is helped comes on day 25: the trainers have to be there still.
    let short = try training { $0.supports[0].until = 25 }.optimalPlan()
    #expect(short.assignments.map(\.support) == [nil, nil])
    let enough = try training { $0.supports[0].until = 26 }.optimalPlan()
    #expect(enough.assignments.map(\.arrivalDay) == [50, 25])
  }

  @Test("A lift pledge adds carriers to the pool while it is there")
  func lift() throws {
    var scenario = Scenario.airlift(carriers: 1)
    // Three sorties each, three a period: the first on day 30, the second in the next period.
    #expect(try scenario.optimalPlan().assignments.map(\.arrivalDay) == [30, 60])
    var aircraft = Support(id: "aircraft", kind: .lift, capacity: 0, until: 60)
    (aircraft.pool, aircraft.carriers, aircraft.from) = ("pool", 1, 30)
    scenario.supports = [aircraft]
    // From day 30 to 60 there are two carriers: six sorties.
    #expect(try scenario.optimalPlan().assignments.map(\.arrivalDay) == [30, 30])
    scenario.supports[0].until = 59
    #expect(try scenario.optimalPlan().assignments.map(\.arrivalDay) == [30, 60])
  }
}
