import Simulation
import Testing

@Suite("Asks in sentences")
struct AskSentenceTests {
  private func text(_ scenario: Scenario, width: Int = 400) throws -> String {
    let advice = try AskFinder(scenario: scenario, options: AllocationOptions(), count: 2).find()
    var result = RunResult(
      scenario: scenario, digest: "sha256:0", seed: 1, threads: 1, wantsTimeline: false, solverVersion: "5.0")
    result.inquiry = .ask(advice)
    return ResultsDocument(result).text
  }

  private var helicopters: Scenario {
    var scenario = Scenario.bare(days: 300)
    scenario.capabilities = [
      Capability(
        id: "utility-helicopter", name: "Utility helicopter", measure: .airframes, category: .contingents,
        usualSize: UsualSize(quantity: 4, personnel: 140))
    ]
    scenario.missions[0].name = "MINUSMA"
    scenario.need("n", 4, capability: "utility-helicopter", from: 182) { $0.weight = 2 }
    return scenario
  }

  @Test("A minister reads what, where, from when, how much, and that nothing pledged can do it")
  func nobody() throws {
    #expect(
      try text(helicopters).contains(
        "Four utility helicopters for MINUSMA from 1 July 2020 would close 236 of 236 weighted gap-days; "
          + "nothing pledged so far can do this."))
  }

  @Test("Conditions of the need are part of what is asked for")
  func conditions() throws {
    var scenario = helicopters
    scenario.needs[0].accepts.attributes = ["night-vision"]
    scenario.needs[0].accepts.languages = ["fr"]
    #expect(
      try text(scenario).contains(
        "Four utility helicopters for MINUSMA from 1 July 2020 (night-vision, speaking French) would close"))
  }

  @Test("Several units together are told in one sentence")
  func together() throws {
    var scenario = helicopters
    scenario.needs[0].quantity = 8
    #expect(
      try text(scenario).contains(
        "Together eight utility helicopters for MINUSMA from 1 July 2020 would close 236 of 236"))
  }

  @Test("People are counted, and a unit that closes nothing says so")
  func nothing() throws {
    var scenario = Scenario.bare()
    scenario.capabilities[0].measure = .personnel
    scenario.capabilities[0].usualSize = UsualSize(quantity: 800, personnel: 800)
    scenario.missions[0].ceilings = [.military: 500]
    scenario.need("n", 800)
    #expect(
      try text(scenario).contains(
        "800 people (battalion) for Mission from the first day would close nothing."))
  }
}
