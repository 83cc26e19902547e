/// What the parts of a need with few of them come to, for each set of parts that may be there.
///
/// A set is a number with a bit for each part, so that what a coming or going changes is looked up.
struct PresenceTable: Sendable {
  static let mostParts = 8

  struct Level: Sendable {
    /// Of ``CoveragePlan/full``.
    var coverage: Int64
    /// Where it begins in the tally's levels.
    var place: Int
  }

  /// Of the parts, in ``UnitDays``.
  let rows: [Int]
  /// By set.
  let levels: [Level]
  /// By set: in the mission.
  let weighted: [Int64]
  /// By set: in the scenario's headline.
  let headline: [Int64]

  /// `nil` where the parts are too many, where other needs bound the need, or days do not fit an event.
  init?(_ need: CoveragePlan.NeedPlan, parts: [CoveragePlan.Part], horizon: Int) {
    guard need.spans.isEmpty, need.parts.count <= Self.mostParts, horizon <= NeedEvents.lastDay else {
      return nil
    }
    rows = need.parts.map { parts[$0].row }
    let coverage = (0..<1 << need.parts.count).map { set in
      let present = need.parts.enumerated().reduce(Int64(0)) { sum, part in
        set >> part.offset & 1 == 1 ? sum + parts[part.element].coverage : sum
      }
      return present >= CoveragePlan.full - need.tolerance ? CoveragePlan.full : present
    }
    levels = coverage.map {
      Level(coverage: $0, place: need.table + need.levels.index(of: $0) * (horizon + 1))
    }
    weighted = coverage.map { $0 * need.weight }
    headline = coverage.map { $0 * need.headlineWeight }
  }
}
