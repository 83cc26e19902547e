import Simulation
import Testing

@Suite("Sense checks")
struct SenseCheckTests {
  private func messages(_ scenario: Scenario, _ kind: ScenarioWarning.Kind) -> [String] {
    SenseChecks(scenario).warnings.filter { $0.kind == kind }.map { "\($0.entry): \($0.text)" }
  }

  @Test("A need that nobody offers anything for, or nobody who may, is named with the reason")
  func unmetNeeds() {
    var scenario = Scenario.bare()
    scenario.capabilities.append(
      Capability(id: "hospital", name: "Hospital", measure: .units, category: .contingents))
    scenario.need("a", capability: "hospital")
    scenario.need("b") { $0.accepts.attributes = ["night-vision"] }
    scenario.need("c", from: 0, until: 10)
    scenario.need("d")
    scenario.pledge("p", from: 20)
    scenario.pledge("q", from: 30)
    #expect(
      messages(scenario, .unmetNeed) == [
        "needs.a: no pledge offers 'hospital', nor anything that may stand in for it",
        "needs.b: no pledge can ever meet it: p lacks night-vision; nor can 1 more of its capability",
        "needs.c: no pledge can ever meet it: p is not there on any of its days; nor can 1 more of its capability",
      ])
    #expect(messages(scenario, .unusablePledge).isEmpty)
  }

  @Test("A gate that nothing opens is named with what it waits for; one that somebody can open is not")
  func closedGates() {
    var scenario = Scenario.bare()
    scenario.need("engineers") { $0.quantity = 2 }
    scenario.pledge("p")
    var stage = Stage(id: "move", days: .fixed(5))
    stage.gate = "camp"
    scenario.processes = [ProcessPlan(id: "by-road", stages: [stage])]
    func gate(_ share: Double) -> Gate {
      Gate(
        id: "the-camp", kind: "camp", mission: "mission",
        opening: .withCoverage(need: "engineers", atLeast: share))
    }
    scenario.gates = [gate(0.75)]
    #expect(
      messages(scenario, .gate) == [
        "gates.the-camp: it never opens: all pledges for engineers together come to 0.5 of it, "
          + "and it waits for 0.75"
      ])
    scenario.gates = [gate(0.5)]
    #expect(messages(scenario, .gate).isEmpty)
    scenario.gates = [gate(0.75)]
    scenario.processes[0].stages[0].gate = nil
    #expect(messages(scenario, .gate).isEmpty)
  }

  @Test("What may stand in for a capability can meet its needs")
  func substitutes() {
    var scenario = Scenario.bare()
    scenario.capabilities.append(
      Capability(id: "company", name: "Company", measure: .units, category: .contingents))
    scenario.need("n")
    scenario.pledge("p", capability: "company")
    #expect(messages(scenario, .unmetNeed).count == 1)
    #expect(
      messages(scenario, .unusablePledge)
        == ["pledges.p: no need asks for 'company', nor for anything it may stand in for"])
    scenario.substitutions = [Substitution(of: "company", for: "battalion", effectiveness: 0.2)]
    #expect(messages(scenario, .unmetNeed).isEmpty)
    #expect(messages(scenario, .unusablePledge).isEmpty)
  }

  @Test("A pledge that no need can use is named with the reason; one in place is used")
  func unusablePledges() {
    var scenario = Scenario.bare()
    scenario.need("n")
    scenario.pledge("p") { $0.missions.except = ["mission"] }
    scenario.pledge("q") { $0.requestFrom = 60 }
    scenario.pledge("r") {
      $0.missions.except = ["mission"]
      $0.inPlace = "n"
    }
    #expect(
      messages(scenario, .unusablePledge) == [
        "pledges.p: no need can use it: n cannot, since p is not offered to mission",
        "pledges.q: no need can use it: n cannot, since q is not there on any of its days",
      ])
  }

  @Test(
    "How many more needs a pledge cannot serve is said in plain words",
    arguments: [
      (1, ""), (2, "; nor can the other need of its capability"),
      (3, "; nor can the 2 other needs of its capability"),
    ])
  func otherNeeds(count: Int, words: String) {
    var scenario = Scenario.bare()
    for number in 0..<count { scenario.need("n\(number)") }
    scenario.pledge("p") { $0.missions.except = ["mission"] }
    #expect(
      messages(scenario, .unusablePledge)
        == ["pledges.p: no need can use it: n0 cannot, since p is not offered to mission\(words)"])
  }

  @Test("People more than three times the usual, or less than a third, are named")
  func personnel() {
    var scenario = Scenario.bare()
    for (id, people) in [("a", 800.0), ("b", 2_400), ("c", 2_401), ("d", 267), ("e", 266)] {
      scenario.pledge(id) { $0.personnel = people }
    }
    #expect(
      messages(scenario, .personnel) == [
        "pledges.c.personnel: 2,401 people for 1 of 'battalion'; usual are 800",
        "pledges.e.personnel: 266 people for 1 of 'battalion'; usual are 800",
      ])
  }

  @Test("A share that stays out of reach even if all who raise it came is named with what is missing")
  func shares() {
    var scenario = Scenario.bare()
    scenario.missions[0].languages = ["fr"]
    scenario.missions[0].languageShare = 0.5
    scenario.missions[0].present = [.military: 1_000]
    scenario.missions[0].presentSpeakers = 100
    scenario.missions[0].womenShare = [.contingents: 0.1]
    scenario.missions[0].present[.contingents] = 1_000
    scenario.missions[0].presentWomen = [.contingents: 50]
    scenario.need("n")
    scenario.pledge("p") {
      $0.personnel = 500
      $0.languages = ["fr": 1]
      $0.women = 100
    }
    scenario.pledge("q") { $0.personnel = 500 }
    // Speakers: 500 wanted, 100 there, 250 more than its half from p. Women: 100 wanted, 50 and 50.
    #expect(
      messages(scenario, .share) == [
        "missions.mission.languageShare: 150 speakers are missing for a share of 0.5, even if every pledge came"
      ])
  }

  @Test("Coefficients over a million apart are told, a million is not")
  func coefficients() {
    var scenario = Scenario.bare()
    scenario.need("n", 1e6)
    scenario.pledge("p", 1e6)
    #expect(Allocator(scenario: scenario).warnings.isEmpty)
    scenario.needs[0].quantity = 2e6
    scenario.pledges[0].quantity = 2e6
    #expect(Allocator(scenario: scenario).warnings.map(\.kind) == [.coefficients])
    #expect(Allocator.scaleWarnings(of: scenario).map(\.kind) == [.coefficients])
    #expect(Allocator(scenario: scenario).warnings[0].text.contains("is 2,000,000 times the smallest"))
  }
}
