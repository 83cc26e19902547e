import Foundation
import Testing

@Suite("--previous")
struct PreviousPlanTests {
  static let scenario = Command.scenario("small/two-missions.json")

  @Test("Results, their allocation and what --save-plan writes are all taken, and change nothing")
  func accepted() throws {
    try Folder.with { folder in
      let (results, plan) = (folder.path + "/results.json", folder.path + "/plan.json")
      let first = try Command.run(
        "allocate", Self.scenario, "--json", results, "--save-plan", plan, "--quiet")
      #expect(first.status == 0)
      let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: results)))
      let allocation = try #require((whole as? [String: Any])?["allocation"])
      let part = try Folder.write(
        String(
          decoding: try JSONSerialization.data(withJSONObject: ["allocation": allocation]), as: UTF8.self),
        to: "part.json", in: folder)
      for file in [results, plan, part] {
        let again = try Command.run("allocate", Self.scenario, "--previous", file, "--json", "-").json()
        let changes = try #require((again["allocation"] as? [String: Any])?["changes"] as? [String: Int])
        #expect(changes["changed"] == 0 && changes["added"] == 0)
        #expect((changes["assignments"] ?? 0) > 0)
      }
      let page = try Command.run("run", Self.scenario, "--previous", plan, "--replications", "10")
      #expect(page.output.contains("Changes 0 of "))
    }
  }

  @Test("A plan of another scenario is refused with the names and digests of both")
  func ofAnother() throws {
    try Folder.with { folder in
      let file = folder.path + "/results.json"
      _ = try Command.run("allocate", Self.scenario, "--json", file, "--quiet")
      let other = try Command.run(
        "allocate", Command.scenario("small/one-battalion.json"), "--previous", file)
      #expect(other.status == 65)
      #expect(other.output.isEmpty)
      #expect(other.errors.contains("$.scenario.id: this plan is of the scenario 'two-missions' (sha256:"))
      #expect(other.errors.contains("allowed: plans of 'one-battalion' (sha256:"))
    }
  }

  @Test("Everything wrong with a plan is told with its place and the nearest name")
  func wrong() throws {
    let text = """
      {"assignments": [
        {"pledge": "nobody-at-all", "need": "n", "units": 1, "arrivalDay": 0},
        {"pledge": 5, "need": "n", "units": -1}
      ]}
      """
    try Folder.with { folder in
      let file = try Folder.write(text, to: "plan.json", in: folder)
      let outcome = try Command.run("allocate", Self.scenario, "--previous", file)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("plan.json:2:14: $.assignments[0].pledge: the scenario has no pledge "))
      #expect(outcome.errors.contains("$.assignments[1].pledge: expected an identifier in double quotes"))
      #expect(outcome.errors.contains("$.assignments[1].arrivalDay: this key is required"))
      #expect(outcome.errors.contains("$.assignments[1].units: -1 is out of range"))
    }
  }

  @Test("A file that is no plan is refused", arguments: ["", "{}", "[]", "{\"assignments\": 3}", "nonsense"])
  func noPlan(text: String) throws {
    try Folder.with { folder in
      let file = try Folder.write(text, to: "plan.json", in: folder)
      let outcome = try Command.run("allocate", Self.scenario, "--previous", file)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("plan.json"))
    }
    #expect(try Command.run("allocate", Self.scenario, "--previous", "/nowhere/plan.json").status == 65)
  }
}
