import Foundation
import Testing

@Suite("With fairness and an earlier plan, too, the same bytes come out")
struct LevelDeterminismTests {
  @Test("on 1, 2 and 3 threads, in whatever order scenario and plan stand in their files")
  func threadsAndOrder() throws {
    let path = Command.scenario("small/two-missions.json")
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    var scenario = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    scenario["allocation"] = ["fairness": true, "gap": 0]
    try Folder.with { folder in
      let file = try write(scenario, "usual.json", folder)
      var turned = scenario
      for (key, value) in scenario {
        if let list = value as? [[String: Any]] { turned[key] = list.reversed() as [[String: Any]] }
      }
      let turnedFile = try write(turned, "turned.json", folder)
      let plain = try Command.run("allocate", path, "--json", "-").json()
      var plan = try #require(plain["allocation"] as? [String: Any])
      let planFile = try write(plan, "plan.json", folder)
      plan["assignments"] = (plan["assignments"] as? [[String: Any]])?.reversed() as [[String: Any]]?
      let turnedPlan = try write(plan, "turned-plan.json", folder)
      let usual = try lasting(file, planFile, threads: 1)
      #expect(usual.contains { $0.contains("\"smallestMissionCoverage\": 0.") })
      for threads in 1...3 {
        #expect(try lasting(turnedFile, turnedPlan, threads: threads) == usual)
      }
    }
  }

  private func write(_ object: [String: Any], _ name: String, _ folder: URL) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted])
    return try Folder.write(String(decoding: data, as: UTF8.self), to: name, in: folder)
  }

  /// All but the two lines that tell of the machine.
  private func lasting(_ scenario: String, _ plan: String, threads: Int) throws -> [Substring] {
    let outcome = try Command.run(
      "allocate", scenario, "--previous", plan, "--threads", "\(threads)", "--json", "-")
    #expect(outcome.status == 0)
    return outcome.output.split(separator: "\n").filter {
      !$0.hasPrefix("  \"threads\"") && !$0.hasPrefix("  \"timings\"")
    }
  }
}
