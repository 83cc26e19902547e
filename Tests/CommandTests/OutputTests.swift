import Foundation
import Testing

@Suite("Where results go")
struct OutputTests {
  static let scenario = Command.scenario("small/two-missions.json")

  static let makesPDF = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/rsvg-convert")
  }

  @Test("With --json - standard output is one JSON object with the keys of the format")
  func jsonAlone() throws {
    let outcome = try Command.run(Self.scenario, "--json", "-")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let keys = [
      "simrun", "scenario", "seed", "replications", "threads", "partial", "timings", "allocation", "timeline",
      "assumptions",
    ]
    let json = try outcome.json()
    for key in keys { #expect(json[key] != nil, "\(key)") }
    let timings = try #require(json["timings"] as? [String: Double])
    #expect(Set(timings.keys) == ["load", "build", "solve", "simulate", "render"])
    #expect(json["seed"] as? Int == 1)
    #expect(json["replications"] as? Int == 100)
  }

  @Test("Seed and replications of the command line take the place of the scenario's")
  func overriding() throws {
    let outcome = try Command.run(
      Self.scenario, "--json", "-", "--seed", "18446744073709551615", "--replications", "300", "--threads",
      "1")
    let json = try outcome.json()
    #expect(json["seed"] as? UInt64 == .max)
    #expect(json["replications"] as? Int == 300)
    #expect(json["threads"] as? Int == 1)
  }

  @Test("A page that does not go to a terminal has no colours and at most 100 columns")
  func page() throws {
    let outcome = try Command.run(Self.scenario)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(outcome.output.contains("Optimal, proved."))
  }

  @Test(
    "A directory gets the report, tables in five formats, figures with their data and results.json, beside the page"
  )
  func directory() throws {
    try Folder.with { folder in
      let outcome = try Command.run(Self.scenario, "--out", folder.path + "/new/results")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("Who is sent where"))
      let tables = [
        "arrivals", "assignments", "assumptions", "causes", "coverage-by-day", "gap-coverage", "headline",
        "causes-by-mission", "last-units", "mission-standards", "reasons", "sources", "unsourced",
        "unused-pledges",
      ]
      let figures = ["arrivals-curve", "causes", "coverage-heatmap", "coverage-over-time", "deployments"]
      let endings = ["csv", "svg"] + (Self.makesPDF ? ["pdf"] : [])
      let files =
        (tables.flatMap { name in ["csv", "html", "md", "tex", "txt"].map { "\(name).\($0)" } }
        + ["figures", "report.html", "results.json"]
        + figures.flatMap { name in endings.map { "figures/\(name).\($0)" } }).sorted()
      #expect(Folder.names(in: folder.appendingPathComponent("new/results")) == files)
    }
  }

  @Test("Without a program that makes PDF the figures are SVG alone; that is said, and is no failure")
  func withoutPDF() throws {
    try Folder.with { folder in
      let outcome = try Command.run(
        [Self.scenario, "--out", folder.path + "/out"], environment: ["PATH": folder.path])
      #expect(outcome.status == 0)
      #expect(
        outcome.errors
          == "simrun: no PDF of 5 figures: there is no rsvg-convert here; the SVG files are complete\n")
      let names = Folder.names(in: folder.appendingPathComponent("out/figures"))
      #expect(names.contains("causes.svg") && !names.contains { $0.hasSuffix(".pdf") })
      let quiet = try Command.run(
        [Self.scenario, "--out", folder.path + "/out", "--quiet"], environment: ["PATH": folder.path])
      #expect(quiet.status == 0 && quiet.errors.isEmpty)
    }
  }

  @Test("Quiet leaves the page out only where results go to files")
  func quiet() throws {
    try Folder.with { folder in
      let json = folder.path + "/results.json"
      let written = try Command.run(Self.scenario, "--json", json, "--quiet")
      #expect(written.output.isEmpty)
      #expect(Folder.names(in: folder) == ["results.json"])
      let printed = try Command.run(Self.scenario, "--quiet")
      #expect(printed.output.contains("Optimal"))
    }
  }

  @Test("The plan alone can be made, saved, and exported for another solver")
  func planAlone() throws {
    try Folder.with { folder in
      let outcome = try Command.run(
        "allocate", Self.scenario, "--json", "-", "--save-plan", folder.path + "/plan.json",
        "--export-model", folder.path + "/model.mps")
      #expect(outcome.status == 0)
      let json = try outcome.json()
      #expect(json["timeline"] == nil)
      let saved = try Data(contentsOf: folder.appendingPathComponent("plan.json"))
      let plan = try #require(try JSONSerialization.jsonObject(with: saved) as? NSDictionary)
      #expect(plan == json["allocation"] as? NSDictionary)
      let model = try String(contentsOfFile: folder.path + "/model.mps", encoding: .utf8)
      #expect(model.contains("ROWS") && model.contains("INTORG") && model.contains("ENDATA"))
    }
  }

  @Test("A check of a good scenario says what it holds and writes nothing else")
  func check() throws {
    let outcome = try Command.run("check", Self.scenario)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("nothing is wrong"))
    #expect(outcome.output.contains("2 missions, 4 needs, 4 pledges"))
  }
}
