/// Follows the weighted coverage of missions, and counts the first day of each share.
struct MissionShares {
  private static let size = UnitDays.size

  /// A weighted change of a need in its mission.
  private struct Change {
    var day: Int
    var change: Int64
  }

  /// By need with few parts, then replication, then event: its day and the parts that are there after it.
  var events: [UInt32]
  /// Of needs with few parts, mission by mission.
  private var sources: [DayTable.Source] = []
  /// All other needs, mission by mission.
  private var others: [Int] = []
  /// By mission: which of these are its.
  private var members: [(sources: Range<Int>, others: Range<Int>)] = []
  /// By need: where its events are noted.
  private var places: [Int] = []
  /// By need with few parts, then set of parts.
  private let weighted: [Int64]
  /// Of other needs, by need, then replication.
  private var notes: [Change] = []
  /// By need, then replication: which of the notes are its.
  private var ranges: [Range<Int>]
  /// In one replication, by day.
  private var changes: [Int64]
  private var marks: [UInt64]
  /// In one replication: first day of each share.
  private var found = [Int](repeating: 0, count: CoveragePlan.shares.count)
  /// In one replication, by need with few parts: how many of its events are among the changes.
  private var taken: [Int]

  init(_ plan: CoveragePlan) {
    var (events, weighted): (Int, [Int64]) = (0, [])
    for mission in plan.missions {
      let (source, other) = (sources.count, others.count)
      for need in mission.needs {
        places.append(events)
        guard let presence = plan.needs[need].presence else {
          others.append(need)
          continue
        }
        let count = presence.rows.count * 2
        sources.append(DayTable.Source(count: count, first: events, weighted: weighted.count))
        events += count * Self.size
        weighted += presence.weighted
      }
      members.append((source..<sources.count, other..<others.count))
    }
    self.events = [UInt32](repeating: 0, count: events)
    self.weighted = weighted
    ranges = [Range<Int>](repeating: 0..<0, count: plan.needs.count * Self.size)
    changes = [Int64](repeating: 0, count: plan.horizon + 1)
    marks = [UInt64](repeating: 0, count: DayMarks(days: plan.horizon + 1).words.count * DayTable.lanes)
    taken = [Int](repeating: 0, count: plan.needs.count)
  }

  /// Where the events of a need are noted.
  func place(of need: Int) -> Int { places[need] }

  mutating func begin() { notes.removeAll(keepingCapacity: true) }

  /// The changes of a need in a replication, which are noted next.
  mutating func begin(_ need: Int, _ replication: Int) {
    ranges[need * Self.size + replication] = notes.count..<notes.count
  }

  mutating func note(_ need: Int, _ replication: Int, _ change: Int64, on day: Int) {
    notes.append(Change(day: day, change: change))
    let entry = need * Self.size + replication
    ranges[entry] = ranges[entry].lowerBound..<notes.count
  }

  /// Counts the shares of a mission.
  mutating func count(
    _ mission: Int, _ plan: borrowing CoveragePlan, replications: Int, into shares: inout [UInt32]
  ) {
    let (few, rest) = members[mission]
    precondition(replications <= Self.size)
    for place in few {
      let source = sources[place]
      precondition(
        source.first + Self.size * source.count <= events.count && source.weighted < weighted.count)
    }
    let (sources, others, notes, ranges) = (sources, others, notes, ranges)
    // Safe: events are as many as is checked above, each with a set of its need's own parts and a day within the
    // horizon, for which changes and marks have room.
    events.withUnsafeBufferPointer { noted in
      weighted.withUnsafeBufferPointer { weighted in
        changes.withUnsafeMutableBufferPointer { changes in
          marks.withUnsafeMutableBufferPointer { marks in
            found.withUnsafeMutableBufferPointer { found in
              let days = DayTable(
                noted: noted, weighted: weighted, changes: changes, marks: marks, found: found)
              guard !rest.isEmpty else {
                return Self.count(
                  mission, plan, sources, few, 0..<replications, days, hasOthers: false, &taken, &shares)
              }
              for replication in 0..<replications {
                for place in rest {
                  for note in ranges[others[place] * Self.size + replication] {
                    days.add(notes[note].change, on: notes[note].day, lane: note)
                  }
                }
                Self.count(
                  mission, plan, sources, few, replication..<replication + 1, days, hasOthers: true, &taken,
                  &shares)
                for place in rest {
                  for note in ranges[others[place] * Self.size + replication] {
                    days.changes[notes[note].day] = 0
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  @inline(never)
  private static func count(
    _ mission: Int, _ plan: borrowing CoveragePlan, _ sources: [DayTable.Source], _ own: Range<Int>,
    _ replications: Range<Int>, _ days: DayTable, hasOthers: Bool, _ taken: inout [Int],
    _ shares: inout [UInt32]
  ) {
    let (sources, missions) = (sources.span.extracting(own), plan.missions.span)
    var taken = taken.mutableSpan
    var shares = shares.mutableSpan
    let rowLength = missions[mission].limitsOfDay.count
    for replication in replications {
      for share in days.found.indices { days.found[share] = rowLength &- 1 }
      if sources.count == 1, !hasOthers {
        days.findAlone(missions[mission], sources[0], replication)
      } else {
        find(missions[mission], sources, replication, days, hasOthers: hasOthers, &taken)
      }
      for share in days.found.indices {
        let row = (mission &* days.found.count &+ share) &* rowLength
        shares[row &+ days.found[share]] &+= 1
      }
    }
  }

  /// Shares are mostly reached before the first unit goes; so what comes before that is looked at first.
  @inline(__always)
  private static func find(
    _ layout: borrowing CoveragePlan.MissionPlan, _ sources: Span<DayTable.Source>, _ replication: Int,
    _ days: DayTable, hasOthers: Bool, _ taken: inout MutableSpan<Int>
  ) {
    var firstGoing = hasOthers ? 0 : Int.max
    for place in sources.indices {
      let comings = days.addComings(sources[place], replication)
      taken[place] = comings.count
      firstGoing = min(firstGoing, comings.day)
    }
    if !days.find(layout, before: firstGoing) {
      for place in sources.indices {
        days.add(sources[place], replication, from: taken[place])
        taken[place] = sources[place].count
      }
      for share in days.found.indices { days.found[share] = layout.limitsOfDay.count &- 1 }
      _ = days.find(layout, before: .max)
    }
    for place in sources.indices { days.clear(sources[place], replication, count: taken[place]) }
    for word in days.marks.indices { days.marks[word] = 0 }
  }
}
