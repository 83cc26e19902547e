import Simulation
import Testing

@Suite("What to ask for, gap by gap")
struct NeedAskTests {
  private func asks(_ scenario: Scenario) throws -> [String?] {
    let allocation = try Allocator(scenario: scenario).allocate()
    let asks = NeedAsks(scenario, allocation, .english)
    return allocation.needs.map(asks.ask)
  }

  @Test("What nobody pledged is asked for in the capability's usual size")
  func nobody() throws {
    var scenario = Scenario.bare()
    scenario.need("n")
    #expect(try asks(scenario) == ["one battalion for Mission from the first day"])
  }

  @Test("Where a ceiling holds a unit back, room under it is asked for, with what a step would close")
  func ceiling() throws {
    let scenario = Scenario.underCeiling(present: 700)
    // 300 of 800 people could come; with room for 100 more half of them: an eighth of 60 days.
    #expect(
      try asks(scenario) == [
        "room for 100 people more under the military ceiling of Mission (closes 7.5 weighted gap-days if units "
          + "could be divided)"
      ])
  }

  @Test("Where a step of a share closes next to nothing, a unit that the share allows is asked for")
  func stepTooSmall() throws {
    var scenario = Scenario.halfSpeaking(speakers: 500)
    scenario.need("n")
    scenario.pledge("p") { $0.personnel = 100_000 }
    #expect(try asks(scenario) == ["one battalion for Mission from the first day"])
  }

  @Test("Where one step under a ceiling closes next to nothing, that is what it says")
  func ceilingStepTooSmall() throws {
    var scenario = Scenario.bare()
    scenario.missions[0].ceilings = [.military: 1000]
    scenario.missions[0].present = [.military: 1000]
    scenario.allocation.budget = 0
    scenario.need("n")
    scenario.pledge("p") {
      $0.personnel = 800
      $0.cost.general.deployment = 5e6
    }
    let asked = try #require(try asks(scenario)[0])
    #expect(asked.hasSuffix(" (one such step alone closes next to nothing)"))
  }

  @Test("Nothing is asked for where nothing is missing, nor where the planner has ruled a unit out")
  func nothing() throws {
    var scenario = Scenario.bare()
    scenario.need("covered")
    scenario.need("ruled-out")
    scenario.pledge("p") { $0.missions.only = ["mission"] }
    scenario.pledge("q")
    scenario.allocation.bans = ["p", "q"].map { Ban(pledge: $0, need: "ruled-out") }
    #expect(try asks(scenario) == [nil, nil])
  }
}
