import Simulation
import Testing

@Suite("Needs that others enable, in time")
struct TimelineEnablingTests {
  /// A need for each span of days; the pledge of the same number is there on the days of `present`.
  private func scenario(
    needs: [Range<Int>], present: [Range<Int>], enabledBy: [Int: [Int]], horizon: Int = 100
  ) -> Scenario {
    timelineScenario(stages: [], horizon: horizon, needs: needs.count, pledges: needs.count) {
      for (index, days) in needs.enumerated() {
        $0.needs[index].from = days.lowerBound
        $0.needs[index].until = days.upperBound
        $0.needs[index].enabledBy = (enabledBy[index] ?? []).map { "need-\(padded($0))" }
        $0.pledges[index].process = nil
        $0.pledges[index].from = present[index].lowerBound
        $0.pledges[index].until = present[index].upperBound
      }
    }
  }

  @Test("A reaction force counts on the days on which there is medical evacuation, and no others")
  func byHand() throws {
    let timeline = try simulated(
      scenario(needs: [0..<100, 0..<100], present: [20..<90, 40..<70], enabledBy: [0: [1]]), replications: 256
    )
    // There on 70 days, but enabled on the days 40 to 69 alone.
    #expect(timeline.needs[0].gapDays == Estimate(mean: 70, standardError: 0))
    #expect(timeline.needs[1].gapDays == Estimate(mean: 70, standardError: 0))
    #expect(timeline.needs[0].fullyCoveredBy[30]?.probability == 0)
    #expect(timeline.needs[0].fullyCoveredBy[60]?.probability == 1)
    #expect(timeline.pledges[0].arrivalDay?.mean == 20)
  }

  @Test("Where the enabling need is not required, it bounds nothing")
  func notRequired() throws {
    let timeline = try simulated(
      scenario(needs: [0..<100, 50..<80], present: [20..<90, 60..<100], enabledBy: [0: [1]]),
      replications: 256)
    // There on the days 20 to 89, but not enabled on the days 50 to 59.
    #expect(timeline.needs[0].gapDays.mean == 40)
  }

  @Test("What waits for a chain counts once the last of it is there")
  func lastOfThree() throws {
    let stages = [Stage(id: "a", days: Distribution(.exponential(mean: 12)))]
    let chain = timelineScenario(stages: stages, horizon: 3000, needs: 3, pledges: 3) {
      $0.needs[0].enabledBy = ["need-001"]
      $0.needs[1].enabledBy = ["need-002"]
    }
    let timeline = try simulated(chain, replications: 20_000)
    // The last of three comes after 12 · (1 + 1/2 + 1/3) days; days are whole, rounded up, by half a day at most.
    let gap = timeline.needs[0].gapDays
    #expect(gap.mean > 22 - 4 * gap.standardError && gap.mean < 23 + 4 * gap.standardError)
  }

  @Test(
    "Recounted day by day, chains and circles of needs count as far as the least of them", arguments: 0..<60)
  func dayByDay(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func days() -> Range<Int> {
      let first = Int.random(in: 0..<60, using: &generator)
      return first..<Int.random(in: first + 1...100, using: &generator)
    }
    let (needs, present) = ((0..<4).map { _ in days() }, (0..<4).map { _ in days() })
    var enabledBy: [Int: [Int]] = [:]
    for need in 0..<4 { enabledBy[need] = (0..<4).filter { $0 != need && generator.chance(0.35) } }
    let timeline = try simulated(
      scenario(needs: needs, present: present, enabledBy: enabledBy), replications: 256)
    for need in 0..<4 {
      let covered = needs[need].filter { day in
        closure(of: need, on: day, enabledBy, needs).allSatisfy { present[$0].contains(day) }
      }
      #expect(timeline.needs[need].gapDays.mean == Double(needs[need].count - covered.count), "need \(need)")
      for record in timeline.needs[need].coverageByDay {
        #expect(record.coverage.mean == (covered.contains(record.day) ? 1 : 0))
        #expect(record.p10 == record.coverage.mean && record.p90 == record.coverage.mean)
      }
    }
  }

  /// The need and all that it hangs on, by way of needs that are required on the day.
  private func closure(of need: Int, on day: Int, _ enabledBy: [Int: [Int]], _ needs: [Range<Int>]) -> Set<
    Int
  > {
    var found: Set<Int> = [need]
    while true {
      let more = Set(found.flatMap { enabledBy[$0] ?? [] }.filter { needs[$0].contains(day) })
      guard !more.isSubset(of: found) else { return found }
      found.formUnion(more)
    }
  }
}
