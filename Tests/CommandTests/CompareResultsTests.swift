import Foundation
import Testing

/// The results of one company that comes after 30 to 90 days, requested at once or 20 days later.
@Suite("simrun compare, of results")
struct CompareResultsTests {
  private static let scenario = """
    {
      "formatVersion": 1, "id": "one", "title": "One", "dayZero": "2020-01-01",
      "horizon": {"days": 200, "periodDays": 50},
      "capabilities": [{"id": "company", "name": "Company", "measure": "units", "category": "contingents"}],
      "missions": [{"id": "m", "name": "M"}],
      "needs": [{"id": "post", "mission": "m", "capability": "company", "quantity": 1}],
      "contributors": [{"id": "AAA", "name": "A"}],
      "processes": [{"id": "papers", "stages": [{"id": "wait", "days": {"triangular": [30, 45, 90]}}]}],
      "pledges": [{"id": "a", "contributor": "AAA", "capability": "company", "quantity": 1, "process": "papers"}],
      "overrides": {"late": {"pledges.a.requestFrom": 20}}
    }
    """

  /// Runs the scenario twice and compares what both wrote.
  private func compared(
    _ first: [String], _ second: [String], _ arguments: [String] = [],
    spoil: (String) -> String = { $0 }
  ) throws -> (outcome: Command.Outcome, gaps: [(mean: Double, error: Double)]) {
    try Folder.with { folder in
      let path = try Folder.write(Self.scenario, to: "one.json", in: folder)
      var files: [String] = []
      var gaps: [(mean: Double, error: Double)] = []
      for (name, options) in [("a.json", first), ("b.json", second)] {
        let run = try Command.run([path, "--json", "-"] + options)
        #expect(run.status == 0, "\(run.errors)")
        let timeline = try run.json()["timeline"] as? [String: Any]
        let gap = (timeline?["needs"] as? [[String: Any]])?.first?["gapDays"] as? [String: Double]
        gaps.append((gap?["mean"] ?? .nan, gap?["standardError"] ?? .nan))
        let text = name == "b.json" ? spoil(run.output) : run.output
        files.append(try Folder.write(text, to: name, in: folder))
      }
      return (try Command.run(["compare"] + files + arguments), gaps)
    }
  }

  @Test("Errors are those of two runs apart, inputs differ by their digest, and a real difference stands out")
  func apart() throws {
    let (outcome, gaps) = try compared(
      ["--replications", "500"], ["--replications", "800", "--seed", "7", "--with", "late"], ["--json", "-"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try #require(try outcome.json()["compare"] as? [String: Any])
    #expect(found["paired"] as? Bool == false)
    let inputs = try #require(found["inputs"] as? [[String: Any]])
    #expect(
      inputs.map { $0["path"] as? String } == [
        "scenario.digest", "scenario.overrides", "seed", "replications",
      ])
    #expect(inputs[3]["first"] as? String == "500" && inputs[3]["second"] as? String == "800")
    let figures = try #require(found["figures"] as? [[String: Any]])
    let gap = try #require(figures.first { $0["kind"] as? String == "gapDays" })
    let (error, apart) = (
      try #require(gap["standardError"] as? Double),
      (gaps[0].error * gaps[0].error + gaps[1].error * gaps[1].error).squareRoot()
    )
    #expect(abs(error - apart) < 1e-12 && error > 0.4)
    let difference = try #require(gap["difference"] as? Double)
    // To the last digits that reading a decimal number may lose.
    #expect(abs(difference - (gaps[1].mean - gaps[0].mean)) < 1e-9)
    #expect(gap["beyondNoise"] as? Bool == true)
    // One need of weight 1 is all that is weighted.
    let weighted = try #require(figures.first { $0["kind"] as? String == "weightedGapDays" })
    #expect(weighted["first"] as? Double == gaps[0].mean && weighted["second"] as? Double == gaps[1].mean)
    #expect(abs((weighted["standardError"] as? Double ?? .nan) / error - 1) < 1e-3)
  }

  @Test("Two seeds of one scenario differ by no more than noise")
  func noise() throws {
    let (outcome, _) = try compared(
      ["--replications", "500"], ["--replications", "500", "--seed", "7"], ["--json", "-"])
    let found = try #require(try outcome.json()["compare"] as? [String: Any])
    let figures = try #require(found["figures"] as? [[String: Any]])
    #expect(figures.contains { $0["difference"] as? Double != 0 })
    #expect(figures.allSatisfy { $0["beyondNoise"] as? Bool == false })
  }

  @Test("A single replication tells no error, so nothing is beyond noise")
  func single() throws {
    let (outcome, gaps) = try compared(
      ["--replications", "1"], ["--replications", "1", "--seed", "7"], ["--json", "-"])
    #expect(gaps[0].mean != gaps[1].mean)
    let found = try #require(try outcome.json()["compare"] as? [String: Any])
    let figures = try #require(found["figures"] as? [[String: Any]])
    #expect(figures.allSatisfy { $0["beyondNoise"] as? Bool == false })
  }

  @Test("The page says that the errors are not paired, in both languages, and tables go into a directory")
  func page() throws {
    let late = ["--replications", "500", "--with", "late"]
    let english = try compared(["--replications", "500"], late).outcome.output
    #expect(english.contains("Two runs compared: one and one"))
    #expect(english.contains("2 values differ; "))
    let words = english.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("as if the runs, of 500 and 500 replications, had nothing in common"))
    #expect(english.contains("m: post: gap, days"))
    let french = try compared(["--replications", "500"], late, ["--language", "fr"]).outcome.output
    #expect(french.contains("Deux exécutions comparées"))
    #expect(french.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("rien en commun"))
    try Folder.with { folder in
      let target = folder.appendingPathComponent("out")
      _ = try compared(["--replications", "9"], late, ["--out", target.path, "--quiet"])
      let names = Folder.names(in: target)
      #expect(names.contains("compare-results.csv") && names.contains("results.json"))
    }
  }

  @Test(
    "Results of another version or of another form are refused with their place",
    arguments: [
      (
        #""version": "0.1.0""#, #""version": "0.0.9""#,
        "$.simrun.version: these results are of simrun '0.0.9'"
      ),
      (#""gapDays": {"mean""#, #""gapDays": {"median""#, "gapDays.mean: this key is required"),
      (#""allocation": {"#, #""plan": {"#, "there is no plan in these results"),
      (#""headline": ["#, #""headline": 3, "others": ["#, "$.timeline.headline: expected a list"),
    ])
  func refused(text: String, change: String, message: String) throws {
    let outcome = try compared(["--replications", "9"], ["--replications", "9"]) { results in
      #expect(results.contains(text))
      return results.replacingOccurrences(of: text, with: change)
    }.outcome
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("b.json:") && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test("A scenario is not compared with results, nor are options for scenarios taken with them")
  func mixed() throws {
    let outcome = try compared(["--replications", "9"], ["--replications", "9"]) { _ in Self.scenario }
      .outcome
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("b.json: this is not the results of a run"), "\(outcome.errors)")
    let options = try compared(
      ["--replications", "9"], ["--replications", "9"], ["--other-with", "late"]
    ).outcome
    #expect(options.status == 64)
    #expect(options.errors.contains("--other-with is for scenarios"), "\(options.errors)")
  }
}
