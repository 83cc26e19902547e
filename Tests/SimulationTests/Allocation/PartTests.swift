import Simulation
import Testing

@Suite("Pledges that come in parts")
struct PartTests {
  /// A battalion of 800: a quarter as advance party, the main body 20 days later.
  private func battalion(days: Int = 60, _ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = Scenario.bare(days: days)
    scenario.need("n")
    scenario.pledge("p") {
      $0.personnel = 800
      $0.parts = [PledgePart(share: 0.25, lagDays: 0), PledgePart(share: 0.75, lagDays: 19.5)]
    }
    change(&scenario)
    return scenario
  }

  @Test("A need is met by the share of a unit that is there")
  func coverage() throws {
    let allocation = try battalion().optimalPlan()
    // Three quarters are missing for 20 days.
    #expect(allocation.objective.weightedGapDays == 15)
    #expect(allocation.needs[0].cells.map(\.from) == [0, 20])
    #expect(allocation.needs[0].cells.map(\.coverage) == [0.25, 1])
    #expect(allocation.needs[0].reasons.map(\.kind) == [.late])
    #expect(allocation.needs[0].reasons[0].detail == "a part of p follows on day 20")
    #expect(allocation.assignments.map(\.arrivalDay) == [0])
    // On paper all of it is there throughout.
    #expect(allocation.needs[0].pledged == 1)
  }

  @Test("A ceiling counts the people who are there, averaged over the period")
  func ceiling() throws {
    // 200 for 20 days and 800 for 10 are 400 on average in the period of arrival, and 800 in the next: it can
    // come in the last period, or for a tour of one.
    var scenario = battalion { $0.missions[0].ceilings = [.military: 400] }
    #expect(try scenario.optimalPlan().assignments.map(\.arrivalDay) == [30])
    scenario.pledges[0].tourDays = 30
    #expect(try scenario.optimalPlan().assignments.map(\.arrivalDay) == [0])
    scenario.missions[0].ceilings = [.military: 399]
    #expect(try scenario.optimalPlan().assignments.isEmpty)
  }

  @Test("Each part is lifted in its own period")
  func lift() throws {
    let scenario = battalion(days: 120) {
      var pool = LiftPool(id: "pool", carriers: 3, cycleDays: .fixed(10))
      pool.payloadTonnes = 50
      $0.lift = [pool]
      var lift = Stage(id: "lift")
      lift.lift = "pool"
      $0.processes = [ProcessPlan(id: "by-air", stages: [lift])]
      $0.pledges[0].process = "by-air"
      $0.pledges[0].tonnes = 600
      $0.pledges[0].parts[1].lagDays = 30
    }
    let rows = Allocator(scenario: scenario).model.limits.filter { $0.rowName.hasPrefix("lift") }
    // Twelve sorties on three carriers take 40 days: period 1. Three of them are the advance party's.
    #expect(rows.map(\.rowName).prefix(2) == ["lift:pool@1", "lift:pool@2"])
    #expect(rows[0].terms.first?.coefficient == 3)
    #expect(rows[1].terms.first?.coefficient == 9)
  }
}
