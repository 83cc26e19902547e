/// Counts the coverage of needs and missions over the days on which it changes.
///
/// Need by need first, all replications of a block for one before the next, so that its tables stay close to
/// the processor; what changes is noted, and the missions follow from the notes.
struct CoverageRunner {
  static let size = UnitDays.size

  private let layout: CoverageLayout
  private let plan: CoveragePlan
  private let rowLength: Int
  private let standards: Int
  private var events = NeedEvents()
  private var changes: NeedChanges
  private var missions: MissionShares
  /// First day on which a unit comes to a mission, or to a need, by replication.
  private var firstArrivals = [Int32](repeating: 0, count: size)
  /// By mission, then replication: 1 where all needs so far meet the mission's standard.
  private var isMet: [Int32]
  /// By standard, then replication.
  private var headline: [Int64]
  /// By need, then replication, in ``CoveragePlan/gapPart``.
  private var gapOf: [Int64]
  /// By replication: of all needs, weighted.
  private var weightedGaps = [Int64](repeating: 0, count: size)
  /// By need, then replication.
  private var firstFullOf: [Int32]
  private let repeats: CountRepeats

  init(_ plan: CoveragePlan, entries: [PlanEntry]) {
    self.plan = plan
    layout = CoverageLayout(plan)
    repeats = CountRepeats(plan, entries: entries)
    rowLength = plan.horizon + 1
    standards = plan.standards.count
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
    for mission in layout.missions.indices {
      let (needs, alone) = (layout.missions[mission].needs, layout.missions[mission].alone)
      for need in needs {
        follow(need, isAlone: alone == need, days, replications: replications, into: &tally)
        count(need, of: mission, replications: replications, into: &tally)
      }
      if alone >= 0 {
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
    let need = layout.needs[number]
    if need.way == .changes {
      changes.follow(
        number, days, replications: replications, &gapOf, &firstFullOf, &headline, &missions, into: &tally)
      return
    }
    events.gather(need, layout.rows, days)
    if need.way == .walk {
      walk(number, need, replications: replications, into: &tally)
    } else {
      let levels = (layout.levels[need.sets], layout.levels[need.sets + 1])
      let stays = NeedStays(
        need, number: number, levels: levels, replications: replications, rowLength: rowLength)
      stays.run(events.from, events.until, &tally.levels, &gapOf, &firstFullOf)
      if !isAlone { stays.note(events.from, events.until, &missions.events, at: missions.place(of: number)) }
    }
    countProbes(number, need)
  }

  private mutating func walk(
    _ number: Int, _ need: CoverageLayout.Need, replications: Int, into tally: inout Tally
  ) {
    let walk = NeedWalk(
      need, number: number, replications: replications, rowLength: rowLength,
      noted: missions.place(of: number))
    walk.run(events.keys, layout.levels, &tally.levels, &missions.events, &gapOf, &firstFullOf)
    if let sums = need.sums {
      walk.addSums(events.keys, layout.levels, to: &tally.coverageSums, &tally.coverageSquares, at: sums)
    }
  }

  /// Adds what a need brings to the headline of each standard.
  private mutating func countProbes(_ number: Int, _ need: CoverageLayout.Need) {
    for standard in 0..<standards {
      let day = layout.probes[number * standards + standard]
      guard events.findPresent(on: day, parts: need.rows.count) else { continue }
      if need.rows.count == 1 {
        let value = layout.headline[need.sets + 1]
        CoverageRows.add(value, where: events.present, to: &headline, at: standard * Self.size)
      } else {
        CoverageRows.add(
          layout.headline, from: need.sets, of: events.present, to: &headline, at: standard * Self.size)
      }
    }
  }

  /// Counts a need's first full coverage, whether that meets the standard, and its gap.
  private mutating func count(
    _ number: Int, of mission: Int, replications: Int, into tally: inout Tally
  ) {
    let need = layout.needs[number]
    Tally.count(
      firstFullOf, at: number * Self.size, replications: replications, into: &tally.firstFull,
      at: number * rowLength)
    CoverageRows.compare(
      firstFullOf, at: number * Self.size, with: need.deadline, &isMet, at: mission * Self.size)
    let sums =
      need.hasShortGaps
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
    for place in layout.missions[mission].coming {
      CoverageRows.lower(&firstArrivals, to: days.arrivals, at: layout.coming[place] * Self.size)
    }
    Tally.count(
      firstArrivals, at: 0, replications: replications, into: &tally.firstArrivals,
      at: mission * rowLength)
  }

  /// Counts the shares of a mission with such a need: they are reached when its part comes, or never.
  private mutating func countShares(
    _ mission: Int, ofNeed number: Int, replications: Int, into tally: inout Tally
  ) {
    let (need, never) = (layout.needs[number], rowLength - 1)
    if need.way == .stay {
      NeedStays.find(events.from, before: Int32(need.end), else: Int32(never), &firstArrivals, at: 0)
    }
    for share in CoveragePlan.shares.indices {
      let row = (mission * CoveragePlan.shares.count + share) * rowLength
      if share >= layout.missions[mission].reached {
        tally.shares[row + never] += UInt32(replications)
      } else if need.way == .stay {
        Tally.count(firstArrivals, at: 0, replications: replications, into: &tally.shares, at: row)
      }
    }
  }

  private func countHeadline(replications: Int, into tally: inout Tally) {
    for standard in 0..<standards {
      // At most full, but for the rounding of weights.
      let sums = CoverageRows.sumsOfHalfWords(headline, at: standard * Self.size, shift: 24, replications)
      tally.headlineSums[standard] += sums.sum
      tally.headlineSquares[standard] += sums.squares
    }
  }
}
