/// Counts the coverage of needs and missions over the days on which it changes.
///
/// Need by need first, all replications of a block for one before the next, so that its tables stay close to
/// the processor; what changes is noted, and the missions follow from the notes.
struct CoverageRunner {
  private static let size = UnitDays.size

  private let plan: CoveragePlan
  private let rowLength: Int
  private var needChanges: DayChanges
  private var enabled: EnabledCoverage
  private var missionChanges: DayChanges
  /// Weighted changes of needs in their missions, by need, then replication.
  private var notes: [Note] = []
  /// Where the notes of each need and replication end.
  private var noteEnds: [Int]
  /// Whether all needs so far meet their mission's standard, by mission, then replication.
  private var isMet: [Bool]
  /// By standard, then replication.
  private var headline: [Int64]
  /// Of all needs, by replication.
  var gaps: [UInt64] {
    (0..<Self.size).map { replication in
      plan.needs.indices.reduce(0) { $0 + UInt64(gapOf[$1 * Self.size + replication]) }
    }
  }

  /// What the last block came to, replication by replication.
  var outcomes: BlockOutcomes {
    BlockOutcomes(gaps: gapOf, firstFull: firstFullOf, isMet: isMet, headline: headline)
  }
  /// By need, then replication, in ``CoveragePlan/gapPart``.
  private var gapOf: [Int64]
  /// By need, then replication.
  private var firstFullOf: [Int32]

  private struct Note {
    var day: Int
    var change: Int64
  }

  init(_ plan: CoveragePlan) {
    self.plan = plan
    rowLength = plan.horizon + 1
    needChanges = DayChanges(days: rowLength)
    missionChanges = DayChanges(days: rowLength)
    enabled = EnabledCoverage(plan)
    noteEnds = [Int](repeating: 0, count: plan.needs.count * Self.size)
    gapOf = [Int64](repeating: 0, count: plan.needs.count * Self.size)
    firstFullOf = [Int32](repeating: 0, count: plan.needs.count * Self.size)
    isMet = [Bool](repeating: true, count: plan.missions.count * Self.size)
    headline = [Int64](repeating: 0, count: plan.standards.count * Self.size)
  }

  /// Counts the first `replications` of a block.
  mutating func count(_ days: borrowing UnitDays, replications: Int, into tally: inout Tally) {
    notes.removeAll(keepingCapacity: true)
    for index in headline.indices { headline[index] = 0 }
    for index in isMet.indices { isMet[index] = true }
    for mission in plan.missions.indices {
      for need in plan.missions[mission].needs {
        follow(need, of: mission, days, replications: replications, into: &tally)
      }
      for replication in 0..<replications { count(mission: mission, replication, days, into: &tally) }
    }
    countHeadline(replications: replications, into: &tally)
  }

  private mutating func countHeadline(replications: Int, into tally: inout Tally) {
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
    if isMet[mission * Self.size + replication] { tally.standardMet[mission] += 1 }
    for need in plan.missions[mission].needs {
      let entry = need * Self.size + replication
      for note in (entry == 0 ? 0 : noteEnds[entry - 1])..<noteEnds[entry] {
        missionChanges.add(notes[note].change, on: notes[note].day)
      }
    }
    followShares(mission, into: &tally)
    var first = days.never
    for part in plan.missions[mission].coming {
      first = min(first, days.arrivals[part * Self.size + replication])
    }
    tally.firstArrivals[mission * rowLength + Int(first)] += 1
  }

  private mutating func follow(
    _ number: Int, of mission: Int, _ days: borrowing UnitDays, replications: Int, into tally: inout Tally
  ) {
    let need = plan.needs[number]
    let deadline = min(need.standardDay, plan.horizon - 1)
    for replication in 0..<replications {
      if need.spans.isEmpty {
        gather(need, replication, days)
      } else {
        enabled.gather(number, replication, days, into: &needChanges)
      }
      let firstFull = follow(need, number: number, replication, into: &tally)
      tally.firstFull[number * rowLength + firstFull] += 1
      firstFullOf[number * Self.size + replication] = Int32(truncatingIfNeeded: firstFull)
      if firstFull > deadline { isMet[mission * Self.size + replication] = false }
      noteEnds[number * Self.size + replication] = notes.count
    }
    // A block that is not counted in full leaves no notes behind.
    for replication in replications..<Self.size { noteEnds[number * Self.size + replication] = notes.count }
  }

  /// Puts the comings and goings at a need on their days, cut to the need's.
  private mutating func gather(
    _ need: borrowing CoveragePlan.NeedPlan, _ replication: Int, _ days: borrowing UnitDays
  ) {
    let (start, end) = (need.start, need.end)
    for index in need.parts {
      let part = plan.parts[index]
      let entry = part.row * Self.size + replication
      guard days.arrivals[entry] < days.never else { continue }
      let from = max(start, Int(days.arrivals[entry]))
      let until = Int(days.departures[entry])
      guard from < min(until, end) else { continue }
      needChanges.add(part.coverage, on: from)
      if until < end { needChanges.add(-part.coverage, on: until) }
    }
  }

  /// Follows a need's coverage over its days, and returns the first on which it is full, or the horizon.
  private mutating func follow(
    _ need: borrowing CoveragePlan.NeedPlan, number: Int, _ replication: Int, into tally: inout Tally
  ) -> Int {
    let enough = CoveragePlan.full - need.tolerance
    var (present, level, bin): (Int64, Int64, Int) = (0, 0, 0)
    var (gap, since, firstFull): (Int64, Int, Int) = (0, need.start, plan.horizon)
    var word = need.start >> 6
    while let (day, change) = needChanges.popFirst(from: &word) {
      present += change
      let next = present >= enough ? CoveragePlan.full : present
      if next == level { continue }
      gap += (CoveragePlan.full - level) * Int64(day - since)
      since = day
      let nextBin = need.levels.index(of: next)
      tally.levels[need.table + bin * rowLength + day] &-= 1
      tally.levels[need.table + nextBin * rowLength + day] &+= 1
      let entry = number * rowLength + day
      tally.coverageSums[entry] &+= next - level
      tally.coverageSquares[entry] &+= UInt128(UInt64(next * next)) &- UInt128(UInt64(level * level))
      note(need, day: day, change: next - level, replication)
      if next == CoveragePlan.full, firstFull == plan.horizon { firstFull = day }
      (level, bin) = (next, nextBin)
    }
    gap += (CoveragePlan.full - level) * Int64(need.end - since)
    notes.append(Note(day: need.end, change: -need.weight * level))
    let gapParts = UInt64(gap / CoveragePlan.gapPart)
    tally.gaps[number] += gapParts
    gapOf[number * Self.size + replication] = Int64(truncatingIfNeeded: gapParts)
    tally.gapSquares[number] += UInt128(gapParts) * UInt128(gapParts)
    return firstFull
  }

  @inline(__always)
  private mutating func note(
    _ need: borrowing CoveragePlan.NeedPlan, day: Int, change: Int64, _ replication: Int
  ) {
    notes.append(Note(day: day, change: need.weight * change))
    for standard in 0..<need.probes.count where day <= need.probes[standard] {
      headline[standard * Self.size + replication] += need.headlineWeight * change
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
