import Foundation
import Testing

@Suite("A scenario written out by the command")
struct WriteTests {
  private static let scenario = """
    {"formatVersion": 1, "id": "x", "dayZero": "2020-01-01", "horizon": {"days": 60}, // a comment
     "include": ["more.json"], "missions": [{"id": "south", "source": "s"}],
     "overrides": {"far": {"missions.south.weight": 2}}}
    """

  private func withFiles(_ body: (_ scenario: String, _ folder: URL) throws -> Void) throws {
    try Folder.with { folder in
      _ = try Folder.write(#"{"contributors": {"csv": "states.csv"}}"#, to: "more.json", in: folder)
      _ = try Folder.write("id\nAAA\n", to: "states.csv", in: folder)
      try body(try Folder.write(Self.scenario, to: "scenario.json", in: folder), folder)
    }
  }

  private func digest(_ outcome: Command.Outcome) -> Substring? {
    outcome.output.split(separator: "\n").first { $0.hasPrefix("Digest: ") }
  }

  @Test("It is one plain file that reads as the same scenario")
  func written() throws {
    try withFiles { scenario, folder in
      let file = folder.appendingPathComponent("sent.json").path
      let check = try Command.run("check", scenario, "--with", "far", "--write", file)
      #expect(check.status == 0)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(
        object?.keys.sorted() == ["contributors", "dayZero", "formatVersion", "horizon", "id", "missions"])
      let again = try Command.run("check", file)
      #expect(digest(again) != nil && digest(again) == digest(check))
    }
  }

  @Test(
    "A file that the scenario was read from stays as it is", arguments: ["scenario.json", "./states.csv"])
  func source(name: String) throws {
    try withFiles { scenario, folder in
      let file = folder.path + "/" + name
      let before = try String(contentsOfFile: file, encoding: .utf8)
      let outcome = try Command.run("check", scenario, "--write", file)
      #expect(outcome.status == 73)
      #expect(outcome.errors == "simrun: cannot write \(file): the scenario was read from this file\n")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
    }
  }

  @Test("Nothing is written of a scenario that is refused")
  func refused() throws {
    try withFiles { scenario, folder in
      let file = folder.appendingPathComponent("sent.json")
      _ = try Folder.write(
        Self.scenario.replacingOccurrences(of: "60", with: "0"), to: "scenario.json", in: folder)
      #expect(try Command.run("check", scenario, "--write", file.path).status == 65)
      #expect(!FileManager.default.fileExists(atPath: file.path))
    }
  }
}
