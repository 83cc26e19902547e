/// The needs of a plan, laid out for counting, mission by mission.
///
/// Coverage is a whole number: ``full`` for 1.
struct CoveragePlan: Sendable {
  /// Coverage of all that a need requires.
  ///
  /// A multiple of every number up to 16, so that the shares of most needs are exact: 2⁹·3⁴·5²·7·11·13.
  static let full: Int64 = 1_037_836_800
  /// So much coverage is one part in which gaps are summed.
  static let gapPart: Int64 = 512
  /// Such parts of one day without any coverage.
  static let gapPartsPerDay = Double(full / gapPart)
  /// So many bits of gap parts are left aside in sums of weighted gaps, so that their squares fit.
  static let weightedGapBits: Int64 = 11
  /// Weights in such sums are counted in these parts.
  static let weightParts = 1024.0
  /// Units of such sums in one weighted gap-day.
  static let weightedGapPartsPerDay = gapPartsPerDay / Double(1 << weightedGapBits) * weightParts
  /// Shares of a mission's coverage that are looked for, in 1/20.
  static let shares: [Int64] = [5, 10, 15, 18]
  static let sharesPerWhole: Int64 = 20

  /// What a part of a unit brings to a need.
  struct Part: Sendable {
    /// Index among the parts of all units.
    var row: Int
    /// Of ``full``.
    var coverage: Int64
  }

  struct NeedPlan: Sendable {
    /// Index in the scenario.
    var need: Int
    /// First day, within the horizon.
    var start: Int
    /// First day after it, within the horizon.
    var end: Int
    /// Among ``parts``.
    var parts: Range<Int>
    /// Rounding: so little below full is full.
    var tolerance: Int64
    var levels: CoverageLevels
    /// Where its table of levels and days begins.
    var table = 0
    /// Where its sums by day begin; `nil` where they follow from its levels.
    var sums: Int?
    /// What its parts come to together; `nil` where they are many, or other needs bound it.
    var presence: PresenceTable?
    /// Its days by what bounds it; empty where no other need does.
    var spans: [EnablingSpan] = []
    /// All needs of the plan that bound it on some day.
    var bounding: [Int] = []
    /// In its mission; 2²⁷ in all.
    var weight: Int64
    /// Its own times its mission's, in 1/1024.
    var gapWeight: Int64
    /// In the scenario; 2²⁴ in all.
    var headlineWeight: Int64
    /// Weight in the scenario's headline, out of 1.
    var share: Double
    /// Day that each standard of the scenario looks at: so many days on, or the last.
    var probes: [Int]
    /// Last day on which it must first be full for its mission's standard.
    var standardDay: Int
  }

  struct MissionPlan: Sendable {
    /// Index in the scenario.
    var mission: Int
    /// Among ``needs``.
    var needs: Range<Int>
    /// Days on which the weight of the needs that run changes.
    var marks: DayMarks
    /// By day: where the limits of its shares begin.
    var limitsOfDay: [Int]
    /// The least weighted coverage at which each share is reached of the weight of the needs that run.
    var limits: [Int64]
    /// Parts of units that come to its needs and are not in place.
    var coming: [Int]
  }

  let horizon: Int
  let standards: [Int]
  private(set) var parts: [Part] = []
  private(set) var needs: [NeedPlan] = []
  private(set) var missions: [MissionPlan] = []
  /// Entries of all tables.
  private(set) var tableSize = 0
  /// Entries of all sums by day.
  private(set) var sumsSize = 0

  init(units: [PlannedUnit], parts unitParts: UnitParts, scenario: Scenario) {
    horizon = scenario.horizon.days
    standards = scenario.simulation.standards
    let eligibility = Eligibility(scenario: scenario)
    for (index, mission) in scenario.missions.enumerated() {
      let first = needs.count
      for need in scenario.needs.indices where scenario.needs[need].mission == mission.id {
        let own = Self.parts(
          of: need, units: units, parts: unitParts, scenario: scenario, eligibility: eligibility)
        append(need, parts: own, of: mission, scenario: scenario)
      }
      appendMission(index, needs: first..<needs.count, units: units, parts: unitParts, scenario: scenario)
    }
    bindEnabled(scenario)
    layOutTables()
    let total = needs.reduce(0) { $0 + $1.share }
    for index in needs.indices {
      needs[index].share = total > 0 ? needs[index].share / total : 0
      needs[index].headlineWeight = Int64((needs[index].share * 0x1p24).rounded())
      needs[index].presence = PresenceTable(needs[index], parts: parts, horizon: horizon)
    }
  }

  /// What each part of a need's units brings.
  static func parts(
    of index: Int, units: [PlannedUnit], parts: UnitParts, scenario: Scenario, eligibility: Eligibility
  ) -> [Part] {
    let need = scenario.needs[index]
    return parts.list.enumerated().compactMap { row, part in
      let plan = units[part.unit]
      guard plan.need == index else { return nil }
      let worth = eligibility.effectiveness(of: scenario.pledges[plan.pledge], for: need) ?? 0
      let coverage = (worth * plan.quantity * part.share / need.quantity * Double(Self.full)).rounded()
      return Part(row: row, coverage: Int64(min(max(0, coverage), 0x1p40)))
    }
  }

  /// Needs without a day within the horizon ask for nothing and are left out.
  private mutating func append(_ index: Int, parts own: [Part], of mission: Mission, scenario: Scenario) {
    let need = scenario.needs[index]
    let (start, end) = (max(0, need.from), min(need.until, horizon))
    guard start < end else { return }
    let firstPart = parts.count
    parts += own
    let tolerance = Int64(own.count)
    let levels = CoverageLevels(
      parts: own.map(\.coverage), full: Self.full, tolerance: tolerance,
      most: CoverageLevels.most(needs: scenario.needs.count, days: horizon + 1))
    needs.append(
      NeedPlan(
        need: index, start: start, end: end, parts: firstPart..<parts.count, tolerance: tolerance,
        levels: levels, weight: 0,
        gapWeight: Int64((need.weight * mission.weight * Self.weightParts).rounded()), headlineWeight: 0,
        share: mission.weight * need.weight,
        probes: standards.map { min(start + $0, end - 1) }, standardDay: start + mission.standardDays))
  }

  /// Where other needs bound one, it can be at their levels, too.
  private mutating func bindEnabled(_ scenario: Scenario) {
    let spans = EnablingSpans(needs: needs, scenario: scenario)
    let own = needs.map(\.levels)
    let most = CoverageLevels.most(needs: scenario.needs.count, days: horizon + 1)
    for index in needs.indices {
      needs[index].spans = spans.spans(of: index)
      needs[index].bounding = Set(needs[index].spans.flatMap(\.enablers)).sorted()
      needs[index].levels = CoverageLevels(
        joining: [own[index]] + needs[index].bounding.map { own[$0] }, most: most)
    }
  }

  private mutating func layOutTables() {
    for index in needs.indices {
      needs[index].table = tableSize
      tableSize += needs[index].levels.count * (horizon + 1)
      guard !needs[index].levels.isExact else { continue }
      needs[index].sums = sumsSize
      sumsSize += horizon + 1
    }
  }

  private mutating func appendMission(
    _ index: Int, needs range: Range<Int>, units: [PlannedUnit], parts: UnitParts, scenario: Scenario
  ) {
    let total = range.reduce(0) { $0 + scenario.needs[needs[$1].need].weight }
    var weightOfDay = [Int64](repeating: 0, count: horizon + 1)
    var marks = DayMarks(days: horizon + 1)
    for place in range {
      let share = total > 0 ? scenario.needs[needs[place].need].weight / total : 0
      needs[place].weight = Int64((share * 0x1p27).rounded())
      for day in needs[place].start..<needs[place].end { weightOfDay[day] += needs[place].weight }
      marks.mark(needs[place].start)
      marks.mark(needs[place].end)
    }
    let own = Set(range.map { needs[$0].need })
    let limits = Self.limits(weightOfDay)
    missions.append(
      MissionPlan(
        mission: index, needs: range, marks: marks, limitsOfDay: limits.ofDay, limits: limits.all,
        coming: parts.list.indices.filter {
          let unit = units[parts.list[$0].unit]
          return !unit.isInPlace && own.contains(unit.need)
        }))
  }

  /// A millionth is rounding of weights and levels; where nothing is asked nothing is reached.
  private static func limits(_ weightOfDay: [Int64]) -> (ofDay: [Int], all: [Int64]) {
    var (ofDay, all): ([Int], [Int64]) = ([], [])
    for (day, weight) in weightOfDay.enumerated() {
      if day == 0 || weight != weightOfDay[day - 1] {
        all += shares.map { share in
          weight > 0 ? (share * weight * full + sharesPerWhole - 1) / sharesPerWhole - weight << 10 : .max
        }
      }
      ofDay.append(all.count - shares.count)
    }
    return (ofDay, all)
  }
}
