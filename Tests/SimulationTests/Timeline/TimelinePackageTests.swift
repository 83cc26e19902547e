import Simulation
import Testing

/// Three pledges of probabilities 0.8, 0.5 and 1 to needs of their own, each there after 10 days; the first two
/// belong together.
@Suite("Members of a package in the timeline")
struct TimelinePackageTests {
  private func scenario(_ kind: Package.Kind?, inPlace: Bool = false) -> Scenario {
    timelineScenario(stages: [Stage(id: "papers", days: .fixed(10))], needs: 3, pledges: 3) {
      $0.pledges[0].probability = 0.8
      $0.pledges[1].probability = 0.5
      if inPlace { $0.pledges[1].inPlace = "need-001" }
      guard let kind else { return }
      $0.packages = [Package(id: "pair", kind: kind, members: ["pledge-000", "pledge-001"])]
    }
  }

  /// In how many of the replications each pledge never comes.
  private func never(_ scenario: Scenario, _ assignments: [Assignment]? = nil) throws -> [Chance] {
    try simulated(scenario, assignments: assignments).pledges.map(\.never)
  }

  @Test("All or nothing: each member comes exactly where all keep their word, others as ever")
  func together() throws {
    let found = try never(scenario(.allOrNothing(offsetDays: [:])))
    #expect(found[0] == found[1])
    #expect(agrees(found[0], with: 1 - 0.8 * 0.5, n: 10_000))
    #expect(found[2].probability == 0)
    // The luck of each is what it is alone, so that a package only ever takes away.
    let apart = try never(scenario(nil))
    #expect(agrees(apart[0], with: 0.2, n: 10_000) && agrees(apart[1], with: 0.5, n: 10_000))
    let simulator = TimelineSimulator(
      scenario: scenario(.allOrNothing(offsetDays: [:])), assignments: sent(scenario(nil)))
    for replication in 0..<200 {
      let units = simulator.trace(replication: replication, seed: 2017).units
      let alone = TimelineSimulator(scenario: scenario(nil), assignments: sent(scenario(nil)))
        .trace(replication: replication, seed: 2017).units
      let bothKept = alone[0].outcome == .comes && alone[1].outcome == .comes
      #expect((units[0].outcome == .comes) == bothKept && (units[1].outcome == .comes) == bothKept)
    }
  }

  @Test("Turns in one post and forms of one promise come true each by itself")
  func apart() throws {
    let alone = try never(scenario(nil))
    #expect(try never(scenario(.rotation(overlapDays: 0))) == alone)
    #expect(try never(scenario(.atMost(personnel: 100))) == alone)
  }

  @Test("A member that the plan leaves out, or that is in place, holds nobody back")
  func leftOut() throws {
    let package = Package.Kind.allOrNothing(offsetDays: [:])
    let plan = sent(scenario(package)).filter { $0.pledge != "pledge-001" }
    #expect(agrees(try never(scenario(package), plan)[0], with: 0.2, n: 10_000))
    var standing = sent(scenario(package, inPlace: true))
    standing[1].isInPlace = true
    let found = try never(scenario(package, inPlace: true), standing)
    #expect(agrees(found[0], with: 0.2, n: 10_000))
  }
}
