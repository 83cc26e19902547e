/// Follows needs with many parts, or that others bound, over the days on which something changes.
struct NeedChanges {
  private static let size = UnitDays.size

  private let plan: CoveragePlan
  private var changes: DayChanges
  private var enabled: EnabledCoverage

  init(_ plan: CoveragePlan) {
    self.plan = plan
    changes = DayChanges(days: plan.horizon + 1)
    enabled = EnabledCoverage(plan)
  }

  /// Counts a need's coverage by day, and notes gaps, first days of full coverage, and what the headline and the
  /// mission need.
  mutating func follow(
    _ number: Int, _ days: borrowing UnitDays, replications: Int, _ gaps: inout [Int64],
    _ firstFull: inout [Int32], _ headline: inout [Int64], _ missions: inout MissionShares,
    into tally: inout Tally
  ) {
    for replication in 0..<replications {
      if enabled.isBound(number) {
        enabled.gather(number, replication, days, into: &changes)
      } else {
        Self.gather(plan.needs.span[number], plan, replication, days, into: &changes)
      }
      missions.begin(number, replication)
      let (gap, full) = Self.follow(
        plan.needs.span[number], number, replication, horizon: plan.horizon, &changes, &headline, &missions,
        into: &tally)
      gaps[number * Self.size + replication] = gap
      firstFull[number * Self.size + replication] = Int32(truncatingIfNeeded: full)
    }
  }

  /// Puts the comings and goings at a need on their days, cut to the need's.
  private static func gather(
    _ need: borrowing CoveragePlan.NeedPlan, _ plan: borrowing CoveragePlan, _ replication: Int,
    _ days: borrowing UnitDays, into changes: inout DayChanges
  ) {
    let (start, end) = (need.start, need.end)
    for index in need.parts {
      let part = plan.parts[index]
      let entry = part.row * size + replication
      guard days.arrivals[entry] < days.never else { continue }
      let from = max(start, Int(days.arrivals[entry]))
      let until = Int(days.departures[entry])
      guard from < min(until, end) else { continue }
      changes.add(part.coverage, on: from)
      if until < end { changes.add(-part.coverage, on: until) }
    }
  }

  /// Follows a need's coverage over its days; returns its gap and the first day on which it is full, or the
  /// horizon.
  private static func follow(
    _ need: borrowing CoveragePlan.NeedPlan, _ number: Int, _ replication: Int, horizon: Int,
    _ changes: inout DayChanges, _ headline: inout [Int64], _ missions: inout MissionShares,
    into tally: inout Tally
  ) -> (gap: Int64, firstFull: Int) {
    let rowLength = horizon + 1
    let enough = CoveragePlan.full - need.tolerance
    var (present, level, bin): (Int64, Int64, Int) = (0, 0, 0)
    var (gap, since, firstFull): (Int64, Int, Int) = (0, need.start, horizon)
    var word = need.start >> 6
    while let (day, change) = changes.popFirst(from: &word) {
      present += change
      let next = present >= enough ? CoveragePlan.full : present
      if next == level { continue }
      gap += (CoveragePlan.full - level) * Int64(day - since)
      since = day
      let nextBin = need.levels.index(of: next)
      tally.levels[need.table + bin * rowLength + day] &-= 1
      tally.levels[need.table + nextBin * rowLength + day] &+= 1
      if let sums = need.sums {
        tally.coverageSums[sums + day] &+= next - level
        tally.coverageSquares[sums + day] &+=
          UInt128(UInt64(next * next)) &- UInt128(UInt64(level * level))
      }
      missions.note(number, replication, need.weight * (next - level), on: day)
      for standard in need.probes.indices where day <= need.probes[standard] {
        headline[standard * size + replication] += need.headlineWeight * (next - level)
      }
      if next == CoveragePlan.full, firstFull == horizon { firstFull = day }
      (level, bin) = (next, nextBin)
    }
    gap += (CoveragePlan.full - level) * Int64(need.end - since)
    missions.note(number, replication, -need.weight * level, on: need.end)
    return (gap / CoveragePlan.gapPart, firstFull)
  }
}
