/// Counts the coverage of needs and missions over the days on which it changes.
///
/// Need by need first, all replications of a block for one before the next, so that its tables stay close to
/// the processor; what changes is noted, and the missions follow from the notes.
struct CoverageRunner {
  static let size = UnitDays.size

  let plan: CoveragePlan
  let rowLength: Int
  var events = NeedEvents()
  var changes: NeedChanges
  private var missions: MissionShares
  /// First day on which a unit comes to a mission, or to a need, by replication.
  private var firstArrivals = [Int32](repeating: 0, count: size)
  /// By mission, then replication: 1 where all needs so far meet the mission's standard.
  private var isMet: [Int32]
  /// By standard, then replication.
  private var headline: [Int64]
  /// By need, then replication, in ``CoveragePlan/gapPart``.
  var gapOf: [Int64]
  /// By replication: of all needs, weighted.
  private var weightedGaps = [Int64](repeating: 0, count: size)
  /// By need, then replication.
  var firstFullOf: [Int32]
  private let repeats: CountRepeats

  init(_ plan: CoveragePlan, entries: [PlanEntry]) {
    self.plan = plan
    repeats = CountRepeats(plan, entries: entries)
    rowLength = plan.horizon + 1
    changes = NeedChanges(plan)
    missions = MissionShares(plan)
    gapOf = [Int64](repeating: 0, count: plan.needs.count * Self.size)
    firstFullOf = [Int32](repeating: 0, count: plan.needs.count * Self.size)
    isMet = [Int32](repeating: 1, count: plan.missions.count * Self.size)
    headline = [Int64](repeating: 0, count: plan.standards.count * Self.size)
  }

  /// Of all needs of each mission, by replication, then mission.
  var missionGaps: [[Int64]] {
    (0..<Self.size).map { replication in
      plan.missions.map { mission in
        mission.needs.reduce(0) { $0 + gapOf[$1 * Self.size + replication] }
      }
    }
  }

  /// What the last block came to, replication by replication.
  var outcomes: BlockOutcomes {
    BlockOutcomes(
      gaps: gapOf, firstFull: firstFullOf, isMet: isMet.map { $0 == 1 }, headline: headline,
      weightedGaps: weightedGaps)
  }

  /// All counts, from those that are counted.
  func filled(_ tally: Tally) -> Tally { repeats.filled(tally) }

  /// Counts the first `replications` of a block; what others tell is left out until ``filled(_:)``.
  mutating func count(_ days: borrowing UnitDays, replications: Int, into tally: inout Tally) {
    CoverageRows.fill(&headline, with: 0)
    CoverageRows.fill(&isMet, with: 1)
    CoverageRows.fill(&weightedGaps, with: 0)
    missions.begin()
    for mission in plan.missions.indices {
      let alone = plan.loneStay(of: plan.missions[mission])
      for need in plan.missions[mission].needs {
        follow(need, isAlone: alone == need, days, replications: replications, into: &tally)
        count(need, of: mission, replications: replications, into: &tally)
      }
      if let alone {
        countShares(mission, ofNeed: alone, replications: replications, into: &tally)
      } else {
        missions.count(mission, plan, replications: replications, into: &tally.shares)
      }
      countFirst(mission, days, replications: replications, into: &tally)
    }
    countHeadline(replications: replications, into: &tally)
    for gap in weightedGaps.prefix(replications) {
      tally.weightedGap &+= UInt128(UInt64(gap))
      tally.weightedGapSquares &+= UInt128(UInt64(gap)) &* UInt128(UInt64(gap))
    }
  }

  private mutating func follow(
    _ number: Int, isAlone: Bool, _ days: borrowing UnitDays, replications: Int, into tally: inout Tally
  ) {
    let need = plan.needs[number]
    guard let table = need.presence else {
      changes.follow(
        number, days, replications: replications, &gapOf, &firstFullOf, &headline, &missions, into: &tally)
      return
    }
    events.gather(need, table, days)
    if need.isStay {
      let stays = NeedStays(
        need, number: number, table: table, replications: replications, rowLength: rowLength)
      stays.run(events.from, events.until, &tally.levels, &gapOf, &firstFullOf)
      if !isAlone { stays.note(events.from, events.until, &missions.events, at: missions.place(of: number)) }
    } else {
      walk(number, table, replications: replications, into: &tally)
    }
    for (standard, day) in need.probes.enumerated() where events.findPresent(on: day, table) {
      if table.rows.count == 1 {
        CoverageRows.add(table.headline[1], where: events.present, to: &headline, at: standard * Self.size)
      } else {
        CoverageRows.add(table.headline, of: events.present, to: &headline, at: standard * Self.size)
      }
    }
  }

  private mutating func walk(
    _ number: Int, _ table: PresenceTable, replications: Int, into tally: inout Tally
  ) {
    let need = plan.needs[number]
    let walk = NeedWalk(
      need, number: number, table: table, replications: replications, rowLength: rowLength,
      noted: missions.place(of: number))
    walk.run(events.keys, &tally.levels, &missions.events, &gapOf, &firstFullOf)
    if let sums = need.sums {
      walk.addSums(events.keys, to: &tally.coverageSums, &tally.coverageSquares, at: sums)
    }
  }

  /// Counts a need's first full coverage, whether that meets the standard, and its gap.
  private mutating func count(
    _ number: Int, of mission: Int, replications: Int, into tally: inout Tally
  ) {
    let deadline = min(plan.needs[number].standardDay, plan.horizon - 1)
    Tally.count(
      firstFullOf, at: number * Self.size, replications: replications, into: &tally.firstFull,
      at: number * rowLength)
    CoverageRows.compare(
      firstFullOf, at: number * Self.size, with: Int32(deadline), &isMet, at: mission * Self.size)
    let need = plan.needs[number]
    let most = (CoveragePlan.full / CoveragePlan.gapPart) * Int64(need.end - need.start)
    let sums =
      most <= Int64(UInt32.max)
      ? CoverageRows.sumsOfHalfWords(gapOf, at: number * Self.size, replications)
      : CoverageRows.sums(gapOf, at: number * Self.size, replications)
    tally.gaps[number] += sums.sum
    tally.gapSquares[number] += sums.squares
    CoverageRows.add(
      gapOf, at: number * Self.size, shift: CoveragePlan.weightedGapBits, times: need.gapWeight,
      to: &weightedGaps)
  }

  private mutating func countFirst(
    _ mission: Int, _ days: borrowing UnitDays, replications: Int, into tally: inout Tally
  ) {
    tally.standardMet[mission] += CoverageRows.sum(isMet, at: mission * Self.size, replications)
    if repeats.knowsFirst[mission] { return }
    CoverageRows.fill(&firstArrivals, with: days.never)
    for part in plan.missions[mission].coming {
      CoverageRows.lower(&firstArrivals, to: days.arrivals, at: part * Self.size)
    }
    Tally.count(
      firstArrivals, at: 0, replications: replications, into: &tally.firstArrivals,
      at: mission * rowLength)
  }

  /// Counts the shares of a mission with such a need: they are reached when its part comes, or never.
  private mutating func countShares(
    _ mission: Int, ofNeed number: Int, replications: Int, into tally: inout Tally
  ) {
    let (need, layout) = (plan.needs[number], plan.missions[mission])
    if !need.isFullStay {
      NeedStays.find(
        events.from, before: Int32(need.end), else: Int32(plan.horizon), &firstArrivals, at: 0)
    }
    for share in CoveragePlan.shares.indices {
      let row = (mission * CoveragePlan.shares.count + share) * rowLength
      if !plan.reaches(share, of: layout, with: number) {
        tally.shares[row + plan.horizon] += UInt32(replications)
      } else if !need.isFullStay {
        Tally.count(firstArrivals, at: 0, replications: replications, into: &tally.shares, at: row)
      }
    }
  }

  private func countHeadline(replications: Int, into tally: inout Tally) {
    for standard in plan.standards.indices {
      // At most full, but for the rounding of weights.
      let sums = CoverageRows.sumsOfHalfWords(headline, at: standard * Self.size, shift: 24, replications)
      tally.headlineSums[standard] += sums.sum
      tally.headlineSquares[standard] += sums.squares
    }
  }
}
