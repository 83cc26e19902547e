/// Turns counts into the figures of a timeline.
struct TimelineSummary {
  static let pledgePercents = [10, 50, 80, 90, 95]
  static let missionPercents = [10, 50, 90]

  let scenario: Scenario
  let entries: [PlanEntry]
  let plan: CoveragePlan
  let tally: Tally
  let replications: Int

  private var rowLength: Int { plan.horizon + 1 }

  func timeline(seed: UInt64) -> Timeline {
    let records = plan.needs.indices.map {
      CoverageRecord(need: $0, plan: plan, tally: tally, replications: replications)
    }
    var needs = scenario.needs.map(emptyNeed)
    for (layout, record) in zip(plan.needs, records) {
      needs[layout.need] = need(layout, record: record)
    }
    var timeline = Timeline(
      replications: replications, seed: seed, pledges: entries.indices.map(pledge), needs: needs,
      missions: plan.missions.indices.map(mission), headline: headline(records))
    timeline.weightedGapDays = weightedGap(needs)
    return timeline
  }

  /// The mean is that of the needs' gaps; the error comes from the sums of each replication, which take the needs
  /// together.
  private func weightedGap(_ needs: [NeedTimeline]) -> Estimate {
    let weights = Dictionary(
      scenario.missions.map { ($0.id, $0.weight) }, uniquingKeysWith: { first, _ in first })
    let mean = zip(scenario.needs, needs).reduce(0) { sum, item in
      sum + item.0.weight * (weights[item.0.mission] ?? 1) * item.1.gapDays.mean
    }
    return Estimate(
      mean: mean,
      standardError: Statistics.standardError(
        sum: tally.weightedGap, squares: tally.weightedGapSquares, count: replications,
        perOne: CoveragePlan.weightedGapPartsPerDay))
  }

  /// Of the 95 % intervals of all headline probabilities.
  var widestHalfWidth: Double {
    var met = tally.standardMet.map(Int.init)
    for (number, layout) in plan.needs.enumerated() {
      let firstFull = tally.firstFull[number * rowLength..<(number + 1) * rowLength]
      met += plan.standards.map { within(layout.start + $0, firstFull) }
    }
    for (number, entry) in entries.enumerated() {
      let row = tally.arrivals[number * rowLength..<(number + 1) * rowLength]
      met += [Int(row.last ?? 0), within(deadline(of: scenario.needs[entry.need]), row)]
    }
    return met.map { Statistics.halfWidth($0, of: replications) }.max() ?? 0
  }

  private func deadline(of need: Need) -> Int {
    let standard = scenario.missions.first { $0.id == need.mission }?.standardDays ?? 0
    return max(0, need.from) + (need.deadlineDays ?? standard)
  }

  private func pledge(_ number: Int) -> PledgeTimeline {
    let need = scenario.needs[entries[number].need]
    let row = tally.arrivals[number * rowLength..<(number + 1) * rowLength]
    let came = replications - Int(row.last ?? 0)
    var timeline = PledgeTimeline(
      pledge: scenario.pledges[entries[number].pledge].id, need: need.id,
      never: Statistics.chance(replications - came, of: replications),
      arrivalDay: came == 0
        ? nil
        : Statistics.estimate(
          sum: UInt128(tally.arrivalSums[number]), squares: tally.arrivalSquares[number], count: came,
          perOne: UnitDays.partsPerDay),
      arrivalQuantiles: Statistics.quantiles(
        Self.pledgePercents, of: row.dropLast(), count: replications),
      onTime: Statistics.chance(within(deadline(of: need), row), of: replications))
    timeline.arrivedBy = arrivedBy(row.dropLast())
    timeline.arrivalIntervals = Statistics.intervals(
      Self.pledgePercents, of: row.dropLast(), count: replications)
    return timeline
  }

  /// Some seventy days are enough to draw a curve.
  private func arrivedBy(_ row: ArraySlice<UInt32>) -> [PledgeTimeline.DayShare] {
    let step = max(1, plan.horizon / 72)
    var arrived = 0
    return row.enumerated().compactMap { day, count in
      arrived += Int(count)
      guard day % step == 0 || day == plan.horizon - 1 else { return nil }
      return PledgeTimeline.DayShare(day: day, share: Double(arrived) / Double(replications))
    }
  }

  private func need(_ layout: CoveragePlan.NeedPlan, record: CoverageRecord) -> NeedTimeline {
    let need = scenario.needs[layout.need]
    let standards = plan.standards.map { layout.start + $0 }
    let days = Set(scenario.horizon.periods.map(\.lowerBound) + standards)
      .filter { (layout.start..<layout.end).contains($0) }
    let firstFull = tally.firstFull[record.need * rowLength..<(record.need + 1) * rowLength]
    return NeedTimeline(
      need: need.id, mission: need.mission, coverageByDay: days.sorted().map(record.coverage(on:)),
      fullyCoveredBy: Dictionary(
        zip(plan.standards, standards.map { Statistics.chance(within($0, firstFull), of: replications) }),
        uniquingKeysWith: { first, _ in first }),
      gapDays: Statistics.estimate(
        sum: UInt128(tally.gaps[record.need]), squares: tally.gapSquares[record.need],
        count: replications, perOne: CoveragePlan.gapPartsPerDay))
  }

  /// A need without a day within the horizon: nothing is asked, so nothing is missing.
  private func emptyNeed(_ need: Need) -> NeedTimeline {
    let certain = Statistics.chance(replications, of: replications)
    return NeedTimeline(
      need: need.id, mission: need.mission, coverageByDay: [],
      fullyCoveredBy: Dictionary(
        plan.standards.map { ($0, certain) }, uniquingKeysWith: { first, _ in first }),
      gapDays: Estimate(mean: 0, standardError: 0))
  }

  private func mission(_ number: Int) -> MissionTimeline {
    let mission = scenario.missions[plan.missions[number].mission]
    let first = tally.firstArrivals[number * rowLength..<(number + 1) * rowLength]
    var daysToShare: [Double: [Int: Int?]] = [:]
    var intervals: [Double: [Int: DayInterval]] = [:]
    for (index, share) in CoveragePlan.shares.enumerated() {
      let row = number * CoveragePlan.shares.count + index
      let days = tally.shares[row * rowLength..<(row + 1) * rowLength - 1]
      let share = Double(share) / Double(CoveragePlan.sharesPerWhole)
      daysToShare[share] = Statistics.quantiles(Self.missionPercents, of: days, count: replications)
      intervals[share] = Statistics.intervals(Self.missionPercents, of: days, count: replications)
    }
    var timeline = MissionTimeline(
      mission: mission.id,
      firstArrivalDay: Statistics.quantiles(Self.missionPercents, of: first.dropLast(), count: replications),
      daysToShare: daysToShare, standardDays: mission.standardDays,
      standardMet: Statistics.chance(Int(tally.standardMet[number]), of: replications))
    timeline.firstArrivalIntervals = Statistics.intervals(
      Self.missionPercents, of: first.dropLast(), count: replications)
    timeline.daysToShareIntervals = intervals
    return timeline
  }

  /// Means are exact sums over needs; errors come from the sums of each replication, which take the needs
  /// together.
  private func headline(_ records: [CoverageRecord]) -> [HeadlineShare] {
    plan.standards.indices.map { standard in
      let mean = zip(plan.needs, records).reduce(0) { sum, item in
        sum + item.0.share * item.1.coverage(on: item.0.probes[standard]).coverage.mean
      }
      let spread = Statistics.estimate(
        sum: UInt128(tally.headlineSums[standard]), squares: tally.headlineSquares[standard],
        count: replications, perOne: Double(CoveragePlan.full))
      return HeadlineShare(
        standardDays: plan.standards[standard],
        share: Estimate(mean: mean, standardError: spread.standardError))
    }
  }

  /// How many of a row by day are on `day` or before.
  private func within(_ day: Int, _ row: ArraySlice<UInt32>) -> Int {
    row.prefix(max(0, min(day, plan.horizon - 1) + 1)).reduce(0) { $0 + Int($1) }
  }
}
