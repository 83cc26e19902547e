/// Counts the coverage of needs and missions, replication by replication, over the days on which it changes.
struct CoverageRunner {
  private static let size = UnitDays.size

  private let plan: CoveragePlan
  private let rowLength: Int
  private var needChanges: DayChanges
  private var missionChanges: DayChanges
  /// By standard, then replication.
  private var headline: [Int64]

  init(_ plan: CoveragePlan) {
    self.plan = plan
    rowLength = plan.horizon + 1
    needChanges = DayChanges(days: rowLength)
    missionChanges = DayChanges(days: rowLength)
    headline = [Int64](repeating: 0, count: plan.standards.count * Self.size)
  }

  /// Counts the first `replications` of a block.
  mutating func count(_ days: borrowing UnitDays, replications: Int, into tally: inout Tally) {
    for index in headline.indices { headline[index] = 0 }
    for mission in plan.missions.indices {
      for replication in 0..<replications {
        count(mission: mission, replication, days, into: &tally)
      }
    }
    for standard in plan.standards.indices {
      for replication in 0..<replications {
        let share = UInt64(headline[standard * Self.size + replication]) >> 24
        tally.headlineSums[standard] += share
        tally.headlineSquares[standard] += UInt128(share * share)
      }
    }
  }

  private mutating func count(
    mission: Int, _ replication: Int, _ days: borrowing UnitDays, into tally: inout Tally
  ) {
    var isMet = true
    for need in plan.missions[mission].needs {
      gather(need, replication, days)
      let full = follow(need, replication, into: &tally)
      if full > min(plan.needs[need].standardDay, plan.horizon - 1) { isMet = false }
    }
    if isMet { tally.standardMet[mission] += 1 }
    followShares(mission, into: &tally)
    var first = days.never
    for unit in plan.missions[mission].coming {
      first = min(first, days.arrivals[unit * Self.size + replication])
    }
    tally.firstArrivals[mission * rowLength + Int(first)] += 1
  }

  /// Puts the comings and goings at a need on their days, cut to the need's.
  private mutating func gather(_ need: Int, _ replication: Int, _ days: borrowing UnitDays) {
    let (start, end) = (plan.needs[need].start, plan.needs[need].end)
    for index in plan.needs[need].parts {
      let part = plan.parts[index]
      let entry = part.unit * Self.size + replication
      guard days.arrivals[entry] < days.never else { continue }
      let from = max(start, Int(days.arrivals[entry]))
      let until = Int(days.departures[entry])
      guard from < min(until, end) else { continue }
      needChanges.add(part.coverage, on: from)
      if until < end { needChanges.add(-part.coverage, on: until) }
    }
  }

  /// Follows a need's coverage over its days, and returns the first on which it is full, or the horizon.
  private mutating func follow(_ need: Int, _ replication: Int, into tally: inout Tally) -> Int {
    let layout = plan.needs[need]
    let enough = CoveragePlan.full - layout.tolerance
    var (present, level, bin): (Int64, Int64, Int) = (0, 0, 0)
    var (gap, since, firstFull): (Int64, Int, Int) = (0, layout.start, plan.horizon)
    var word = layout.start >> 6
    while let (day, change) = needChanges.popFirst(from: &word) {
      present += change
      let next = present >= enough ? CoveragePlan.full : present
      if next == level { continue }
      gap += (CoveragePlan.full - level) * Int64(day - since)
      since = day
      let nextBin = layout.levels.index(of: next)
      tally.levels[layout.table + bin * rowLength + day] &-= 1
      tally.levels[layout.table + nextBin * rowLength + day] &+= 1
      let entry = need * rowLength + day
      tally.coverageSums[entry] &+= next - level
      tally.coverageSquares[entry] &+= UInt128(UInt64(next * next)) &- UInt128(UInt64(level * level))
      missionChanges.add(layout.weight * (next - level), on: day)
      lookAt(layout, day: day, change: next - level, replication)
      if next == CoveragePlan.full, firstFull == plan.horizon { firstFull = day }
      (level, bin) = (next, nextBin)
    }
    gap += (CoveragePlan.full - level) * Int64(layout.end - since)
    missionChanges.add(-layout.weight * level, on: layout.end)
    let gapParts = UInt64(gap / CoveragePlan.gapPart)
    tally.gaps[need] += gapParts
    tally.gapSquares[need] += UInt128(gapParts) * UInt128(gapParts)
    tally.firstFull[need * rowLength + firstFull] += 1
    return firstFull
  }

  @inline(__always)
  private mutating func lookAt(
    _ layout: CoveragePlan.NeedPlan, day: Int, change: Int64, _ replication: Int
  ) {
    for (standard, probe) in layout.probes.enumerated() where day <= probe {
      headline[standard * Self.size + replication] += layout.headlineWeight * change
    }
  }

  /// Follows a mission's weighted coverage and counts the first day of each share.
  private mutating func followShares(_ mission: Int, into tally: inout Tally) {
    missionChanges.mark(all: plan.missions[mission].marks)
    var weighted: Int64 = 0
    var share = 0
    var word = 0
    while let (day, change) = missionChanges.popFirst(from: &word) {
      weighted += change
      let all = plan.missions[mission].weightOfDay[day]
      guard all > 0 else { continue }
      // A millionth is rounding of weights and levels.
      let reached = (weighted + (all << 10)) * CoveragePlan.sharesPerWhole
      while share < CoveragePlan.shares.count, reached >= CoveragePlan.shares[share] * all * CoveragePlan.full
      {
        tally.shares[(mission * CoveragePlan.shares.count + share) * rowLength + day] += 1
        share += 1
      }
    }
    while share < CoveragePlan.shares.count {
      tally.shares[(mission * CoveragePlan.shares.count + share) * rowLength + plan.horizon] += 1
      share += 1
    }
  }
}
