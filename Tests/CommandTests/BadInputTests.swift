import Foundation
import Testing

@Suite("Scenarios that are refused")
struct BadInputTests {
  /// A scenario in which one word is exchanged for a wrong one.
  static let mistakes: [(find: String, put: String, message: String)] = [
    (#""dayZero": "2020-01-01""#, #""dayZero": 5"#, "$.dayZero"),
    (#""weight": 4"#, #""wieght": 4"#, "did you mean 'weight'"),
    (#""quantity": 400, "weight": 3"#, #""quantity": -400, "weight": 3"#, "$.needs[1].quantity"),
    (
      #""mission": "south", "capability": "helicopter""#, #""mission": "soth", "capability": "helicopter""#,
      "did you mean 'south'"
    ),
    (
      #"{"id": "preparation", "days": 12}"#, #"{"id": "preparation", "days": 12, "after": ["road"]}"#,
      "preparation"
    ),
    (
      #"{"id": "preparation", "days": 12}"#, #"{"id": "preparation", "days": {"uniform": [9, 3]}}"#, "uniform"
    ),
    (#""days": 45"#, #""days": NaN"#, "NaN"),
    (#""days": 45"#, #""days": 1e400"#, "1e400"),
    (#""id": "charlie", "name""#, #""id": "bravo", "name""#, "'bravo'"),
    (#""formatVersion": 1"#, #""formatVersion": 2"#, "use a newer simrun"),
  ]

  @Test("One wrong word is named with its place, and nothing is written", arguments: mistakes.indices)
  func mistake(number: Int) throws {
    let mistake = Self.mistakes[number]
    let good = try String(contentsOfFile: Command.scenario("small/two-missions.json"), encoding: .utf8)
    try #require(good.contains(mistake.find), "\(mistake.find)")
    try Self.expectRefusal(of: good.replacing(mistake.find, with: mistake.put), message: mistake.message)
  }

  @Test(
    "What is no scenario at all is refused",
    arguments: [
      ("", "the file is empty"), ("   ", "expected a value, but the file ends"),
      ("{", "the file ends inside the object"), ("[1, 2", "expected ',' or ']'"),
      ("null", "expected an object in braces, found null"), ("\u{0}\u{1}", "the control character"),
      ("{}", "$.formatVersion: this key is required"),
      (String(repeating: "[", count: 100_000), "nested deeper than 128 levels"),
    ])
  func noScenario(text: String, message: String) throws { try Self.expectRefusal(of: text, message: message) }

  @Test("A million missions are refused in a few seconds, with the limit named", .timeLimit(.minutes(1)))
  func millionMissions() throws {
    let missions = (0..<1_000_000).map { #"{"id": "m\#($0)"}"# }.joined(separator: ",")
    try Self.expectRefusal(
      of: """
        {"formatVersion": 1, "id": "big", "dayZero": "2017-11-15", "horizon": {"days": 720},
        "missions": [\(missions)]}
        """, message: "1,000,000 entries; allowed: at most 200,000")
  }

  @Test("A missing file and a directory are named as what they are")
  func noFile() throws {
    try Folder.with { folder in
      for (path, message) in [
        (folder.path + "/none.json", "there is no such file"), (folder.path, "this is a directory"),
      ] {
        let outcome = try Command.run(path, "--out", folder.path + "/out")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("\(path): \(message)"), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
      }
      #expect(Folder.names(in: folder).isEmpty)
    }
  }

  @Test("All mistakes are told in one go, by every command")
  func allMistakes() throws {
    let good = try String(contentsOfFile: Command.scenario("small/two-missions.json"), encoding: .utf8)
    let bad = good.replacing(#""weight": 4"#, with: #""weight": -4"#)
      .replacing(#""process": "by-sea""#, with: #""process": "by-see""#)
    try Folder.with { folder in
      let file = try Folder.write(bad, to: "bad.json", in: folder)
      for command in ["run", "allocate", "check"] {
        let outcome = try Command.run(command, file)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("$.needs[0].weight"), "\(outcome.errors)")
        #expect(outcome.errors.contains("did you mean 'by-sea'"), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
      }
    }
  }

  @Test("Decisions that cannot be kept are the scenario's mistake, and named")
  func contradiction() throws {
    let good = try String(contentsOfFile: Command.scenario("small/two-missions.json"), encoding: .utf8)
    let pin = #"{"pledge": "delta-infantry", "need": "south-infantry", "units": 1}"#
    try Self.expectRefusal(
      of: good.replacing(#""gap": 0"#, with: #""gap": 0, "pins": [\#(pin)]"#), message: "delta-infantry")
  }

  @Test("A plan whose gates wait for themselves is refused, with the circle named")
  func gateCircle() throws {
    let good = try String(contentsOfFile: Command.scenario("small/one-battalion.json"), encoding: .utf8)
    let opening = #"{"need": "east-infantry", "atLeast": 0.5}"#
    let gate = #"{"id": "east-camp", "kind": "camp", "mission": "east", "opensWithCoverage": \#(opening)}"#
    try Self.expectRefusal(
      of: good.replacing(#""id": "arrival", "days""#, with: #""id": "arrival", "gate": "camp", "days""#)
        .replacing(#""allocation": "#, with: #""gates": [\#(gate)], "allocation": "#),
      message:
        "gate east-camp -> need east-infantry -> pledge echo-battalion -> stage arrival -> gate east-camp")
  }

  /// Status 65, a message on standard error, nothing on standard output, no file written.
  private static func expectRefusal(of text: String, message: String) throws {
    try Folder.with { folder in
      let file = try Folder.write(text, to: "bad.json", in: folder)
      let outcome = try Command.run(
        file, "--out", folder.path + "/out", "--json", folder.path + "/results.json")
      #expect(outcome.status == 65, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("simrun: "))
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      #expect(Folder.names(in: folder) == ["bad.json"])
    }
  }
}
