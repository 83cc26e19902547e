import Foundation
import Simulation
import Testing

@Suite("results.json")
struct JSONTests {
  @Test("Any text is written so that a reader of JSON gets it back", arguments: OddNames.texts)
  func texts(text: String) throws {
    let json = ResultValue.object([(text, .array([.string(text)]))]).text
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [String]]
    #expect(read == [text: [text]])
  }

  @Test("Numbers come back the same, and what is not finite is null")
  func numbers() throws {
    let values = [0.1, 1e-7, 123_456_789.125, 1e22, .leastNonzeroMagnitude, 0, -4]
    let json = ResultValue.array((values + [.nan, .infinity]).map(ResultValue.number)).text
    let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any])
    for (index, value) in values.enumerated() { #expect(read[index] as? Double == value) }
    #expect(read.suffix(2).allSatisfy { $0 is NSNull })
    #expect(ResultValue.unsigned(.max).text == "18446744073709551615\n")
  }

  @Test("A whole run has every key of the format, in its order")
  func keys() throws {
    let text = ResultsDocument(ExampleRun.result).text
    let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let top = [
      "simrun", "scenario", "seed", "replications", "threads", "partial", "timings", "allocation", "timeline",
      "assumptions",
    ]
    var place = text.startIndex
    for key in top {
      #expect(read[key] != nil, "\(key)")
      place = try #require(text.range(of: "\n  \"\(key)\":", range: place..<text.endIndex)).upperBound
    }
    #expect(read["seed"] as? Int == 2017)
    #expect(read["partial"] as? Bool == false)
  }

  @Test(
    "The parts have the keys of the format",
    arguments: [
      (
        "allocation", "assignments",
        "pledge need units quantity requestDay arrivalDay untilDay support package"
      ),
      (
        "allocation", "needs", "need mission capability required pledged coverage shortfallDays cells reasons"
      ),
      ("allocation", "missions", "mission coverage alreadyShort"),
      ("allocation", "unused", "pledge units reasons"),
      ("timeline", "pledges", "pledge need never arrivalDay arrivalIntervals onTime"),
      ("timeline", "needs", "need mission coverageByDay fullyCoveredBy gapDays"),
      (
        "timeline", "missions",
        "mission firstArrivalDay firstArrivalIntervals daysToShare daysToShareIntervals standardMet"
      ),
    ])
  func parts(part: String, list: String, keys: String) throws {
    let text = ResultsDocument(ExampleRun.result).text
    let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let entries = try #require((read[part] as? [String: Any])?[list] as? [[String: Any]])
    #expect(!entries.isEmpty)
    for entry in entries {
      for key in keys.split(separator: " ") { #expect(entry[String(key)] != nil, "\(part).\(list).\(key)") }
    }
  }

  @Test("What never comes is null, and days stand under their percents")
  func quantiles() throws {
    let text = ResultsDocument(ExampleRun.result).text
    #expect(
      text.contains(
        """
              "arrivalDay": {"mean": 131, "standardError": 0.31, "p10": 90, "p50": 125, "p80": 170, \
        "p90": null, "p95": null},
        """))
    #expect(text.contains("\"daysToShare\": {\n          \"0.25\": {\"p50\": 52, \"p90\": null}"))
  }

  @Test("A plan alone has no timeline, and can be saved by itself")
  func planAlone() throws {
    let document = ResultsDocument(ExampleRun.planOnly)
    let read = try JSONSerialization.jsonObject(with: Data(document.text.utf8)) as? [String: Any]
    #expect(read?["timeline"] == nil)
    #expect(read?["seed"] is NSNull)
    let plan = try #require(document.planText)
    let saved = try JSONSerialization.jsonObject(with: Data(plan.utf8)) as? [String: Any]
    #expect((saved?["assignments"] as? [Any])?.count == 3)
  }
}
