import Foundation
import Testing

@Suite("The commands that ask further")
struct AskCommandTests {
  private static let path = Command.scenario("small/two-missions.json")

  private static let inquiries = [
    ["ask"], ["indispensable"], ["frontier"], ["frontier", "--limit", "ceiling:north.military"],
  ]

  private static func results(_ arguments: [String]) throws -> JSONObject {
    let outcome = try Command.run(arguments + ["--json", "-"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return JSONObject(try outcome.json())
  }

  @Test("Where pledges come together or not at all, one contributor less takes the others' pledges along")
  func indispensableTogether() throws {
    let outcome = try Command.run("indispensable", Command.scenario("small/one-mission-together.json"))
    #expect(outcome.status == 0)
    for contributor in ["Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf"] {
      #expect(outcome.output.contains(contributor))
    }
    // The hospital's staff is of no use without its equipment, nor this without the staff.
    #expect(outcome.output.contains("3–4  Delta") && outcome.output.contains("3–4  Echo"))
  }

  @Test("An ask's value is the difference of two runs, with and without its pledge in the file")
  func pledgeInFile() throws {
    let asks = try Self.results(["ask", Self.path])
    let ask = try #require(try asks.list("ask").first { $0.text("kind") == "unit" })
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.path))
    var scenario = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var pledge = try ask["pledge"].members
    for key in ["endorsements", "needs"] { pledge[key] = nil }
    pledge["id"] = "asked"
    pledge["contributor"] = "ASKED"
    scenario["pledges"] = (scenario["pledges"] as? [Any] ?? []) + [pledge]
    scenario["contributors"] = (scenario["contributors"] as? [Any] ?? []) + [["id": "ASKED"]]
    try Folder.with { folder in
      let text = String(decoding: try JSONSerialization.data(withJSONObject: scenario), as: UTF8.self)
      let file = try Folder.write(text, to: "more.json", in: folder)
      let gaps = try [[Self.path], [file]].map { try Self.gap(["allocate"] + $0 + ["--fractional"]) }
      #expect(abs(try ask["value"].number("weightedGapDays") - (gaps[0] - gaps[1])) < HandWorkedTests.exact)
      let whole = try [[Self.path], [file]].map { try Self.gap(["allocate"] + $0) }
      #expect(try ask["value"].number("low") <= whole[0] - whole[1] + HandWorkedTests.exact)
      #expect(try ask["value"].number("high") >= whole[0] - whole[1] - HandWorkedTests.exact)
    }
  }

  private static func gap(_ arguments: [String]) throws -> Double {
    try results(arguments)["allocation.objective"].number("weightedGapDays")
  }

  @Test("Two missions: the budget's curve bends where it does when worked out by hand")
  func frontierByHand() throws {
    let frontier = try Self.results(["frontier", Self.path])["frontier"]
    let curve = try frontier.list("curve")
    // Without a plan 1,170 weighted days; with all the money that helps, 672.5 as in Scenarios/README.md.
    #expect(abs(try curve[0].number("weightedGapDays") - 1170) < HandWorkedTests.exact)
    #expect(try curve[0].number("limit") == 0)
    let last = try #require(curve.last)
    #expect(abs(try last.number("weightedGapDays") - 672.5) < HandWorkedTests.exact)
    let plan = try #require(try frontier.list("plans").last)
    #expect(abs(try plan.number("weightedGapDays") - 680) < HandWorkedTests.exact)
    #expect(try plan.number("cost") == 1_560_000)
  }

  @Test("They give the same bytes on 1, 2 and 3 threads, and for any order of the file", arguments: inquiries)
  func sameBytes(arguments: [String]) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Self.path))
    var scenario = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    for (key, value) in scenario {
      if let list = value as? [[String: Any]] { scenario[key] = list.reversed() as [[String: Any]] }
    }
    let turned = String(decoding: try JSONSerialization.data(withJSONObject: scenario), as: UTF8.self)
    try Folder.with { folder in
      let file = try Folder.write(turned, to: "turned.json", in: folder)
      let runs = [(Self.path, 1), (Self.path, 2), (Self.path, 3), (file, 2)]
      let texts = try runs.map { path, threads in
        let outcome = try Command.run(arguments + [path, "--json", "-", "--threads", "\(threads)"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n")
          .filter { !$0.hasPrefix("  \"threads\"") && !$0.hasPrefix("  \"timings\"") }
      }
      for text in texts.dropFirst() { #expect(text == texts[0]) }
    }
  }

  @Test("Their tables go into a directory, in every format")
  func tables() throws {
    let expected = [
      "ask": ["asks", "ask-sets"], "indispensable": ["indispensable"],
      "frontier": ["frontier", "frontier-curve"],
    ]
    try Folder.with { folder in
      for (command, names) in expected {
        let place = folder.appendingPathComponent(command)
        let outcome = try Command.run(command, Self.path, "--out", place.path)
        #expect(outcome.status == 0)
        let files = Folder.names(in: place)
        for name in names {
          #expect(
            ["csv", "html", "md", "tex", "txt"].allSatisfy { files.contains("\(name).\($0)") }, "\(name)")
        }
        #expect(files.contains("results.json"))
        #expect(!files.contains("assignments.csv"), "no plan is told")
      }
    }
  }

  @Test("Without any cost a budget's frontier says what is missing, and the scenario is to blame")
  func noCosts() throws {
    let outcome = try Command.run("frontier", Command.scenario("small/one-battalion.json"))
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("no pledge that could be sent there has a cost"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test(
    "Wrong words end with status 64 and say what is allowed",
    arguments: [
      ("ask a.json --count 0", "give a whole number from 1 to 50"),
      ("ask a.json --seed 3", "Unknown option '--seed'"),
      ("indispensable", "Missing expected argument '<scenario>'"),
      ("frontier a.json --limit money", "give 'budget', 'budget:MISSION' or 'ceiling:MISSION.CATEGORY'"),
      ("frontier a.json --from -1", "give a number from 0 to 1000000000000"),
      ("frontier SMALL --limit budget:nort", "there is no mission 'nort', did you mean 'north'?"),
      ("frontier SMALL --from 20 --to 10", "--from: give no more than --to, 10"),
    ])
  func usage(arguments: String, message: String) throws {
    let words = arguments.split(separator: " ").map { $0 == "SMALL" ? Self.path : String($0) }
    let outcome = try Command.run(words)
    #expect(outcome.status == 64, "\(arguments)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
