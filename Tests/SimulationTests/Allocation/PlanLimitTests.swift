import Simulation
import Testing

@Suite("Limits worked out by hand")
struct PlanLimitTests {
  @Test("One carrier lifts one battalion a period; the second comes in the next")
  func oneCarrier() throws {
    let allocation = try Allocator(scenario: .airlift(carriers: 1)).allocate()
    // Alone, three sorties of 10 days one after the other: day 30, which is in the second period. The next
    // period start with room for three more sorties is day 60.
    #expect(allocation.assignments.map(\.arrivalDay) == [30, 60])
    #expect(allocation.objective.weightedGapDays == 45)
    #expect(allocation.needs[0].reasons.map(\.kind).contains(.lift))
  }

  @Test("Two carriers bring both at once")
  func twoCarriers() throws {
    let allocation = try Allocator(scenario: .airlift(carriers: 2)).allocate()
    // Two carriers share an element's three sorties: 20 days; six sorties fit the period's six.
    #expect(allocation.assignments.map(\.arrivalDay) == [20, 20])
    #expect(allocation.objective.weightedGapDays == 20)
  }

  @Test("A unit that speaks the mission's language makes room for one that does not")
  func languageShare() throws {
    var scenario = Scenario.halfSpeaking(speakers: 500)
    scenario.need("english")
    scenario.need("french") { $0.accepts.languages = ["fr"] }
    scenario.pledge("anglophone") {
      $0.personnel = 800
      $0.languages = ["en": 1]
    }
    #expect(try Allocator(scenario: scenario).allocate().needs[0].reasons.map(\.kind) == [.languageShare])
    scenario.pledge("francophone") {
      $0.personnel = 800
      $0.languages = ["fr": 1]
    }
    let allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.needs.map(\.coverage) == [1, 1])
  }

  @Test("A mission already short of women may not get worse, and says by how many it is short")
  func womenShare() throws {
    var scenario = Scenario.bare()
    scenario.missions[0].present = [.contingents: 1000]
    scenario.missions[0].presentWomen = [.contingents: 30]
    scenario.missions[0].womenShare = [.contingents: 0.05]
    scenario.need("n")
    scenario.pledge("few") {
      $0.personnel = 800
      $0.women = 39
    }
    var allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.needs[0].reasons.map(\.kind) == [.womenShare])
    #expect(
      allocation.missions[0].alreadyShort.map(\.words) == [
        "already short by 20 women among contingent troops"
      ])
    scenario.pledges[0].women = 40
    allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.needs[0].coverage == 1)
  }

  @Test("A unit in place leaves room under the ceiling on the day it goes")
  func roomAfterLeaving() throws {
    var scenario = Scenario.bare()
    scenario.missions[0].ceilings = [.military: 800]
    scenario.missions[0].present = [.military: 800]
    scenario.need("n")
    scenario.pledge("old") {
      $0.personnel = 800
      $0.inPlace = "n"
      $0.until = 30
    }
    scenario.pledge("new") { $0.personnel = 800 }
    let allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.assignments.map(\.pledge) == ["new", "old"])
    #expect(allocation.assignments.map(\.arrivalDay) == [30, 0])
    #expect(allocation.objective.weightedGapDays == 0)
  }

  @Test("An aircraft at a regional hub is shared between two missions")
  func shared() throws {
    var scenario = Scenario.bare()
    scenario.missions.append(Mission(id: "other", name: "Other"))
    scenario.need("half", 0.5)
    scenario.need("rest", 0.5, mission: "other")
    scenario.pledge("aircraft")
    #expect(try Allocator(scenario: scenario).allocate().needs.map(\.coverage) == [1, 0])
    scenario.pledges[0].shared = true
    let allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.needs.map(\.coverage) == [1, 1])
    #expect(allocation.assignments.map(\.units) == [0.5, 0.5])
  }
}
