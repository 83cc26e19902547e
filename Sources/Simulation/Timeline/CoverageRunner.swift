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
  /// By need, then replication.
  var firstFullOf: [Int32]

  init(_ plan: CoveragePlan) {
    self.plan = plan
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
      gaps: gapOf, firstFull: firstFullOf, isMet: isMet.map { $0 == 1 }, headline: headline)
  }

  /// Counts the first `replications` of a block.
  mutating func count(_ days: borrowing UnitDays, replications: Int, into tally: inout Tally) {
    Self.fill(&headline, with: 0)
    Self.fill(&isMet, with: 1)
    missions.begin()
    for mission in plan.missions.indices {
      let alone = loneNeed(of: mission)
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
    if table.rows.count == 1, need.sums == nil {
      let stays = NeedStays(
        need, number: number, table: table, replications: replications, rowLength: rowLength)
      stays.run(events.from, events.until, &tally.levels, &gapOf, &firstFullOf)
      if !isAlone { stays.note(events.from, events.until, &missions.events, at: missions.place(of: number)) }
    } else {
      walk(number, table, replications: replications, into: &tally)
    }
    for (standard, day) in need.probes.enumerated() where events.findPresent(on: day, table) {
      Self.add(table.headline, of: events.present, to: &headline, at: standard * Self.size)
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

  /// Adds what the parts that are there come to.
  @inline(never)
  private static func add(
    _ values: [Int64], of present: [Int32], to sums: inout [Int64], at first: Int
  ) {
    let (values, present) = (values.span, present.span)
    var sums = sums.mutableSpan
    for replication in 0..<size { sums[first &+ replication] += values[Int(present[replication])] }
  }

  /// Counts a need's first full coverage, whether that meets the standard, and its gap.
  private mutating func count(
    _ number: Int, of mission: Int, replications: Int, into tally: inout Tally
  ) {
    let deadline = min(plan.needs[number].standardDay, plan.horizon - 1)
    Tally.count(
      firstFullOf, at: number * Self.size, replications: replications, into: &tally.firstFull,
      at: number * rowLength)
    Self.compare(
      firstFullOf, at: number * Self.size, with: Int32(deadline), &isMet, at: mission * Self.size)
    let sums = Self.sums(gapOf, at: number * Self.size, replications)
    tally.gaps[number] += sums.sum
    tally.gapSquares[number] += sums.squares
  }

  @inline(never)
  private static func compare(
    _ days: [Int32], at first: Int, with deadline: Int32, _ isMet: inout [Int32], at row: Int
  ) {
    let days = days.span
    var isMet = isMet.mutableSpan
    precondition(first >= 0 && first <= days.count &- size && row >= 0 && row <= isMet.count &- size)
    for replication in 0..<size {
      isMet[row &+ replication] &= days[first &+ replication] <= deadline ? 1 : 0
    }
  }

  @inline(never)
  private static func sums(
    _ gaps: [Int64], at first: Int, _ replications: Int
  ) -> (sum: UInt64, squares: UInt128) {
    let gaps = gaps.span
    var (sum, squares): (UInt64, UInt128) = (0, 0)
    for replication in 0..<replications {
      let gap = UInt64(gaps[first &+ replication])
      sum &+= gap
      squares &+= UInt128(gap) &* UInt128(gap)
    }
    return (sum, squares)
  }

  private mutating func countFirst(
    _ mission: Int, _ days: borrowing UnitDays, replications: Int, into tally: inout Tally
  ) {
    tally.standardMet[mission] += Self.sum(isMet, at: mission * Self.size, replications)
    Self.fill(&firstArrivals, with: days.never)
    for part in plan.missions[mission].coming {
      Self.lower(&firstArrivals, to: days.arrivals, at: part * Self.size)
    }
    Tally.count(
      firstArrivals, at: 0, replications: replications, into: &tally.firstArrivals,
      at: mission * rowLength)
  }

  @inline(never)
  private static func lower(_ days: inout [Int32], to others: [Int32], at first: Int) {
    let others = others.span
    var days = days.mutableSpan
    precondition(days.count == size && first >= 0 && first <= others.count &- size)
    for replication in 0..<size {
      days[replication] = min(days[replication], others[first &+ replication])
    }
  }

  private static func fill<Number: BitwiseCopyable>(_ row: inout [Number], with value: Number) {
    var row = row.mutableSpan
    row.update(repeating: value)
  }

  @inline(never)
  private static func sum(_ ones: [Int32], at first: Int, _ replications: Int) -> UInt32 {
    let ones = ones.span
    precondition(first >= 0 && first <= ones.count &- replications)
    var sum: UInt32 = 0
    for replication in 0..<replications { sum &+= UInt32(bitPattern: ones[first &+ replication]) }
    return sum
  }

  /// The need of a mission that has one only, of a single part; `nil` for other missions.
  private func loneNeed(of mission: Int) -> Int? {
    let needs = plan.missions[mission].needs
    guard needs.count == 1, let number = needs.first, let table = plan.needs[number].presence,
      table.rows.count == 1, plan.needs[number].sums == nil
    else { return nil }
    return number
  }

  /// Counts the shares of a mission with such a need: they are reached when its part comes, or never.
  private mutating func countShares(
    _ mission: Int, ofNeed number: Int, replications: Int, into tally: inout Tally
  ) {
    let (need, layout) = (plan.needs[number], plan.missions[mission])
    NeedStays.find(
      events.from, before: Int32(need.end), else: Int32(plan.horizon), &firstArrivals, at: 0)
    for share in CoveragePlan.shares.indices {
      let row = (mission * CoveragePlan.shares.count + share) * rowLength
      if need.presence?.weighted[1] ?? 0 >= layout.limits[layout.limitsOfDay[need.start] + share] {
        Tally.count(firstArrivals, at: 0, replications: replications, into: &tally.shares, at: row)
      } else {
        tally.shares[row + plan.horizon] += UInt32(replications)
      }
    }
  }

  private func countHeadline(replications: Int, into tally: inout Tally) {
    for standard in plan.standards.indices {
      let sums = Self.headlineSums(headline, at: standard * Self.size, replications)
      tally.headlineSums[standard] += sums.sum
      tally.headlineSquares[standard] += sums.squares
    }
  }

  @inline(never)
  private static func headlineSums(
    _ headline: [Int64], at first: Int, _ replications: Int
  ) -> (sum: UInt64, squares: UInt128) {
    let headline = headline.span
    precondition(first >= 0 && first <= headline.count &- replications)
    // Squares in two halves, so that their sums fit in words.
    var (sum, upper, lower): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for replication in 0..<replications {
      let share = UInt64(bitPattern: headline[first &+ replication]) &>> 24
      sum &+= share
      upper &+= (share &* share) &>> 32
      lower &+= share &* share & 0xFFFF_FFFF
    }
    return (sum, UInt128(upper) << 32 + UInt128(lower))
  }
}
