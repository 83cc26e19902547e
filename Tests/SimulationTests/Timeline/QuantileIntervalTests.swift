import Simulation
import Testing

@Suite("Intervals of quantiles")
struct QuantileIntervalTests {
  private func run(_ scenario: Scenario, replications: Int, seed: UInt64) throws -> Timeline {
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    return try #require(simulator.run(replications: replications, seed: seed, threads: 1))
  }

  @Test("They hold the true day in at least about 95 of 100 runs, and are no wider than they have to be")
  func covered() throws {
    // 30 to 90 days; the true P50 and P90 in whole days, from the law: 90 − √(60·45·(1 − p)).
    let scenario = timelineScenario(stages: [Stage(id: "a", days: triangular(30, 45, 90))])
    let known = [50: 54, 90: 74]
    var hits = [50: 0, 90: 0]
    let runs = 200
    for seed in 0..<runs {
      let pledge = try run(scenario, replications: 400, seed: UInt64(seed)).pledges[0]
      for (percent, day) in known {
        let interval = try #require(pledge.arrivalIntervals[percent])
        let (low, high) = (try #require(interval.low), try #require(interval.high))
        if (low...high).contains(day) { hits[percent, default: 0] += 1 }
        #expect(low <= (pledge.arrivalQuantiles[percent] ?? nil) ?? -1)
        // Ranks ten and six above and below: a few days either way.
        #expect(high - low <= 8)
      }
    }
    // Four standard errors of 200 tries at 0.95 below it.
    for share in hits.values { #expect(Double(share) / Double(runs) > 0.95 - 4 * 0.0154) }
  }

  @Test("By hand: of 100 replications the median's interval is from the 40th to the 61st")
  func ranks() throws {
    // 1.96 · √(100/4) is 9.8. Every order statistic is a day of its own, near enough.
    let scenario = timelineScenario(
      stages: [Stage(id: "a", days: Distribution(.uniform(low: 0, high: 700)))])
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    let counts = try #require(simulator.arrivalCounts(replications: 100, seed: 5).first).days
    let days = counts.enumerated().flatMap { day, count in [Int](repeating: day, count: Int(count)) }
    let pledge = try run(scenario, replications: 100, seed: 5).pledges[0]
    #expect(pledge.arrivalIntervals[50] == DayInterval(low: days[39], high: days[60]))
    let mission = try run(scenario, replications: 100, seed: 5).missions[0]
    #expect(mission.firstArrivalIntervals[50] == pledge.arrivalIntervals[50])
    #expect(mission.daysToShareIntervals[0.5]?[50] == pledge.arrivalIntervals[50])
  }

  @Test("Where the day may be never there is no upper end, and a single run has none at all")
  func never() throws {
    let scenario = timelineScenario(stages: [Stage(id: "a", days: .fixed(5))]) {
      $0.pledges[0].probability = 0.5
    }
    let pledge = try run(scenario, replications: 1_000, seed: 1).pledges[0]
    #expect(pledge.arrivalIntervals[50] == DayInterval(low: 5, high: nil))
    #expect(pledge.arrivalIntervals[10] == DayInterval(low: 5, high: 5))
    #expect(pledge.arrivalIntervals[90] == DayInterval(low: nil, high: nil))
    let certain = timelineScenario(stages: [Stage(id: "a", days: .fixed(5))])
    #expect(
      try run(certain, replications: 1, seed: 1).pledges[0].arrivalIntervals[50]
        == DayInterval(low: 5, high: nil))
  }

  @Test("The ends of a band of coverage lie between the replications whose ranks may be theirs")
  func band() throws {
    let scenario = timelineScenario(stages: [], pledges: 20) {
      $0.needs[0].quantity = 20
      for index in $0.pledges.indices { $0.pledges[index].probability = 0.5 }
    }
    let timeline = try simulated(scenario, replications: 400)
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    let spread = simulator.spreads(ofNeed: "need-000", on: [30], replications: 400, seed: 2017, threads: 1)
    let sorted = spread[0].levels.flatMap { level in
      Array(repeating: level.coverage, count: level.replications)
    }
    let day = try #require(timeline.needs[0].coverageByDay.first { $0.day == 30 })
    // 1.96 · √(400 · 0.1 · 0.9) = 11.8 ranks around the 40th and the 360th.
    #expect(day.p10Interval == ShareInterval(low: sorted[28 - 1], high: sorted[53 - 1]))
    #expect(day.p90Interval == ShareInterval(low: sorted[348 - 1], high: sorted[373 - 1]))
    #expect(day.p10 == sorted[40 - 1] && day.p90 == sorted[360 - 1])
  }
}
