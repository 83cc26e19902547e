import Simulation
import Testing

@Suite("Very large and very wrong files")
struct LimitTests {
  private func scenario(_ lists: String) -> String {
    "{\"formatVersion\": 1, \"id\": \"x\", \"dayZero\": \"2017-11-15\", \"horizon\": {\"days\": 9}, \(lists)}"
  }

  private func missions(_ count: Int) -> String {
    "\"missions\": [" + (0..<count).map { "{\"id\": \"m\($0)\"}" }.joined(separator: ",") + "]"
  }

  @Test("A million missions are refused by the stated limit, and what names them is not blamed")
  func tooMany() {
    let needs = "\"needs\": [{\"id\": \"n\", \"mission\": \"m5\", \"capability\": \"c\", \"quantity\": 1}]"
    let capabilities = "\"capabilities\": [{\"id\": \"c\", \"measure\": \"units\", \"category\": \"police\"}]"
    let issues = Fixture.issues(scenario("\(missions(1_000_000)), \(needs), \(capabilities)"))
    #expect(issues.map(\.message) == ["a list of 1,000,000 entries; allowed: at most 200,000"])
  }

  @Test("Two hundred thousand missions are read")
  func justEnough() throws {
    #expect(try Fixture.read(scenario(missions(200_000))).scenario.missions.count == 200_000)
  }

  @Test("Of very many mistakes fifty are spelled out, and the rest counted", .timeLimit(.minutes(1)))
  func manyMistakes() throws {
    let needs = (0..<100_000).map { "{\"id\": \"n\($0)\", \"mission\": \"x\($0)\"}" }.joined(separator: ",")
    let text = scenario("\(missions(100_000)), \"needs\": [\(needs)]")
    let rejected = try #require(throws: ScenarioRejected.self) { try Fixture.read(text) }
    let lines = rejected.description.split(separator: "\n")
    #expect(lines.count == 3 * 50 + 1)
    #expect(lines.last == "and 299950 more")
    #expect(lines.allSatisfy { $0.count < 200 })
  }

  @Test("A chain of fifty thousand stages is read, and one that closes is named in full")
  func longProcess() throws {
    func process(first: String) -> String {
      let chain = (1..<50_000).map { "{\"id\": \"s\($0)\", \"after\": [\"s\($0 - 1)\"]}" }
      return scenario(
        "\"processes\": [{\"id\": \"p\", \"stages\": [\(([first] + chain).joined(separator: ","))]}]")
    }
    #expect(try Fixture.read(process(first: "{\"id\": \"s0\"}")).scenario.processes[0].stages.count == 50_000)
    let issues = Fixture.issues(process(first: "{\"id\": \"s0\", \"after\": [\"s2\"]}"))
    #expect(
      issues.map(\.message) == ["the stages wait for one another in a circle: s0 -> s1 -> s2 -> s0"])
  }
}
