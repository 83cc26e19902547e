/// How far what is there counts at a need that others enable, over its days, in one replication.
struct EnabledCoverage {
  private struct Event {
    var day: Int
    /// Among the plan's needs.
    var need: Int
    var change: Int64
  }

  /// Days on which the same needs bound one.
  private struct Stretch {
    var days: Range<Int>
    /// Among ``EnabledCoverage/enablers``.
    var enablers: Range<Int>
  }

  /// A need in numbers alone, so that looking at it in each replication touches no reference count.
  private struct Need {
    var parts: Range<Int>
    var stretches: Range<Int>
    /// All that bound it on some day.
    var bounding: Range<Int>
    /// From here on it is full.
    var enough: Int64
  }

  private var needs: [Need] = []
  private let parts: [CoveragePlan.Part]
  private var stretches: [Stretch] = []
  private var enablers: [Int] = []
  private var bounding: [Int] = []
  /// What is there, by need of the plan.
  private var present: [Int64]
  private var events: [Event] = []

  init(_ plan: CoveragePlan) {
    parts = plan.parts
    present = [Int64](repeating: 0, count: plan.needs.count)
    for need in plan.needs {
      needs.append(
        Need(
          parts: need.parts, stretches: stretches.count..<stretches.count + need.spans.count,
          bounding: bounding.count..<bounding.count + need.bounding.count,
          enough: CoveragePlan.full - need.tolerance))
      bounding += need.bounding
      for span in need.spans {
        stretches.append(
          Stretch(days: span.days, enablers: enablers.count..<enablers.count + span.enablers.count))
        enablers += span.enablers
      }
    }
  }

  /// Whether other needs bound one on some day.
  func isBound(_ need: Int) -> Bool { !needs[need].stretches.isEmpty }

  /// Puts the changes of what counts at a need on their days.
  ///
  /// - Complexity: O(*e* · log *e* + *e* · *n*) for *e* comings and goings at the *n* needs concerned.
  mutating func gather(
    _ need: Int, _ replication: Int, _ days: borrowing UnitDays, into changes: inout DayChanges
  ) {
    let own = needs[need]
    events.removeAll(keepingCapacity: true)
    addEvents(of: need, replication, days)
    for place in own.bounding { addEvents(of: bounding[place], replication, days) }
    events.sort { $0.day < $1.day }
    var (counted, next): (Int64, Int) = (0, 0)
    for number in own.stretches {
      let stretch = stretches[number]
      var day = stretch.days.lowerBound
      while day < stretch.days.upperBound {
        while next < events.count, events[next].day <= day { take(&next) }
        let counts = least(of: need, stretch.enablers)
        if counts != counted { changes.add(counts - counted, on: day) }
        counted = counts
        day =
          next < events.count ? min(events[next].day, stretch.days.upperBound) : stretch.days.upperBound
      }
    }
    present[need] = 0
    for place in own.bounding { present[bounding[place]] = 0 }
  }

  private mutating func take(_ next: inout Int) {
    present[events[next].need] += events[next].change
    next += 1
  }

  /// The least coverage of a need and of those that bound it.
  private func least(of need: Int, _ others: Range<Int>) -> Int64 {
    var least = counted(need)
    for place in others { least = min(least, counted(enablers[place])) }
    return least
  }

  private func counted(_ need: Int) -> Int64 {
    present[need] >= needs[need].enough ? CoveragePlan.full : present[need]
  }

  private mutating func addEvents(of need: Int, _ replication: Int, _ days: borrowing UnitDays) {
    for index in needs[need].parts {
      let part = parts[index]
      let entry = part.row * UnitDays.size + replication
      guard days.arrivals[entry] < days.never else { continue }
      events.append(Event(day: Int(days.arrivals[entry]), need: need, change: part.coverage))
      events.append(Event(day: Int(days.departures[entry]), need: need, change: -part.coverage))
    }
  }
}
