/// Follows the longest path of each unit that gets ready backwards, all replications of a block side by side: what
/// it waited for last, and what that waited for last.
///
/// A stage that waits for a gate after all before it have ended is critical, and they are not. Ties are all
/// critical.
struct CriticalPaths {
  private static let size = BlockRows.size

  private let graph: ActivityGraph
  /// By activity: its stage's place among the causes, or -1.
  private let stageOf: [Int]
  /// By activity, then replication: 1 where it is critical.
  private var isCritical: [Int32]
  /// By unit, then replication: 1 where it gets ready.
  private var isReady: [Int32]
  /// When all that an activity waits for has ended.
  private(set) var ready = [Double](repeating: 0, count: size)

  init(graph: ActivityGraph, stageOf: [Int]) {
    self.graph = graph
    self.stageOf = stageOf
    isCritical = [Int32](repeating: 0, count: graph.activities.count * Self.size)
    let units = (graph.activities.map(\.unit).max() ?? -1) + 1
    isReady = [Int32](repeating: 0, count: units * Self.size)
  }

  /// Adds to each stage, by cause, then replication, how often it is critical, and of how many units that get
  /// ready it is a stage.
  mutating func follow(_ times: borrowing StageTimes, _ met: inout [Int32], _ all: inout [Int32]) {
    var rows = isCritical.mutableSpan
    rows.update(repeating: 0)
    for index in graph.activities.indices.reversed() {
      let activity = graph.activities[index]
      let (row, unit) = (index * Self.size, activity.unit * Self.size)
      if activity.kind == .arrival {
        Self.find(times.settled[index], &isCritical, at: row)
        Self.copy(isCritical, at: row, to: &isReady, at: unit)
      }
      if stageOf[index] >= 0 {
        Self.add(isCritical, at: row, to: &met, at: stageOf[index] * Self.size)
        Self.add(isReady, at: unit, to: &all, at: stageOf[index] * Self.size)
      }
      if activity.after.count == 1, activity.gates.isEmpty {
        Self.join(row, to: activity.after[0] * Self.size, &isCritical)
      } else if !activity.after.isEmpty {
        goBack(from: index, times)
      }
    }
  }

  private mutating func goBack(from index: Int, _ times: borrowing StageTimes) {
    let activity = graph.activities[index]
    times.find(&ready, before: index)
    var isHeld = [Bool](repeating: false, count: Self.size)
    for gate in activity.gates {
      guard let opens = times.gates[gate] else { continue }
      for number in 0..<Self.size where opens[number] > ready[number] { isHeld[number] = true }
    }
    if activity.gates.isEmpty {
      for before in activity.after {
        Self.join(
          index * Self.size, to: before * Self.size, where: times.settled[before], are: ready, &isCritical)
      }
    } else {
      for before in activity.after {
        for number in 0..<Self.size where !isHeld[number] && times.settled[before][number] == ready[number] {
          isCritical[before * Self.size + number] |= isCritical[index * Self.size + number]
        }
      }
    }
  }
}

// One loop, one job: the compiler vectorises them only so.
extension CriticalPaths {
  @inline(never)
  private static func find(_ settled: [Double], _ isCritical: inout [Int32], at row: Int) {
    let settled = settled.span
    var isCritical = isCritical.mutableSpan
    precondition(settled.count == size && row >= 0 && row <= isCritical.count &- size)
    for number in 0..<size { isCritical[row &+ number] = settled[number] < .infinity ? 1 : 0 }
  }

  @inline(never)
  private static func copy(_ rows: [Int32], at row: Int, to others: inout [Int32], at place: Int) {
    let rows = rows.span
    var others = others.mutableSpan
    precondition(row >= 0 && row <= rows.count &- size && place >= 0 && place <= others.count &- size)
    for number in 0..<size { others[place &+ number] = rows[row &+ number] }
  }

  @inline(never)
  private static func add(_ rows: [Int32], at row: Int, to sums: inout [Int32], at place: Int) {
    let rows = rows.span
    var sums = sums.mutableSpan
    precondition(row >= 0 && row <= rows.count &- size && place >= 0 && place <= sums.count &- size)
    for number in 0..<size { sums[place &+ number] &+= rows[row &+ number] }
  }

  /// Rows of one table; they never overlap.
  @inline(never)
  private static func join(_ row: Int, to before: Int, _ isCritical: inout [Int32]) {
    var isCritical = isCritical.mutableSpan
    precondition(row >= 0 && row <= isCritical.count &- size)
    precondition(before >= 0 && before <= isCritical.count &- size)
    for number in 0..<size { isCritical[before &+ number] |= isCritical[row &+ number] }
  }

  @inline(never)
  private static func join(
    _ row: Int, to before: Int, where settled: [Double], are ready: [Double], _ isCritical: inout [Int32]
  ) {
    let (settled, ready) = (settled.span, ready.span)
    var isCritical = isCritical.mutableSpan
    precondition(row >= 0 && row <= isCritical.count &- size)
    precondition(before >= 0 && before <= isCritical.count &- size)
    precondition(settled.count == size && ready.count == size)
    for number in 0..<size {
      let isLast: Int32 = settled[number] == ready[number] ? -1 : 0
      isCritical[before &+ number] |= isCritical[row &+ number] & isLast
    }
  }
}
