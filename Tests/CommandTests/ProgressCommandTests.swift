import Foundation
import Testing

@Suite("simrun progress")
struct ProgressCommandTests {
  /// One need of two companies for 100 days; one company since 2015, one since 2016 that is withdrawn in 2017,
  /// one of 2017 that is there on day 50.
  static let text = """
    {
      "formatVersion": 1, "id": "steps", "title": "Steps", "dayZero": "2018-01-01", "horizon": {"days": 100},
      "capabilities": [{"id": "company", "name": "Company", "measure": "units", "category": "contingents"}],
      "missions": [{"id": "m", "name": "M"}],
      "needs": [{"id": "n", "mission": "m", "capability": "company", "quantity": 2}],
      "contributors": [{"id": "AAA", "name": "Alfa"}],
      "pledges": [
        {"id": "first", "contributor": "AAA", "capability": "company", "quantity": 1, "recordedOn": "2015-09-28"},
        {"id": "second", "contributor": "AAA", "capability": "company", "quantity": 1, "recordedOn": "2016-09-08",
          "history": [{"recordedOn": "2017-03-01", "quantity": 0, "text": "needed at home"}]},
        {"id": "third", "contributor": "AAA", "capability": "company", "quantity": 1, "recordedOn": "2017-11-15",
          "from": 50}
      ],
      "milestones": [
        {"id": "vancouver", "name": "Vancouver", "date": "2017-11-15"},
        {"id": "new-york", "name": "New York", "date": "2015-09-28"},
        {"id": "london", "name": "London", "date": "2016-09-08"}
      ],
      "simulation": {"replications": 20, "standards": [30, 90]}
    }
    """

  @Test("Each milestone has the coverage that counting its pool by hand gives, and what came and went")
  func byHand() throws {
    try Folder.with { folder in
      let file = try Folder.write(Self.text, to: "steps.json", in: folder)
      let outcome = try Command.run("progress", file, "--json", "-")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let milestones = try JSONObject(try outcome.json())["progress"].list("milestones")
      #expect(milestones.map { $0.text("milestone") } == ["new-york", "london", "vancouver"])
      #expect(try milestones.map { try $0.number("pledges") } == [1, 2, 2])
      #expect(try milestones.map { try $0.number("pledged") } == [0.5, 1, 1])
      #expect(try milestones.map { try $0.number("planned") } == [0.5, 1, 0.75])
      #expect(try milestones.map { try $0.number("weightedGapDays") } == [50, 0, 25])
      let inTime = try milestones.map { try $0.list("needs")[0]["inTime"].number("mean") }
      #expect(zip(inTime, [0.5, 1, 0.75]).allSatisfy { abs($0 - $1) < 1e-9 })
      let day30 = try milestones.map { try $0.list("inTime")[0].number("mean") }
      #expect(zip(day30, [0.5, 1, 0.5]).allSatisfy { abs($0 - $1) < 1e-6 })
      let changes = try milestones.map {
        try $0.list("changes").map { "\($0.text("pledge") ?? "") \($0.text("kind") ?? "")" }
      }
      #expect(changes == [["first added"], ["second added"], ["second withdrawn", "third added"]])
    }
  }

  @Test(
    "The page tells milestones, needs and what was withdrawn, in English and French; the files have it all")
  func page() throws {
    try Folder.with { folder in
      let file = try Folder.write(Self.text, to: "steps.json", in: folder)
      let out = folder.path + "/out"
      let page = try Command.run("progress", file, "--out", out)
      #expect(page.status == 0)
      for words in ["From milestone to milestone", "Alfa: second", "withdrawn", "On record: needed at home"] {
        #expect(page.output.contains(words), "\(words) is not in\n\(page.output)")
      }
      let names = Folder.names(in: URL(fileURLWithPath: out))
      for name in ["progress.csv", "progress-needs.md", "progress-pledges.csv", "results.json"] {
        #expect(names.contains(name))
      }
      let french = try Command.run("progress", file, "--language", "fr")
      #expect(french.output.contains("D'une étape à l'autre") && french.output.contains("retiré"))
    }
  }

  @Test(
    "A run as of a milestone's day plans what progress says of it; what is withdrawn is in no plan of today")
  func asOf() throws {
    try Folder.with { folder in
      let file = try Folder.write(Self.text, to: "steps.json", in: folder)
      let gaps = try ["2015-09-28", "2016-09-08", "2017-11-15", "2014-01-01"].map { date in
        let plan = JSONObject(try Command.run("allocate", file, "--as-of", date, "--json", "-").json())
        #expect(try plan["scenario"].text("asOf") == date)
        return try plan["allocation.objective"].number("weightedGapDays")
      }
      #expect(gaps == [50, 0, 25, 100])
      let today = try Command.run("allocate", file)
      #expect(today.output.contains("withdrawn by day 0, so left out: second"))
      #expect(today.output.contains("times weight): 25."))
    }
  }

  @Test("Without milestones the scenario is refused; a day that does not exist is wrong usage")
  func wrong() throws {
    let none = try Command.run("progress", Command.scenario("small/two-missions.json"))
    #expect(none.status == 65 && none.output.isEmpty)
    #expect(none.errors.contains("the scenario has no milestones to compare; add some"))
    let file = Command.scenario("small/two-missions.json")
    let day = try Command.run("allocate", file, "--as-of", "2017-02-30")
    #expect(day.status == 64 && day.errors.contains("give a day that exists, as YYYY-MM-DD"))
    #expect(try Command.run("progress", file, "--as-of", "2017-02-28").status == 64)
  }
}
