import Foundation
import Testing

@Suite("Scenarios of several files, on the command line")
struct SeveralFilesTests {
  private static let scenario = """
    {"formatVersion": 1, "id": "x", "dayZero": "2020-01-01", "horizon": {"days": 60},
     "include": ["../common.json"],
     "capabilities": [{"id": "battalion", "measure": "units", "category": "contingents"}],
     "missions": [{"id": "south", "source": "s"}],
     "needs": [{"id": "n", "mission": "south", "capability": "battalion", "quantity": 1, "source": "s"}],
     "pledges": {"csv": "pledges.csv"},
     "overrides": {"more": {"pledges.p.quantity": 2}, "less": {"pledges.p.quantity": 1}}}
    """

  /// Hands the scenario's path to `body`.
  private func withFiles(_ body: (String) throws -> Void) throws {
    try Folder.with { folder in
      let mine = folder.appendingPathComponent("mine")
      try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
      _ = try Folder.write(#"{"contributors": [{"id": "AAA"}]}"#, to: "common.json", in: folder)
      _ = try Folder.write(
        "id,contributor,capability,quantity,probability\np,AAA,battalion,1,1\n", to: "pledges.csv", in: mine)
      try body(try Folder.write(Self.scenario, to: "scenario.json", in: mine))
    }
  }

  @Test("A file outside the folder is refused unless it is allowed, and overrides are recorded")
  func run() throws {
    try withFiles { path in
      let refused = try Command.run("check", path)
      #expect(refused.status == 65)
      #expect(refused.errors.contains("'../common.json' is outside the folder of the scenario"))
      let plain = try Command.run("allocate", path, "--allow-outside", "--json", "-")
      let more = try Command.run("allocate", path, "--allow-outside", "--with", "more", "--json", "-")
      #expect(plain.status == 0 && more.status == 0)
      let before = try plain.json()["scenario"] as? [String: Any]
      let after = try more.json()["scenario"] as? [String: Any]
      #expect(before?["overrides"] as? [String] == [])
      #expect(after?["overrides"] as? [String] == ["more"])
      #expect(before?["digest"] as? String != after?["digest"] as? String)
      let page = try Command.run(path, "--allow-outside", "--with", "more", "--replications", "10")
      #expect(page.output.contains("Scenario x, with more, sha256:"))
    }
  }

  @Test("An override nobody offers is wrong usage, two that contradict each other are refused")
  func overrides() throws {
    try withFiles { path in
      let unknown = try Command.run("check", path, "--allow-outside", "--with", "mor")
      #expect(unknown.status == 64)
      #expect(unknown.errors.contains("no override is called 'mor'; did you mean 'more'?"))
      let both = try Command.run("check", path, "--allow-outside", "--with", "less,more")
      #expect(both.status == 65)
      #expect(both.errors.contains("'more' and 'less' both change 'pledges.p.quantity'"))
    }
  }

  @Test("Warnings are listed with their places, and end with status 65 where that is asked for")
  func warnings() throws {
    try withFiles { path in
      let check = try Command.run("check", path, "--allow-outside")
      #expect(check.status == 0)
      #expect(check.output.contains("x: nothing is wrong, but there are 2 warnings."))
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      #expect(
        check.output.hasSuffix(
          """
          \(folder)/pledges.csv:2:1: warning: pledges.p: has neither source nor assumption
          \(folder)/pledges.csv:2:19: warning: pledges.p.probability: a chance of 1: it is sure to come, \
          although it is not in place

          """))
      #expect(try Command.run("check", path, "--allow-outside", "--strict").status == 65)
      let json = try Command.run("allocate", path, "--allow-outside", "--json", "-").json()
      let kinds = (json["warnings"] as? [[String: Any]])?.compactMap { $0["kind"] as? String }
      #expect(kinds == ["unsourced", "probability"])
    }
  }
}
