import Foundation
import Testing

@Suite("simrun trace")
struct TraceCommandTests {
  static let scenario = Command.scenario("small/two-missions.json")

  @Test("A replication is told with dates, unit by unit")
  func page() throws {
    let outcome = try Command.run("trace", Self.scenario, "--replication", "3")
    #expect(outcome.status == 0)
    for words in [
      "Replication 3 of seed 1: one of many futures, not a forecast.",
      "Bravo: bravo-hospital, 1 unit for North: Field hospital: there on 2020-01-31 (day 30)",
      "  - asked for on 2020-01-01 (day 0).",
      "  - preparation: from 2020-01-01 (day 0) until ",
      "  - there from 2020-01-31 (day 30) until 2020-03-31 (day 90).",
    ] { #expect(outcome.output.contains(words), "\(words) is not in\n\(outcome.output)") }
  }

  @Test("The same in French")
  func french() throws {
    let outcome = try Command.run("trace", Self.scenario, "--replication", "3", "--language", "fr")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Réplication 3 de la graine 1"))
    #expect(outcome.output.contains("demandé le 01/01/2020 (jour 0)."))
    #expect(outcome.output.contains("sur place du 31/01/2020 (jour 30) au 31/03/2020 (jour 90)."))
  }

  @Test("One pledge alone, and for programs; a plan that is given is told as one that is made")
  func json() throws {
    try Folder.with { folder in
      let plan = folder.path + "/plan.json"
      _ = try Command.run("allocate", Self.scenario, "--save-plan", plan, "--quiet")
      let made = try Command.run(
        "trace", Self.scenario, "--replication", "0", "--pledge", "alfa-infantry", "--json", "-")
      let given = try Command.run(
        "trace", Self.scenario, "--replication", "0", "--pledge", "alfa-infantry", "--plan", plan, "--json",
        "-")
      let trace = try JSONObject(try made.json())["trace"]
      #expect(
        NSDictionary(dictionary: trace.members)
          == NSDictionary(dictionary: try JSONObject(try given.json())["trace"].members))
      let units = try trace.list("units")
      #expect(!units.isEmpty && units.allSatisfy { $0.text("pledge") == "alfa-infantry" })
      let stages = try #require(units.first).list("stages")
      #expect(stages.map { $0.text("stage") } == ["preparation", "road"])
      #expect(try stages[1].number("beginsAt") == 12 && stages[1].number("endsAt") == 20)
    }
  }

  @Test("A pledge that does not exist, and a replication that is none, are wrong usage")
  func wrong() throws {
    let unknown = try Command.run("trace", Self.scenario, "--replication", "0", "--pledge", "alfa-infantri")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("no pledge has the id 'alfa-infantri'; did you mean 'alfa-infantry'?"))
    for number in ["-1", "1000000000", "x", "1.5"] {
      let outcome = try Command.run("trace", Self.scenario, "--replication", number)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("give a whole number from 0 to 999999999"))
    }
    #expect(try Command.run("trace", Self.scenario).status == 64)
    let unused = try Command.run("trace", Self.scenario, "--replication", "0", "--pledge", "delta-infantry")
    #expect(unused.status == 0 && unused.output.contains("The plan sends nothing of it."))
  }
}
