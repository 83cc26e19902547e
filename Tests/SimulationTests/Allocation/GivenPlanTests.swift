import Foundation
import Simulation
import Testing

@Suite("Given plans")
struct GivenPlanTests {
  /// Two companies of 100 people where the ceiling has room for 110; one more is in place until day 60.
  private static func loaded(_ change: (String) -> String = { $0 }) throws -> LoadedScenario {
    let text = """
      {
        "formatVersion": 1, "id": "given", "title": "Given", "dayZero": "2020-01-01",
        "horizon": {"days": 100, "periodDays": 50},
        "capabilities": [{"id": "company", "measure": "units", "category": "contingents",
          "usualSize": {"quantity": 1, "personnel": 100}}],
        "missions": [{"id": "m", "name": "M", "ceilings": {"military": 210}, "present": {"military": 100}}],
        "needs": [{"id": "n", "mission": "m", "capability": "company", "quantity": 2}],
        "contributors": [{"id": "AAA", "name": "A"}],
        "pledges": [
          {"id": "new", "contributor": "AAA", "capability": "company", "quantity": 2, "requestFrom": 10,
            "from": 20, "until": 90},
          {"id": "old", "contributor": "AAA", "capability": "company", "quantity": 1, "inPlace": "n", "until": 60}
        ]
      }
      """
    return try ScenarioFile.read(bytes: Array(change(text).utf8), name: "given.json")
  }

  private static func read(_ assignments: String, for loaded: LoadedScenario) throws -> GivenPlan {
    try GivenPlan.read(
      bytes: Array("{\"assignments\": [\(assignments)]}".utf8), name: "plan.json", for: loaded)
  }

  private static let old =
    #"{"pledge": "old", "need": "n", "units": 1, "requestDay": null, "arrivalDay": 0, "inPlace": true}"#

  private static func new(_ units: Int, request: Int = 10, arrival: Int = 20, more: String = "") -> String {
    #"{"pledge": "new", "need": "n", "units": \#(units), "requestDay": \#(request), "arrivalDay": \#(arrival)\#(more)}"#
  }

  @Test("What a given plan covers is what counting its days by hand gives")
  func coverage() throws {
    let loaded = try Self.loaded()
    let plan = try Self.read("\(Self.old), \(Self.new(1))", for: loaded)
    #expect(plan.assignments.map(\.untilDay) == [90, 60])
    let judged = plan.judged(for: loaded.scenario)
    // Half on days 0 to 19, all to day 59, half to day 89, nothing after.
    #expect(abs(judged.allocation.objective.weightedGapDays - (20 * 0.5 + 30 * 0.5 + 10)) < 1e-9)
    #expect(abs(judged.allocation.needs[0].coverage - 0.65) < 1e-9)
    #expect(judged.allocation.status == .given)
    #expect(judged.allocation.unused.map(\.units) == [1])
    #expect(judged.allocation.needs[0].pledged.isNaN && judged.allocation.needs[0].reasons.isEmpty)
    #expect(judged.warnings.isEmpty)
  }

  @Test("A plan beyond a ceiling is tested, and the ceiling named")
  func beyondCeiling() throws {
    let loaded = try Self.loaded()
    let plan = try Self.read("\(Self.old), \(Self.new(2))", for: loaded)
    #expect(
      plan.judged(for: loaded.scenario).warnings.map(\.english) == [
        "the plan goes beyond the military ceiling of m from day 0"
      ])
  }

  @Test("What is on the ground and not in the plan is told of")
  func leftOut() throws {
    let plan = try Self.read(Self.new(1), for: try Self.loaded())
    #expect(plan.warnings.map(\.english) == ["in place on day 0 and not in the plan, so taken as gone: old"])
  }

  @Test(
    "Days that cannot be are refused",
    arguments: [
      (new(1, request: 9), "requestDay: day 9 is too early; new may be asked for from day 10"),
      (new(1, arrival: 19), "arrivalDay: day 19 is too early; new may be there from day 20"),
      (new(1, arrival: 90), "arrivalDay: day 90 is not before day 90"),
      (new(1, more: #", "untilDay": 20"#), "untilDay: day 20 is impossible; allowed: 21 to 90"),
      (new(1, more: #", "untilDay": 91"#), "untilDay: day 91 is impossible; allowed: 21 to 90"),
      (new(1, more: #", "inPlace": true"#), "inPlace: new is not in place anywhere on day 0"),
      ("\(new(1)), \(new(2))", "units: the plan sends 3 elements of new by now; allowed: 2"),
    ])
  func refused(assignments: String, words: String) throws {
    let loaded = try Self.loaded()
    let rejected = #expect(throws: ScenarioRejected.self) { try Self.read(assignments, for: loaded) }
    #expect(rejected?.description.contains(words) == true, "\(String(describing: rejected))")
  }

  @Test("A pledge that has changed its size is taken at its size of now, and that is told")
  func changedSize() throws {
    let loaded = try Self.loaded()
    let plan = try Self.read("\(Self.old), \(Self.new(1, more: #", "quantity": 3"#))", for: loaded)
    #expect(plan.assignments.map(\.quantity) == [1, 1])
    #expect(plan.warnings.map(\.english) == ["the plan sends 3 of new to n, which are now 1"])
  }

  @Test("A plan for needs that refuse a pledge is refused for that reason")
  func caveat() throws {
    let loaded = try Self.loaded {
      $0.replacingOccurrences(
        of: #""quantity": 2}]"#, with: #""quantity": 2, "accepts": {"attributes": ["sea"]}}]"#)
    }
    let rejected = #expect(throws: ScenarioRejected.self) { try Self.read(Self.new(1), for: loaded) }
    #expect(rejected?.description.contains("need: new lacks sea") == true)
  }
}
