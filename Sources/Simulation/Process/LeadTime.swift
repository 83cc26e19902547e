import Synchronization

/// How long one pledge takes to one mission by itself, from request to presence, as the plan counts on it.
///
/// The planning percentile of the finish of its process graph: of 10,001 draws the ⌈percentile · 10,001⌉-th
/// smallest, rounded up to a whole day (``PlanningDay``). No queues: other units do not exist, but the
/// sorties of one stage share its pool's carriers, all free when it starts. Gates that open on a random day
/// are drawn; gates that wait for another need's coverage are open.
package struct LeadTime: Sendable {
  private let sample: LeadTimeSample
  private let rank: Int
  /// What does not end before this day never ends.
  private let farDay: Int
  private let known = KnownDays()

  /// Draws the sample; with a support as its help makes it.
  package init(pledge: Pledge, mission: Mission, scenario: Scenario, support: Support? = nil) {
    let graph = StageGraph(pledge: pledge, mission: mission, scenario: scenario, support: support)
    sample = LeadTimeSample(graph: graph, process: pledge.process ?? "", scenario: scenario)
    let share = scenario.allocation.planningPercentile / 100
    let rank = (share * Double(LeadTimeSample.count)).rounded(.up)
    self.rank = min(max(1, Int(rank)), LeadTimeSample.count)
    farDay = scenario.calendarDays.upperBound
  }

  /// First whole day of presence when requested on `day`, whatever the pledge's own first day.
  ///
  /// `nil` where it is never there. Never sooner for a later request.
  package func presence(requestedOn day: Int) -> Int? {
    guard !sample.isUndated else {
      return known.presence(0) { presence(drawnFor: 0) }.map { $0 + day }
    }
    return known.presence(day) { presence(drawnFor: day) }
  }

  /// Planned days from the end of its last lift to presence; `nil` without a lift, or where it is never
  /// there.
  ///
  /// The same percentile, of the same draws, of the days between the two.
  package func daysFromLiftToPresence(requestedOn day: Int) -> Int? {
    guard sample.hasLift else { return nil }
    let day = sample.isUndated ? 0 : day
    return known.afterLift(day) {
      percentile(requestedOn: day, from: 0) { finish, liftEnd in
        finish < .infinity ? finish - liftEnd : .infinity
      }
    }
  }

  /// Latest whole day of request, from `notBefore` on, with presence by `arrival`; `nil` where there is none.
  package func latestRequest(arrivingOn arrival: Int, notBefore: Int) -> Int? {
    guard notBefore <= arrival, let first = presence(requestedOn: notBefore), first <= arrival else {
      return nil
    }
    let bracket = known.bracket(arrival: arrival, in: notBefore..<arrival + 1)
    var (low, high) = (bracket.lowerBound, bracket.upperBound)
    var stride = 1
    var guess = low + max(1, arrival - (presence(requestedOn: low) ?? arrival))
    // Presence moves day by day with the request but for closures, where it stands still and then jumps.
    while high - low > 1 {
      if guess >= high { guess = (low + high) / 2 }
      if let there = presence(requestedOn: guess), there <= arrival {
        low = guess
        guess = low + max(stride, arrival - there)
        stride *= 2
      } else {
        high = guess
        guess = (low + high) / 2
      }
    }
    return low
  }

  private func presence(drawnFor day: Int) -> Int? {
    percentile(requestedOn: day, from: day) { finish, _ in finish }
  }

  /// The day of the draw at the planning percentile, by counting: no sort is needed.
  private func percentile(
    requestedOn day: Int, from first: Int, _ time: (_ finish: Double, _ liftEnd: Double) -> Double
  ) -> Int? {
    var counts = [Int32](repeating: 0, count: max(0, farDay - first) + 1)
    let (start, last) = (Double(first), Double(counts.count - 1))
    sample.forEachStretch(requestedOn: Double(day)) { finish, liftEnd in
      for draw in finish.indices {
        let day = PlanningDay.of(min(time(finish[draw], liftEnd[draw]) - start, last))
        counts[max(0, Int(day))] += 1
      }
    }
    var below = 0
    for (day, count) in counts.dropLast().enumerated() {
      below += Int(count)
      if below >= rank { return first + day }
    }
    return nil
  }
}

/// Answers already found: a plan asks for many arrival days of one lead time.
private final class KnownDays: Sendable {
  private struct Days {
    var presence: [Int: Int?] = [:]
    var afterLift: [Int: Int?] = [:]
  }

  private let days = Mutex(Days())

  func presence(_ day: Int, make: () -> Int?) -> Int? {
    if let known = days.withLock({ $0.presence[day] }) { return known }
    let made = make()
    days.withLock { $0.presence[day] = .some(made) }
    return made
  }

  func afterLift(_ day: Int, make: () -> Int?) -> Int? {
    if let known = days.withLock({ $0.afterLift[day] }) { return known }
    let made = make()
    days.withLock { $0.afterLift[day] = .some(made) }
    return made
  }

  /// The narrowest range that answers so far put around the latest request: its lower bound arrives in time,
  /// its upper bound does not.
  func bracket(arrival: Int, in range: Range<Int>) -> Range<Int> {
    days.withLock { days in
      var (low, high) = (range.lowerBound, range.upperBound)
      for (day, there) in days.presence where range.contains(day) {
        if let there, there <= arrival { low = max(low, day) } else { high = min(high, day) }
      }
      return low..<high
    }
  }
}
