import Simulation
import Testing

@Suite("Reasons")
struct ReasonTests {
  private func mainReason(_ scenario: Scenario, need: String = "n") throws -> Reason.Kind? {
    let allocation = try Allocator(scenario: scenario).allocate()
    return allocation.needs.first { $0.need == need }?.reasons.first?.kind
  }

  @Test("A need that nobody pledged for says so")
  func nobody() throws {
    var scenario = Scenario.bare()
    scenario.need("n")
    #expect(try mainReason(scenario) == .nobody)
  }

  @Test("A need met in full has no reason")
  func covered() throws {
    var scenario = Scenario.bare()
    scenario.need("n")
    scenario.pledge("p")
    #expect(try mainReason(scenario) == nil)
  }

  @Test("A unit that comes on day 40 leaves the days before open because it is late")
  func late() throws {
    var scenario = Scenario.bare()
    scenario.need("n")
    scenario.pledge("p", from: 40)
    let allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.needs[0].reasons.map(\.kind) == [.late])
    #expect(allocation.needs[0].shortfallDays == 40)
    #expect(allocation.needs[0].reasons[0].pledges == ["p"])
  }

  @Test("A unit too large for what the ceiling leaves says how much is left")
  func ceiling() throws {
    let scenario = Scenario.underCeiling(present: 700)
    let reason = try Allocator(scenario: scenario).allocate().needs[0].reasons[0]
    #expect(reason.kind == .ceiling)
    #expect(reason.detail == "the military ceiling of mission leaves room for 300, p brings 800")
  }

  @Test("A unit of which more than half would fit is called indivisible")
  func indivisible() throws {
    let scenario = Scenario.underCeiling(present: 300)
    #expect(try mainReason(scenario) == .indivisible)
  }

  @Test("A unit that serves a heavier need leaves the lighter one outweighed")
  func outweighed() throws {
    var scenario = Scenario.bare()
    scenario.need("heavy") { $0.weight = 5 }
    scenario.need("n")
    scenario.pledge("p")
    #expect(try mainReason(scenario) == .outweighed)
  }

  @Test("A budget that cannot pay for the unit is named")
  func budget() throws {
    var scenario = Scenario.bare()
    scenario.missions[0].budget = 10
    scenario.need("n")
    scenario.pledge("p") { $0.cost = PledgeCost(general: .init(deployment: 11)) }
    #expect(try mainReason(scenario) == .budget)
  }

  @Test("Two forms of one promise are not both sent")
  func package() throws {
    var scenario = Scenario.bare()
    scenario.packages = [Package(id: "promise", kind: .atMost(personnel: 600), members: ["p", "q"])]
    scenario.need("n", 2)
    scenario.pledge("p") { $0.personnel = 600 }
    scenario.pledge("q") { $0.personnel = 600 }
    #expect(try mainReason(scenario) == .package)
  }

  @Test(
    "Each refusal is told by its kind",
    arguments: [
      Reason.Kind.caveat, .hostState, .attribute, .language, .readiness, .endorsement, .women, .pin,
    ])
  func refusals(kind: Reason.Kind) throws {
    var scenario = Scenario.bare()
    scenario.need("n") { need in
      switch kind {
      case .attribute: need.accepts.attributes = ["night-vision"]
      case .language: need.accepts.languages = ["fr"]
      case .readiness: need.accepts.readiness = .level2
      case .endorsement: need.accepts.endorsements = ["principles"]
      case .women: need.accepts.womenShareAtLeast = 0.1
      default: break
      }
    }
    scenario.pledge("p") { pledge in
      pledge.personnel = 100
      pledge.women = 9
      if kind == .caveat { pledge.missions.except = ["mission"] }
    }
    if kind == .hostState { scenario.missions[0].refuses.contributors = ["AAA"] }
    if kind == .pin { scenario.allocation.bans = [Ban(pledge: "p", need: "n")] }
    let allocation = try Allocator(scenario: scenario).allocate()
    #expect(allocation.needs[0].reasons.map(\.kind) == [kind])
    #expect(allocation.unused.first?.reasons.map(\.kind) == [kind])
  }

  @Test("A pledge of something nobody asked for, and one that is not needed, say so")
  func unused() throws {
    var scenario = Scenario.bare()
    scenario.capabilities.append(
      Capability(id: "boats", name: "Boats", measure: .boats, category: .contingents))
    scenario.need("n")
    scenario.pledge("p")
    scenario.pledge("q")
    scenario.pledge("r", capability: "boats")
    let unused = try Allocator(scenario: scenario).allocate().unused
    #expect(unused.map(\.pledge) == ["q", "r"])
    #expect(unused.map { $0.reasons.map(\.kind) } == [[.outweighed], [.nobody]])
  }
}
