import Simulation
import Testing

@Suite("What lies on the longest path")
struct CriticalPathTests {
  private func felt(
    _ scenario: Scenario, replications: Int, eventsOnly: Bool = false
  ) throws -> [String: Estimate] {
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario), eventsOnly: eventsOnly)
    let found = try #require(simulator.runWithCriticality(replications: replications, seed: 2017, threads: 2))
    return Dictionary(
      found.felt.filter { $0.kind == .stage || $0.kind == .unit }
        .map {
          (
            "\($0.process ?? "")\($0.need ?? "") \($0.name)",
            $0.criticality ?? Estimate(mean: -1, standardError: 0)
          )
        },
      uniquingKeysWith: { first, _ in first })
  }

  private func stages(_ days: [(name: String, days: Double)], gate: Bool = false) -> [Stage] {
    var last = Stage(id: "last", days: .fixed(1), after: days.map(\.name))
    if gate { last.gate = "consent" }
    return days.map { Stage(id: $0.name, days: .fixed($0.days)) } + [last]
  }

  private func means(_ scenario: Scenario, replications: Int = 300) throws -> [String: Double] {
    try felt(scenario, replications: replications).filter { $0.key.hasPrefix("process ") }
      .reduce(into: [:]) { $0[String($1.key.dropFirst(8))] = $1.value.mean }
  }

  @Test("Of stages that end together all are critical, and of others the last")
  func ties() throws {
    let days = [("one", 5.0), ("two", 3), ("three", 5), ("four", 4)].map { (name: $0.0, days: $0.1) }
    for turn in 0..<4 {
      let turned = Array(days[turn...] + days[..<turn])
      let found = try means(timelineScenario(stages: stages(turned)))
      #expect(found == ["one": 1, "two": 0, "three": 1, "four": 0, "last": 1])
    }
  }

  @Test(
    "A gate that opens after all before it have ended frees them, and one that opens before does not",
    arguments: [(4.0, 1.0), (5, 1), (6, 0)])
  func gate(opens: Double, share: Double) throws {
    let days = [("one", 5.0), ("two", 3)].map { (name: $0.0, days: $0.1) }
    let scenario = timelineScenario(stages: stages(days, gate: true)) {
      // The second never holds anybody up.
      $0.gates = [("a", opens), ("b", 1)].map { name, day in
        Gate(id: name, kind: "consent", mission: "mission", opening: .onDay(.fixed(day)))
      }
    }
    #expect(try means(scenario) == ["one": share, "two": 0, "last": 1])
  }

  @Test("A share is out of the units that get ready: a pledge that is not kept has no longest path")
  func notReady() throws {
    let days = [("one", 5.0), ("two", 3)].map { (name: $0.0, days: $0.1) }
    let scenario = timelineScenario(stages: stages(days), needs: 3, pledges: 3) {
      for index in $0.pledges.indices { $0.pledges[index].probability = 0.4 }
    }
    let found = try felt(scenario, replications: 1_000)
    #expect(found["process one"] == Estimate(mean: 1, standardError: 0))
    #expect(found["process two"] == Estimate(mean: 0, standardError: 0))
  }

  /// Units of three kinds of papers at once, then a team that sees one at a time, then two ways that join.
  private var crowd: Scenario {
    let days = triangular(1, 5, 12)
    var visit = Stage(id: "visit", days: triangular(1, 2, 4), after: ["first", "second", "third"])
    visit.uses = "team"
    visit.gate = "consent"
    return timelineScenario(
      stages: ["first", "second", "third"].map { Stage(id: $0, days: days) } + [
        visit, Stage(id: "road", days: days, after: ["visit"]),
        Stage(id: "sea", days: days, after: ["visit"]),
        Stage(id: "camp", days: days, after: ["road", "third", "sea"]),
      ], needs: 2, pledges: 7
    ) {
      $0.resources = [SharedResource(id: "team", count: 1)]
      $0.gates = [
        Gate(id: "host", kind: "consent", mission: "mission", opening: .onDay(triangular(1, 8, 14)))
      ]
      $0.needs[1].quantity = 6
      for index in $0.pledges.indices { $0.pledges[index].probability = 0.8 }
    }
  }

  @Test("Served in one pass or event by event, the same stages and units are critical as often")
  func passEqualsEvents() throws {
    // Not a whole number of blocks.
    let pass = try felt(crowd, replications: 700)
    #expect(try felt(crowd, replications: 700, eventsOnly: true) == pass)
    #expect(pass.count == 14)
    // Of stages that end at random one is the last, and all of them may be.
    let papers = ["first", "second", "third"].compactMap { pass["process \($0)"]?.mean }
    #expect(papers.count == 3 && papers.allSatisfy { 0.05 < $0 && $0 < 0.6 })
    let ways = ["road", "sea"].compactMap { pass["process \($0)"]?.mean }
    #expect(abs(ways.reduce(0, +) - 1) < 0.01)
  }
}
