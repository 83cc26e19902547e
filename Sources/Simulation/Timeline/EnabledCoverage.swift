/// How far what is there counts at a need that others enable, over its days, in one replication.
struct EnabledCoverage {
  private struct Event {
    var day: Int
    /// Among the plan's needs.
    var need: Int
    var change: Int64
  }

  private let plan: CoveragePlan
  /// What is there, by need of the plan.
  private var present: [Int64]
  private var events: [Event] = []

  init(_ plan: CoveragePlan) {
    self.plan = plan
    present = [Int64](repeating: 0, count: plan.needs.count)
  }

  /// Puts the changes of what counts at a need on their days.
  ///
  /// - Complexity: O(*e* · log *e* + *e* · *n*) for *e* comings and goings at the *n* needs concerned.
  mutating func gather(
    _ need: Int, _ replication: Int, _ days: borrowing UnitDays, into changes: inout DayChanges
  ) {
    events.removeAll(keepingCapacity: true)
    addEvents(of: need, replication, days)
    for other in plan.needs[need].bounding { addEvents(of: other, replication, days) }
    events.sort { $0.day < $1.day }
    var (counted, next): (Int64, Int) = (0, 0)
    for span in plan.needs[need].spans {
      var day = span.days.lowerBound
      while day < span.days.upperBound {
        while next < events.count, events[next].day <= day { take(&next) }
        let counts = least(of: need, span.enablers)
        if counts != counted { changes.add(counts - counted, on: day) }
        counted = counts
        day = next < events.count ? min(events[next].day, span.days.upperBound) : span.days.upperBound
      }
    }
    present[need] = 0
    for other in plan.needs[need].bounding { present[other] = 0 }
  }

  private mutating func take(_ next: inout Int) {
    present[events[next].need] += events[next].change
    next += 1
  }

  /// The least coverage of a need and of those that bound it.
  private func least(of need: Int, _ enablers: [Int]) -> Int64 {
    var least = counted(need)
    for other in enablers { least = min(least, counted(other)) }
    return least
  }

  private func counted(_ need: Int) -> Int64 {
    present[need] >= CoveragePlan.full - plan.needs[need].tolerance ? CoveragePlan.full : present[need]
  }

  private mutating func addEvents(of need: Int, _ replication: Int, _ days: borrowing UnitDays) {
    for index in plan.needs[need].parts {
      let part = plan.parts[index]
      let entry = part.row * UnitDays.size + replication
      guard days.arrivals[entry] < days.never else { continue }
      events.append(Event(day: Int(days.arrivals[entry]), need: need, change: part.coverage))
      events.append(Event(day: Int(days.departures[entry]), need: need, change: -part.coverage))
    }
  }
}
