import Simulation
import Testing

@Suite("One replication told")
struct ReplicationTraceTests {
  private static let seed: UInt64 = 2017

  /// Arrival days of many replications, told one by one and put together.
  private func counts(
    _ simulator: TimelineSimulator, of replications: Int, horizon: Int
  ) -> [[String]: [UInt32]] {
    var counts: [[String]: [UInt32]] = [:]
    for replication in 0..<replications {
      let trace = simulator.trace(replication: replication, seed: Self.seed)
      for (key, units) in Dictionary(grouping: trace.units, by: { [$0.pledge, $0.need] }) {
        let days = units.flatMap(\.parts).map { $0.arrivalDay ?? horizon }
        counts[key, default: Array(repeating: 0, count: horizon + 1)][days.max() ?? horizon] += 1
      }
    }
    return counts
  }

  @Test(
    "Replications told one by one have the very arrivals that the crowd counts: queues, gates, seasons, risks, parts",
    arguments: [false, true])
  func sameAsCrowd(eventsOnly: Bool) {
    let whole = TimelineWholeTests()
    let scenario = whole.scenario()
    let simulator = TimelineSimulator(
      scenario: scenario, assignments: whole.plan(scenario), eventsOnly: eventsOnly)
    let told = counts(simulator, of: 300, horizon: scenario.horizon.days)
    let crowd = simulator.arrivalCounts(replications: 300, seed: Self.seed)
    #expect(crowd.count == 13)
    for entry in crowd { #expect(told[[entry.pledge, entry.need]] == entry.days, "\(entry.pledge)") }
    // The comparison means something: some come, and not all on one day.
    #expect(crowd.allSatisfy { $0.days.filter { $0 > 0 }.count > 20 })
  }

  @Test(
    "A story holds together: nothing begins before what it waits for, and the unit is there when all is done")
  func coherent() {
    let whole = TimelineWholeTests()
    let scenario = whole.scenario()
    let simulator = TimelineSimulator(scenario: scenario, assignments: whole.plan(scenario))
    var kinds: Set<String> = []
    for replication in 0..<150 {
      let trace = simulator.trace(replication: replication, seed: Self.seed)
      for unit in trace.units {
        for stage in unit.stages { check(stage, of: unit, kinds: &kinds) }
        if let arrival = unit.parts.first?.arrivalDay, let ready = unit.readyAt {
          #expect(arrival == Int((ready - 1e-9).rounded(.up)))
        }
        if unit.withdrawnOn != nil { kinds.insert("withdrawn") }
        kinds.insert("\(unit.outcome)".prefix { $0 != "(" }.description)
      }
    }
    let met: Set<String> = [
      "queue", "gate", "season", "delays", "sendsBack", "cancels", "again", "withdrawn", "comes",
      "comesInPart",
      "notKept", "cancelled", "gateStaysClosed",
    ]
    #expect(met.isSubset(of: kinds), "not met: \(met.subtracting(kinds))")
  }

  private func check(_ stage: StageStory, of unit: UnitStory, kinds: inout Set<String>) {
    for wait in stage.waits {
      #expect((wait.until ?? .infinity) > wait.from)
      if let begins = stage.beginsAt, let until = wait.until { #expect(begins >= until - 1e-9) }
      switch wait.cause {
      case .gate: kinds.insert("gate")
      case .queue(_, let behind):
        kinds.insert("queue")
        #expect(!behind.isEmpty)
      }
    }
    if stage.attempt > 1 { kinds.insert("again") }
    if stage.seasonDays > 0 { kinds.insert("season") }
    for risk in stage.strikes {
      kinds.insert("\(risk.effect)".prefix { $0 != "(" }.description)
      #expect(risk.at >= (stage.endsAt ?? .infinity) - 1e-9)
    }
    guard let begins = stage.beginsAt, let ends = stage.endsAt else { return }
    // What one carrier does alone takes its work and what the season adds, and no more.
    if stage.loads <= 1 { #expect(abs(ends - begins - stage.workDays - stage.seasonDays) < 1e-5) }
    if let ready = unit.readyAt { #expect(ends <= ready + 1e-9) }
  }
}
