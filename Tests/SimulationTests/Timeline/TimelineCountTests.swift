import Simulation
import Testing

/// What is counted once and told several times.
@Suite("Counts of a need that one unit covers")
struct TimelineCountTests {
  private func scenario(quantity: Double = 1, tour: Int? = nil) -> Scenario {
    timelineScenario(stages: [Stage(id: "papers", days: triangular(5, 40, 200))]) {
      $0.needs[0].quantity = quantity
      ($0.needs[0].from, $0.needs[0].until) = (30, 360)
      ($0.pledges[0].probability, $0.pledges[0].tourDays) = (0.8, tour)
    }
  }

  /// The day on which the unit is there in each replication, and when it goes; `nil` for never.
  private func stays(_ scenario: Scenario, _ replications: Int) -> [Range<Int>?] {
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    return (0..<replications).map { number in
      let part = simulator.trace(replication: number, seed: 2017).units[0].parts[0]
      return part.arrivalDay.map { $0..<(part.untilDay ?? 720) }
    }
  }

  @Test(
    "Coverage, shares, first arrivals and gaps are what the replications told one by one come to",
    arguments: [1.0, 2], [nil, 90])
  func oneByOne(quantity: Double, tour: Int?) throws {
    let scenario = scenario(quantity: quantity, tour: tour)
    let count = 300
    let timeline = try simulated(scenario, replications: count)
    let stays = stays(scenario, count)
    let need = 30..<360
    for day in timeline.needs[0].coverageByDay {
      let there: Int = stays.count { $0?.contains(day.day) == true }
      let share: Double = Double(there) / (Double(count) * quantity)
      let difference: Double = day.coverage.mean - share
      #expect(abs(difference) < 1e-9, "day \(day.day)")
    }
    var gap = 0.0
    for stay in stays {
      let there: Int = stay?.clamped(to: need).count ?? 0
      gap += Double(need.count) - Double(there) / quantity
    }
    let gapDifference: Double = timeline.needs[0].gapDays.mean - gap / Double(count)
    #expect(abs(gapDifference) < 1e-6)
    let mission = timeline.missions[0]
    let first = stays.map { $0?.lowerBound ?? .max }.sorted()
    #expect(mission.firstArrivalDay[50] == first[count / 2 - 1])
    let reached = stays.map { stay -> Int in
      let own = stay?.clamped(to: need) ?? 0..<0
      return own.isEmpty ? .max : own.lowerBound
    }.sorted()
    #expect(mission.daysToShare[0.25]?[50] == reached[count / 2 - 1])
    // One of two is not nine tenths, and never full.
    let whole: Int? = quantity == 1 ? reached[count / 2 - 1] : nil
    #expect(mission.daysToShare[0.9]?[50] == .some(whole))
    let full: Int = quantity == 1 ? reached.count { $0 <= 60 } : 0
    #expect(timeline.needs[0].fullyCoveredBy[30]?.probability == Double(full) / Double(count))
  }
}
