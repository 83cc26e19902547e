import Foundation
import Testing

/// One company that comes after 30 to 90 days, one that is there on its first day; each covers a need of its own.
@Suite("simrun compare")
struct CompareCommandTests {
  private static let scenario = """
    {
      "formatVersion": 1, "id": "pair", "title": "Pair", "dayZero": "2020-01-01",
      "horizon": {"days": 200, "periodDays": 50},
      "capabilities": [{"id": "company", "name": "Company", "measure": "units", "category": "contingents"}],
      "missions": [{"id": "m", "name": "M"}],
      "needs": [
        {"id": "fixed", "mission": "m", "capability": "company", "quantity": 1},
        {"id": "moved", "mission": "m", "capability": "company", "quantity": 1, "accepts": {"attributes": ["light"]}}
      ],
      "contributors": [{"id": "AAA", "name": "A"}],
      "processes": [{"id": "papers", "stages": [{"id": "wait", "days": {"triangular": [30, 45, 90]}}]}],
      "pledges": [
        {"id": "a", "contributor": "AAA", "capability": "company", "quantity": 1, "from": 40},
        {"id": "b", "contributor": "AAA", "capability": "company", "quantity": 1, "attributes": ["light"],
          "process": "papers"}
      ],
      "overrides": {"late": {"pledges.b.requestFrom": 20}, "same": {"pledges.a.from": 40}}
    }
    """

  private func compared(_ arguments: String...) throws -> Command.Outcome {
    try Folder.with { folder in
      let path = try Folder.write(Self.scenario, to: "pair.json", in: folder)
      return try Command.run(["compare", path, path, "--replications", "600"] + arguments)
    }
  }

  @Test("What a change cannot touch is the same to the last digit, and what it moves has its error")
  func moved() throws {
    let outcome = try compared("--other-with", "late", "--json", "-")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try #require(try outcome.json()["compare"] as? [String: Any])
    let inputs = try #require(found["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["path"] as? String } == ["pledges.b.requestFrom"])
    let figures = try #require(found["figures"] as? [[String: Any]])
    let gaps = figures.filter { $0["kind"] as? String == "gapDays" }
    let differences = gaps.map { ($0["need"] as? String ?? "", $0["difference"] as? Double ?? .nan) }
    // The plan may ask for what is late as it is: the unit is there 20 days later in each replication.
    #expect(differences.map(\.0) == ["fixed", "moved"])
    #expect(differences[0].1 == 0 && abs(differences[1].1 - 20) < 1e-9)
    #expect(gaps.map { $0["standardError"] as? Double } == [0, 0])
    #expect(gaps.map { $0["beyondNoise"] as? Bool } == [false, true])
  }

  @Test("A scenario compared with itself differs in nothing")
  func itself() throws {
    let outcome = try compared()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("0 values differ; 0 of"))
    #expect(try compared("--other-with", "same").output.contains("0 values differ; 0 of"))
  }

  @Test("The page names what moved and says so in French, too")
  func page() throws {
    let outcome = try compared("--other-with", "late")
    #expect(outcome.output.contains("pledges.b.requestFrom"))
    #expect(outcome.output.contains("M: Company (moved): gap, days"))
    #expect(!outcome.output.contains("(fixed): gap"))
    #expect(try compared("--other-with", "late", "--language", "fr").output.contains("Ce que cela change"))
  }

  @Test("A second scenario that cannot be read is told with its place")
  func unreadable() throws {
    let outcome = try compared("--other-with", "lat")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("late"))
  }
}
