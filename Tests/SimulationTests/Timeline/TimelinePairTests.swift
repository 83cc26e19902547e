import Simulation
import Testing

@Suite("Two plans under the same luck")
struct TimelinePairTests {
  /// Three pledges to three needs; in the second plan the last is asked for so many days later.
  private func pair(later days: Int, replications: Int = 600, threads: Int = 1) throws -> TimelinePair {
    let scenario = timelineScenario(
      stages: [Stage(id: "papers", days: triangular(10, 30, 90))], needs: 3, pledges: 3)
    var moved = sent(scenario)
    moved[2].requestDay = days
    let first = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    let second = TimelineSimulator(scenario: scenario, assignments: moved)
    return try #require(first.run(with: second, replications: replications, seed: 2017, threads: threads))
  }

  @Test("Each plan has the timeline that it has alone, on any number of threads")
  func sameAsAlone() throws {
    let pair = try pair(later: 20, threads: 3)
    let scenario = timelineScenario(
      stages: [Stage(id: "papers", days: triangular(10, 30, 90))], needs: 3, pledges: 3)
    #expect(pair.first == (try simulated(scenario, replications: 600)))
    #expect(pair == (try self.pair(later: 20)))
  }

  @Test("What a change cannot touch differs in no replication, and is known without error")
  func untouched() throws {
    let pair = try pair(later: 20)
    #expect(pair.gapDays["need-000"] == 0 && pair.gapDays["need-001"] == 0)
    #expect(pair.fullyCoveredBy["need-000"]?.values.allSatisfy { $0 == 0 } == true)
    #expect(pair.first.needs[0] == pair.second.needs[0])
  }

  @Test("A unit asked for 20 days later is there 20 days later each time: the difference has no error at all")
  func shifted() throws {
    let pair = try pair(later: 20)
    let difference = pair.second.needs[2].gapDays.mean - pair.first.needs[2].gapDays.mean
    #expect(abs(difference - 20) < 1e-9)
    #expect(pair.gapDays["need-002"] == 0)
    // Without pairing the same difference would be known to a day only.
    #expect(pair.first.needs[2].gapDays.standardError > 0.5)
    #expect(pair.weightedGapDays.map { $0 < 0.01 } == true)
  }

  @Test("The error of a chance's difference is that of counting who is full in one run and not in the other")
  func chances() throws {
    let pair = try pair(later: 20)
    let (first, second) = (pair.first.needs[2].fullyCoveredBy[60], pair.second.needs[2].fullyCoveredBy[60])
    let (before, after) = (try #require(first).probability, try #require(second).probability)
    // Later is never sooner: all that changes changes one way, so the share that changes is the difference.
    let share = before - after
    #expect(share > 0.1)
    let expected = (share * (1 - share) / 599).squareRoot()
    #expect(abs((pair.fullyCoveredBy["need-002"]?[60] ?? 0) - expected) < 1e-12)
  }

  @Test("One replication tells no error")
  func single() throws {
    let pair = try pair(later: 20, replications: 1)
    #expect(pair.gapDays.isEmpty && pair.weightedGapDays == nil)
  }
}
