/// Weighted changes of a mission's coverage by day, in one replication.
///
/// Lent by ``MissionShares`` for as long as it counts a mission, which sees to it that all that events name lies
/// within.
struct DayTable {
  /// Events of a need with few parts.
  struct Source {
    /// In a replication.
    var count: Int
    /// Where they are noted: by replication, then event.
    var first: Int
    /// Where what each set of its parts comes to begins.
    var weighted: Int
  }

  private static let setBits = UInt32(PresenceTable.mostParts)
  /// Events of one need mark days in turn in each lane, so that none has to wait for the one before it.
  static let lanes = 4

  let noted: UnsafeBufferPointer<UInt32>
  let weighted: UnsafeBufferPointer<Int64>
  let changes: UnsafeMutableBufferPointer<Int64>
  /// Days on which something changes, a bit each; lane by lane.
  let marks: UnsafeMutableBufferPointer<UInt64>
  /// First day of each share.
  let found: UnsafeMutableBufferPointer<Int>

  /// An event as it is noted: its day and the parts that are there after it.
  @inline(__always)
  static func event(day: Int, present: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: day) &<< setBits | UInt32(truncatingIfNeeded: present)
  }

  @inline(__always)
  func add(_ change: Int64, on day: Int, lane: Int) {
    changes[day] &+= change
    let word = (lane & (Self.lanes &- 1)) &* (marks.count / Self.lanes) &+ (day &>> 6)
    marks[word] |= 1 &<< UInt64(truncatingIfNeeded: day & 63)
  }

  /// Adds a need's events up to the first going; returns how many, and the day of that.
  @inline(__always)
  func addComings(_ source: Source, _ replication: Int) -> (count: Int, day: Int) {
    let first = source.first &+ replication &* source.count
    var (before, set): (Int64, Int) = (0, 0)
    for place in 0..<source.count {
      let (day, next) = parts(of: noted[first &+ place])
      if next < set { return (place, day) }
      let after = weighted[source.weighted &+ next]
      add(after &- before, on: day, lane: place)
      (before, set) = (after, next)
    }
    return (source.count, .max)
  }

  /// Adds a need's events from one on.
  @inline(__always)
  func add(_ source: Source, _ replication: Int, from start: Int) {
    let first = source.first &+ replication &* source.count
    var before: Int64 = 0
    if start > 0 { before = weighted[source.weighted &+ parts(of: noted[first &+ start &- 1]).set] }
    for place in start..<source.count {
      let (day, set) = parts(of: noted[first &+ place])
      let after = weighted[source.weighted &+ set]
      add(after &- before, on: day, lane: place)
      before = after
    }
  }

  @inline(__always)
  func clear(_ source: Source, _ replication: Int, count: Int) {
    let first = source.first &+ replication &* source.count
    for place in first..<first &+ count { changes[parts(of: noted[place]).day] = 0 }
  }

  /// Finds the first day of each share before some day; whether all are reached by then.
  ///
  /// Days on which the needs that run change are looked at, too.
  @inline(__always)
  func find(_ mission: borrowing CoveragePlan.MissionPlan, before end: Int) -> Bool {
    let (limits, limitsOfDay, more) = (
      mission.limits.span, mission.limitsOfDay.span, mission.marks.words.span
    )
    let words = marks.count / Self.lanes
    var (sum, share): (Int64, Int) = (0, 0)
    for word in more.indices {
      var bits = more[word]
      for lane in 0..<Self.lanes { bits |= marks[lane &* words &+ word] }
      while bits != 0 {
        let day = word &<< 6 | bits.trailingZeroBitCount
        if day >= end { return false }
        bits &= bits &- 1
        sum &+= changes[day]
        let first = limitsOfDay[day]
        while sum >= limits[first &+ share] {
          found[share] = day
          share &+= 1
          if share == found.count { return true }
        }
      }
    }
    return false
  }

  /// Finds the first day of each share of a mission with one need, whose events are in order already.
  @inline(__always)
  func findAlone(_ mission: borrowing CoveragePlan.MissionPlan, _ source: Source, _ replication: Int) {
    let (limits, limitsOfDay) = (mission.limits.span, mission.limitsOfDay.span)
    let first = source.first &+ replication &* source.count
    var share = 0
    for place in first..<first &+ source.count {
      let (day, set) = parts(of: noted[place])
      let limit = limitsOfDay[day]
      while weighted[source.weighted &+ set] >= limits[limit &+ share] {
        found[share] = day
        share &+= 1
        if share == found.count { return }
      }
    }
  }

  @inline(__always)
  private func parts(of event: UInt32) -> (day: Int, set: Int) {
    (Int(event &>> Self.setBits), Int(event & (1 &<< Self.setBits &- 1)))
  }
}
