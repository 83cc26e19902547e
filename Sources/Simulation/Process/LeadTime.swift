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
    var sample = LeadTimeSample(graph: graph, process: pledge.process ?? "", scenario: scenario)
    let share = scenario.allocation.planningPercentile / 100
    let rank = (share * Double(sample.count)).rounded(.up)
    self.rank = min(max(1, Int(rank)), sample.count)
    farDay = scenario.calendarDays.upperBound
    sample.putLatestFirst(sample.count - self.rank)
    self.sample = sample
  }

  /// First whole day of presence when requested on `day`, whatever the pledge's own first day.
  ///
  /// `nil` where it is never there. Never sooner for a later request.
  package func presence(requestedOn day: Int) -> Int? { presence(requestedOn: day, by: farDay) }

  /// The same, and `nil` where it is there only after `limit`, which takes less time to find out.
  private func presence(requestedOn day: Int, by limit: Int) -> Int? {
    let drawn = sample.isUndated ? 0 : day
    let there = answer(drawnFor: drawn, by: limit - day + drawn).presence.map { $0 + day - drawn }
    return there.flatMap { $0 <= limit ? $0 : nil }
  }

  /// Planned days from the end of its last lift to presence; `nil` without a lift, or where it is never
  /// there.
  ///
  /// The same percentile, of the same draws, of the days between the two.
  package func daysFromLiftToPresence(requestedOn day: Int) -> Int? {
    sample.hasLift ? answer(drawnFor: sample.isUndated ? 0 : day, by: farDay).afterLift : nil
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
      if let there = presence(requestedOn: guess, by: arrival) {
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

  /// What is known of a day of request, or found out now.
  private func answer(drawnFor day: Int, by limit: Int) -> KnownDays.Answer {
    if let known = known.answer(day), known.laterThan.map({ $0 >= limit }) ?? true { return known }
    let found = draw(day, by: limit)
    known.keep(found, day)
    return found
  }

  /// The days of the draws at the planning percentile, by counting: no sort is needed.
  ///
  /// Ends as soon as too many draws are there only after `limit`.
  private func draw(_ day: Int, by limit: Int) -> KnownDays.Answer {
    var there = DayCounts(from: day, to: farDay)
    var between = DayCounts(from: 0, to: sample.hasLift ? farDay : 0)
    let isBounded = limit < farDay
    var late = 0
    let isOver = sample.forEachStretch(requestedOn: Double(day)) { finish, liftEnd in
      if isBounded {
        late += there.count(finish, after: limit)
        guard late <= sample.count - rank else { return false }
      }
      there.add(finish)
      if sample.hasLift { between.add(finish, since: liftEnd) }
      return true
    }
    guard isOver else { return KnownDays.Answer(laterThan: limit) }
    return KnownDays.Answer(
      presence: there.day(ofRank: rank), afterLift: sample.hasLift ? between.day(ofRank: rank) : nil)
  }
}

/// How many draws count on each day; the last is for all that comes later.
private struct DayCounts {
  private let first: Int
  private var counts: [Int32]

  init(from first: Int, to last: Int) {
    self.first = first
    counts = [Int32](repeating: 0, count: max(0, last - first) + 1)
  }

  mutating func add(_ times: Span<Double>) {
    let (start, last) = (Double(first), Double(counts.count - 1))
    for draw in times.indices {
      counts[max(0, Int(PlanningDay.of(min(times[draw] - start, last))))] += 1
    }
  }

  /// Days since an earlier moment, of those that end at all.
  mutating func add(_ times: Span<Double>, since earlier: Span<Double>) {
    let last = Double(counts.count - 1)
    for draw in times.indices {
      let days = times[draw] < .infinity ? times[draw] - earlier[draw] : .infinity
      counts[max(0, Int(PlanningDay.of(min(days, last))))] += 1
    }
  }

  /// How many of some draws count on a later day than `day`.
  func count(_ times: Span<Double>, after day: Int) -> Int {
    Self.count(times, from: Double(first), beyond: Double(day - first))
  }

  // A loop of its own: the compiler vectorises it only so.
  @inline(never)
  private static func count(_ times: Span<Double>, from start: Double, beyond days: Double) -> Int {
    var late = 0
    for draw in times.indices { late &+= times[draw] - start - PlanningDay.noise > days ? 1 : 0 }
    return late
  }

  /// `nil` where too few draws end.
  func day(ofRank rank: Int) -> Int? {
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
  struct Answer {
    var presence: Int?
    var afterLift: Int?
    /// Where only so much is known: presence is after this day.
    var laterThan: Int?
  }

  private let answers = Guarded<[Int: Answer]>([:])

  func answer(_ day: Int) -> Answer? { answers.withLock { $0[day] } }

  func keep(_ answer: Answer, _ day: Int) { answers.withLock { $0[day] = answer } }

  /// The narrowest range that answers so far put around the latest request: its lower bound arrives in time,
  /// its upper bound does not.
  func bracket(arrival: Int, in range: Range<Int>) -> Range<Int> {
    answers.withLock { answers in
      var (low, high) = (range.lowerBound, range.upperBound)
      for (day, answer) in answers where range.contains(day) {
        if let later = answer.laterThan {
          if later >= arrival { high = min(high, day) }
        } else if let there = answer.presence, there <= arrival {
          low = max(low, day)
        } else {
          high = min(high, day)
        }
      }
      return low..<high
    }
  }
}
