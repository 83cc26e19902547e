import Foundation
import Testing

@Suite("simrun simulate --plan")
struct SimulatePlanTests {
  static let scenario = Command.scenario("small/one-battalion.json")
  static let few = ["--replications", "300"]

  @Test("A plan that a run made has the same timeline when it is tested alone, in each form it may have")
  func sameTimeline() throws {
    try Folder.with { folder in
      let (results, plan) = (folder.path + "/results.json", folder.path + "/plan.json")
      let run = try Command.run(["run", Self.scenario, "--json", results, "--quiet"] + Self.few)
      #expect(run.status == 0)
      _ = try Command.run("allocate", Self.scenario, "--save-plan", plan, "--quiet")
      let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: results)))
      let made = try JSONObject(try #require(whole as? [String: Any]))["timeline"]
      for file in [results, plan] {
        let outcome = try Command.run(
          ["simulate", Self.scenario, "--plan", file, "--json", "-"] + Self.few)
        #expect(outcome.status == 0)
        let tested = JSONObject(try outcome.json())
        #expect(
          NSDictionary(dictionary: try tested["timeline"].members) == NSDictionary(dictionary: made.members))
        #expect(try tested["allocation"].text("status") == "given")
        #expect(try tested["allocation"].members["bound"] is NSNull)
      }
    }
  }

  @Test("The page says what the plan covers and nothing that only other plans could tell")
  func page() throws {
    try Folder.with { folder in
      let plan = folder.path + "/plan.json"
      let scenario = Command.scenario("small/two-missions.json")
      _ = try Command.run("allocate", scenario, "--save-plan", plan, "--quiet")
      let out = folder.path + "/out"
      let page = try Command.run(["simulate", scenario, "--plan", plan, "--out", out] + Self.few)
      #expect(page.status == 0)
      #expect(page.output.contains("Plan: As given; how near it is to the best possible was not looked at."))
      #expect(page.output.contains("Weighted gap (days without cover, times weight): 680."))
      for word in ["Ask for", "Pledged on paper", "impossible", "ptimal"] {
        #expect(!page.output.contains(word))
      }
      let files = Folder.names(in: URL(fileURLWithPath: out))
      #expect(files.contains("gap-coverage.md") && files.contains("arrivals.csv"))
      #expect(!files.contains("reasons.md"))
    }
  }

  @Test("Everything in a plan that does not fit is told with its place, and nothing is printed")
  func wrong() throws {
    let text = """
      {"assignments": [
        {"pledge": "alfa-infantri", "need": "north-infantry", "units": 1, "requestDay": 0, "arrivalDay": 20},
        {"pledge": "alfa-infantry", "need": "north-infantry", "units": 9, "requestDay": 0, "arrivalDay": 20},
        {"pledge": "bravo-hospital", "need": "north-hospital", "units": 1, "requestDay": 40, "arrivalDay": 30},
        {"pledge": "delta-infantry", "need": "north-hospital", "units": 1, "requestDay": 0, "arrivalDay": 95},
        {"pledge": "delta-infantry", "need": "north-infantry", "units": 1, "arrivalDay": 5, "support": "x"}
      ]}
      """
    try Folder.with { folder in
      let file = try Folder.write(text, to: "plan.json", in: folder)
      let outcome = try Command.run(
        "simulate", Command.scenario("small/two-missions.json"), "--plan", file)
      #expect(outcome.status == 65)
      #expect(outcome.output.isEmpty)
      for words in [
        "plan.json:2:14: $.assignments[0].pledge: the scenario has no pledge 'alfa-infantri'; "
          + "did you mean 'alfa-infantry'?",
        "$.assignments[1].units: the plan sends 9 elements of alfa-infantry by now; allowed: ",
        "$.assignments[2].requestDay: day 40 is after the day of arrival, 30",
        "$.assignments[3].need: north-hospital asks for hospital, which infantry of delta-infantry is not",
        "$.assignments[3].arrivalDay: day 95 is not before day 90",
        "$.assignments[4].requestDay: this key is required",
        "$.assignments[4].support: the scenario has no support 'x'",
      ] { #expect(outcome.errors.contains(words), "\(words) is not in\n\(outcome.errors)") }
    }
  }

  @Test("A plan of a scenario that has changed since is tested with a notice; one of another is refused")
  func changed() throws {
    try Folder.with { folder in
      let results = folder.path + "/results.json"
      _ = try Command.run("allocate", Self.scenario, "--json", results, "--quiet")
      let text = try String(contentsOfFile: Self.scenario, encoding: .utf8)
      let retold = text.replacingOccurrences(of: "\"title\": \"", with: "\"title\": \"Retold: ")
      #expect(retold != text)
      let changed = try Folder.write(retold, to: "changed.json", in: folder)
      let tested = try Command.run(["simulate", changed, "--plan", results] + Self.few)
      #expect(tested.status == 0)
      #expect(tested.output.contains("the plan was made for sha256:"))
      #expect(tested.output.contains("everything in the plan fits it"))
      let other = try Command.run(
        "simulate", Command.scenario("small/two-missions.json"), "--plan", results)
      #expect(other.status == 65)
      #expect(other.errors.contains("$.scenario.id: this plan is of the scenario 'one-battalion'"))
    }
  }

  @Test("Without a plan the command is used wrongly; a plan that is not there refuses the scenario")
  func noPlan() throws {
    #expect(try Command.run("simulate", Self.scenario).status == 64)
    #expect(try Command.run("simulate", Self.scenario, "--plan", "/nowhere.json").status == 65)
    #expect(try Command.run("simulate", Self.scenario, "--plan", "").status == 64)
  }
}
