/// A plan as one worker counts it: numbers alone, in lists of the worker's own.
///
/// Taking an entry out of such a list touches no reference count; threads that touch the same counts block by block
/// wait for one another.
struct CoverageLayout {
  /// How a need's coverage is found.
  enum Way {
    /// From the days of its single part.
    case stay
    /// The same, where that part covers it alone.
    case fullStay
    /// Along the events of its few parts.
    case walk
    /// One replication at a time.
    case changes
  }

  struct Need {
    var way: Way
    /// First day, within the horizon.
    var start: Int
    /// First day after it, within the horizon.
    var end: Int
    /// Last day on which it must first be full for its mission's standard, within the horizon.
    var deadline: Int32
    /// Its own times its mission's, in 1/1024.
    var gapWeight: Int64
    /// Whether the gap of a replication always fits in half a word.
    var hasShortGaps: Bool
    /// Where its sums by day begin; `nil` where they follow from its levels.
    var sums: Int?
    /// Its parts among ``CoverageLayout/rows``; none where they are many, or other needs bound it.
    var rows: Range<Int>
    /// Where the sets of these parts begin.
    var sets: Int
  }

  struct Mission {
    /// Among the plan's.
    var needs: Range<Int>
    /// Its need, where it has one only, of a single part; else -1.
    var alone: Int
    /// So many of the shares, the lower ones, are reached when that part is there.
    var reached: Int
    /// Parts that come to its needs, among ``CoverageLayout/coming``.
    var coming: Range<Int>
  }

  private(set) var needs: [Need] = []
  private(set) var missions: [Mission] = []
  /// Of needs with few parts: their parts, in ``UnitDays``.
  private(set) var rows: [Int] = []
  /// Of the same needs, by set of parts.
  private(set) var levels: [PresenceTable.Level] = []
  /// Of the same needs, by set of parts: in the scenario's headline.
  private(set) var headline: [Int64] = []
  /// By need, then standard of the scenario: the day that is looked at.
  private(set) var probes: [Int] = []
  /// Parts of units, mission by mission.
  private(set) var coming: [Int] = []

  init(_ plan: CoveragePlan) {
    for need in plan.needs { append(need, horizon: plan.horizon) }
    for mission in plan.missions { append(mission, of: plan) }
  }

  private mutating func append(_ need: CoveragePlan.NeedPlan, horizon: Int) {
    let own = need.presence?.rows ?? []
    let most = (CoveragePlan.full / CoveragePlan.gapPart) * Int64(need.end - need.start)
    needs.append(
      Need(
        way: need.way, start: need.start, end: need.end,
        deadline: Int32(min(need.standardDay, horizon - 1)), gapWeight: need.gapWeight,
        hasShortGaps: most <= Int64(UInt32.max), sums: need.sums, rows: rows.count..<rows.count + own.count,
        sets: levels.count))
    rows += own
    levels += need.presence?.levels ?? []
    headline += need.presence?.headline ?? []
    probes += need.probes
  }

  private mutating func append(_ mission: CoveragePlan.MissionPlan, of plan: CoveragePlan) {
    let alone = plan.loneStay(of: mission)
    // A higher share is never reached before a lower one.
    let reached = alone.map { need in
      CoveragePlan.shares.indices.filter { plan.reaches($0, of: mission, with: need) }.count
    }
    missions.append(
      Mission(
        needs: mission.needs, alone: alone ?? -1, reached: reached ?? 0,
        coming: coming.count..<coming.count + mission.coming.count))
    coming += mission.coming
  }
}

extension CoveragePlan.NeedPlan {
  fileprivate var way: CoverageLayout.Way {
    if presence == nil { return .changes }
    return isFullStay ? .fullStay : isStay ? .stay : .walk
  }
}
