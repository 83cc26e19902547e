/// What need not be counted replication by replication, since it is what is counted elsewhere over again.
///
/// A need that one part covers alone is full from the day on which the part comes until it goes; a mission with that
/// need only reaches all its shares on that day; and the first to come to a mission to which one unit comes is that
/// unit.
struct CountRepeats: Sendable {
  private struct Stay: Sendable {
    var need: Int
    var end: Int
    var levels: (without: Int, with: Int)
  }

  private struct Copy: Sendable {
    /// Row by day among those that are counted, and among those that are not.
    var source: Int
    var target: Int
  }

  private let rowLength: Int
  private let stays: [Stay]
  /// From first days of full coverage.
  private let shares: [Copy]
  /// From arrivals of entries.
  private let firstArrivals: [Copy]
  /// By mission: whether the first to come is counted already.
  let knowsFirst: [Bool]

  init(_ plan: CoveragePlan, entries: [PlanEntry]) {
    rowLength = plan.horizon + 1
    stays = plan.needs.enumerated().compactMap { number, need in
      guard need.isFullStay, let levels = need.presence?.levels else { return nil }
      return Stay(need: number, end: need.end, levels: (levels[0].place, levels[1].place))
    }
    shares = plan.missions.enumerated().flatMap { number, mission -> [Copy] in
      guard let need = plan.loneStay(of: mission), plan.needs[need].isFullStay else { return [] }
      return CoveragePlan.shares.indices.filter { plan.reaches($0, of: mission, with: need) }
        .map { Copy(source: need, target: number * CoveragePlan.shares.count + $0) }
    }
    let firsts = plan.missions.map { mission in
      mission.coming.count == 1
        ? entries.firstIndex { $0.parts == mission.coming[0]..<mission.coming[0] + 1 } : nil
    }
    firstArrivals = firsts.enumerated().compactMap { mission, entry in
      entry.map { Copy(source: $0, target: mission) }
    }
    knowsFirst = firsts.map { $0 != nil }
  }

  /// Counts with what was left out of them.
  func filled(_ counted: Tally) -> Tally {
    var tally = counted
    for stay in stays { fill(stay, &tally) }
    for copy in shares { Self.copy(copy, of: rowLength, tally.firstFull, to: &tally.shares) }
    for copy in firstArrivals { Self.copy(copy, of: rowLength, tally.arrivals, to: &tally.firstArrivals) }
    return tally
  }

  /// Only goings are counted, at the level of what is there; what never comes goes on the need's last day.
  private func fill(_ stay: Stay, _ tally: inout Tally) {
    let first = stay.need * rowLength
    for day in 0..<rowLength - 1 {
      tally.levels[stay.levels.with + day] &+= Int32(bitPattern: tally.firstFull[first + day])
    }
    tally.levels[stay.levels.with + stay.end] &+= Int32(bitPattern: tally.firstFull[first + rowLength - 1])
    for day in 0..<rowLength {
      tally.levels[stay.levels.without + day] = 0 &- tally.levels[stay.levels.with + day]
    }
  }

  private static func copy(_ copy: Copy, of length: Int, _ counts: [UInt32], to others: inout [UInt32]) {
    for day in 0..<length { others[copy.target * length + day] = counts[copy.source * length + day] }
  }
}

extension CoveragePlan.NeedPlan {
  /// Whether a single part comes to it, whose coverage by day follows from its levels.
  var isStay: Bool { presence?.rows.count == 1 && sums == nil }

  /// Whether that part covers it alone.
  var isFullStay: Bool { isStay && presence?.levels[1].coverage == CoveragePlan.full }
}

extension CoveragePlan {
  /// The need of a mission that has one only, of a single part; `nil` for other missions.
  func loneStay(of mission: MissionPlan) -> Int? {
    guard mission.needs.count == 1, let need = mission.needs.first, needs[need].isStay else { return nil }
    return need
  }

  /// Whether a mission with one need of a single part reaches a share when the part is there.
  func reaches(_ share: Int, of mission: MissionPlan, with need: Int) -> Bool {
    let limit = mission.limits[mission.limitsOfDay[needs[need].start] + share]
    return needs[need].presence?.weighted[1] ?? 0 >= limit
  }
}
