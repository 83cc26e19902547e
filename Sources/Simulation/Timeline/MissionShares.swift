/// Follows the weighted coverage of missions, and counts the first day of each share.
struct MissionShares {
  private static let size = UnitDays.size
  private static let setBits = UInt32(PresenceTable.mostParts)

  /// A weighted change of a need in its mission.
  private struct Change {
    var day: Int
    var change: Int64
  }

  /// Where the events of a need with few parts lie.
  private struct Source {
    /// In a replication.
    var count: Int
    var events: Int
    var weighted: Int
  }

  /// By need with few parts, then replication, then event: its day and the parts that are there after it.
  var events: [UInt32]
  private var sources: [Source] = []
  /// By need with few parts, then set of parts.
  private let weighted: [Int64]
  /// Of other needs, by need, then replication.
  private var notes: [Change] = []
  /// By need, then replication: which of the notes are its.
  private var ranges: [Range<Int>]
  /// In one replication, by day.
  private var changes: [Int64]
  /// Days on which something changes, a bit each, in several lanes: events of one need mark in turn in each, so
  /// that none has to wait for the one before it.
  private var marks: [UInt64]
  private static let lanes = 4

  init(_ plan: CoveragePlan) {
    var (events, weighted): (Int, [Int64]) = (0, [])
    for need in plan.needs {
      let count = (need.presence?.rows.count ?? 0) * 2
      sources.append(Source(count: count, events: events, weighted: weighted.count))
      events += count * Self.size
      weighted += need.presence?.weighted ?? []
    }
    self.events = [UInt32](repeating: 0, count: events)
    self.weighted = weighted
    ranges = [Range<Int>](repeating: 0..<0, count: plan.needs.count * Self.size)
    changes = [Int64](repeating: 0, count: plan.horizon + 1)
    marks = [UInt64](repeating: 0, count: DayMarks(days: plan.horizon + 1).words.count * Self.lanes)
  }

  /// An event as it is noted.
  @inline(__always)
  static func event(day: Int, present: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: day) &<< setBits | UInt32(truncatingIfNeeded: present)
  }

  /// Where the events of a need are noted.
  func place(of need: Int) -> Int { sources[need].events }

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
    let layout = plan.missions[mission]
    if layout.needs.allSatisfy({ plan.needs[$0].presence != nil }) {
      Self.count(
        layout, mission, replications, events, sources, weighted, [], [], &changes, &marks, &shares)
    } else {
      Self.count(
        layout, mission, replications, events, sources, weighted, notes, ranges, &changes, &marks, &shares)
    }
  }

  /// `ranges` are empty where nothing is noted.
  @inline(never)
  private static func count(
    _ layout: borrowing CoveragePlan.MissionPlan, _ mission: Int, _ replications: Int, _ events: [UInt32],
    _ sources: [Source], _ weighted: [Int64], _ notes: [Change], _ ranges: [Range<Int>],
    _ changes: inout [Int64], _ marks: inout [UInt64], _ shares: inout [UInt32]
  ) {
    let (events, sources, weighted) = (events.span, sources.span, weighted.span)
    var changes = changes.mutableSpan
    var marks = marks.mutableSpan
    var shares = shares.mutableSpan
    for replication in 0..<replications {
      for need in layout.needs {
        add(events, sources[need], weighted, replication, &changes, &marks)
        guard !ranges.isEmpty else { continue }
        for place in ranges[need &* size &+ replication] {
          add(notes[place].change, on: notes[place].day, lane: place, &changes, &marks)
        }
      }
      find(layout, mission, changes.span, marks.span, &shares)
      for need in layout.needs {
        let source = sources[need]
        let first = source.events &+ replication &* source.count
        for place in first..<first &+ source.count { changes[Int(events[place] &>> setBits)] = 0 }
        guard !ranges.isEmpty else { continue }
        for place in ranges[need &* size &+ replication] { changes[notes[place].day] = 0 }
      }
      for word in marks.indices { marks[word] = 0 }
    }
  }
}

// In one replication.
extension MissionShares {
  @inline(__always)
  private static func add(
    _ events: Span<UInt32>, _ source: Source, _ weighted: Span<Int64>, _ replication: Int,
    _ changes: inout MutableSpan<Int64>, _ marks: inout MutableSpan<UInt64>
  ) {
    let first = source.events &+ replication &* source.count
    var before: Int64 = 0
    for place in first..<first &+ source.count {
      let event = events[place]
      let after = weighted[source.weighted &+ Int(event & (1 &<< setBits &- 1))]
      add(after &- before, on: Int(event &>> setBits), lane: place, &changes, &marks)
      before = after
    }
  }

  @inline(__always)
  private static func add(
    _ change: Int64, on day: Int, lane: Int, _ changes: inout MutableSpan<Int64>,
    _ marks: inout MutableSpan<UInt64>
  ) {
    changes[day] &+= change
    marks[(day &>> 6) &* lanes &+ lane & (lanes &- 1)] |= 1 &<< UInt64(truncatingIfNeeded: day & 63)
  }

  /// Counts the first day of each share; days on which the needs that run change are looked at, too.
  @inline(__always)
  private static func find(
    _ layout: borrowing CoveragePlan.MissionPlan, _ mission: Int, _ changes: Span<Int64>,
    _ marks: Span<UInt64>, _ counts: inout MutableSpan<UInt32>
  ) {
    let (limits, limitsOfDay, more) = (layout.limits.span, layout.limitsOfDay.span, layout.marks.words.span)
    let (count, rowLength) = (CoveragePlan.shares.count, limitsOfDay.count)
    var row = mission &* count &* rowLength
    var (weighted, share): (Int64, Int) = (0, 0)
    for word in more.indices {
      var bits = more[word]
      for lane in 0..<lanes { bits |= marks[word &* lanes &+ lane] }
      while bits != 0 {
        let day = word &<< 6 | bits.trailingZeroBitCount
        bits &= bits &- 1
        weighted &+= changes[day]
        let first = limitsOfDay[day]
        while weighted >= limits[first &+ share] {
          counts[row &+ day] &+= 1
          row &+= rowLength
          share &+= 1
          if share == count { return }
        }
      }
    }
    for _ in share..<count {
      row &+= rowLength
      counts[row &- 1] &+= 1
    }
  }
}
