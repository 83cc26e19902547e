/// Follows the longest path of each unit that gets ready backwards, all replications of a block side by side: what
/// it waited for last, and what that waited for last.
///
/// A stage that waits for a gate after all before it have ended is critical, and they are not. Ties are all
/// critical.
struct CriticalPaths {
  private static let size = BlockRows.size

  /// An activity, without what it takes to copy one.
  private struct Link {
    var activity: Int
    var unit: Int
    /// Its stage's place among the causes, or -1.
    var stage: Int
    /// The only activity of its stage.
    var isOnly: Bool
    var isArrival: Bool
    /// Among the activities before all links.
    var before: Range<Int>
    var gates: Range<Int>
  }

  /// The last activity first.
  private var links: [Link] = []
  private var before: [Int] = []
  private var gates: [Int] = []
  /// By activity, then replication: 1 where it is critical.
  private var isCritical: [Int32]
  /// By unit, then replication: 1 where it gets ready.
  private var isReady: [Int32]
  /// When all that an activity waits for has ended.
  private var ready = [Double](repeating: 0, count: size)

  init(graph: ActivityGraph, stageOf: [Int]) {
    let counts = Dictionary(stageOf.map { ($0, 1) }, uniquingKeysWith: +)
    for (index, activity) in graph.activities.enumerated().reversed() {
      let (firstBefore, firstGate) = (before.count, gates.count)
      before += activity.after
      gates += activity.gates
      links.append(
        Link(
          activity: index, unit: activity.unit, stage: stageOf[index], isOnly: counts[stageOf[index]] == 1,
          isArrival: activity.kind == .arrival,
          before: firstBefore..<before.count, gates: firstGate..<gates.count))
    }
    isCritical = [Int32](repeating: 0, count: graph.activities.count * Self.size)
    let units = (graph.activities.map(\.unit).max() ?? -1) + 1
    isReady = [Int32](repeating: 0, count: units * Self.size)
  }

  /// Stages of several activities.
  var shared: Set<Int> { Set(links.filter { $0.stage >= 0 && !$0.isOnly }.map(\.stage)) }

  /// Counts in the first so many replications how often each stage is critical, and of how many units that get
  /// ready it is a stage; for ``shared`` ones by cause, then replication.
  mutating func follow(
    _ times: borrowing StageTimes, _ replications: Int, _ tally: inout CauseTally, _ met: inout [Int32],
    _ all: inout [Int32]
  ) {
    Self.clear(&isCritical)
    for link in links {
      let (row, unit) = (link.activity * Self.size, link.unit * Self.size)
      if link.isArrival {
        Self.find(times.settled[link.activity], &isCritical, at: row)
        Self.copy(isCritical, at: row, to: &isReady, at: unit)
      }
      if link.isOnly, link.stage >= 0 {
        tally.shares[link.stage].add(
          met: Self.sum(isCritical, at: row, replications), all: Self.sum(isReady, at: unit, replications))
      } else if link.stage >= 0 {
        Self.add(isCritical, at: row, to: &met, at: link.stage * Self.size)
        Self.add(isReady, at: unit, to: &all, at: link.stage * Self.size)
      }
      if link.before.count == 1, link.gates.isEmpty {
        Self.join(row, to: before[link.before.lowerBound] * Self.size, &isCritical)
      } else if !link.before.isEmpty {
        goBack(from: link, times)
      }
    }
  }

  private mutating func goBack(from link: Link, _ times: borrowing StageTimes) {
    times.find(&ready, before: link.activity)
    let row = link.activity * Self.size
    if link.gates.isEmpty {
      for place in link.before {
        let other = before[place]
        Self.join(row, to: other * Self.size, where: times.settled[other], are: ready, &isCritical)
      }
      return
    }
    var isHeld = [Bool](repeating: false, count: Self.size)
    for place in link.gates {
      guard let opens = times.gates[gates[place]] else { continue }
      for number in 0..<Self.size where opens[number] > ready[number] { isHeld[number] = true }
    }
    for place in link.before {
      let other = before[place]
      for number in 0..<Self.size where !isHeld[number] && times.settled[other][number] == ready[number] {
        isCritical[other * Self.size + number] |= isCritical[row + number]
      }
    }
  }
}

// One loop, one job: the compiler vectorises them only so.
extension CriticalPaths {
  private static func clear(_ rows: inout [Int32]) {
    var rows = rows.mutableSpan
    rows.update(repeating: 0)
  }

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

  @inline(never)
  private static func sum(_ ones: [Int32], at row: Int, _ replications: Int) -> UInt32 {
    let ones = ones.span
    precondition(replications >= 0 && row >= 0 && row <= ones.count &- replications)
    var sum: UInt32 = 0
    for number in 0..<replications { sum &+= UInt32(bitPattern: ones[row &+ number]) }
    return sum
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
