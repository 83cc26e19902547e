/// Draws of one pledge's process alone, kept so that its finish can be asked for any day of request.
///
/// The draws hang on a fixed planning seed and on the names of process, stage and gate: the scenario's seed
/// and replications never change a plan, and pledges of one process share their luck. A task that no season
/// and no gate can touch ends so many days after the request whatever the day, and is reckoned once. Where nothing
/// is random, one draw stands for all.
struct LeadTimeSample: Sendable {
  /// Odd, so that the median is one of them.
  private static let mostDraws = 10_001
  private static let stretch = 1024
  static let seed: UInt64 = 0x506C_616E_6E69_6E67

  typealias Row = [Double]

  /// A task whose end depends on the day of the request.
  struct Dated {
    var after: [Int]
    /// Latest end of the undated tasks that it waits for, in days from the request.
    var base: Row?
    var gates: [Row]
    var work: Work
    var isLift: Bool
    var isLast: Bool
  }

  enum Work {
    case none
    case days(Row)
    case seasonal(Row, SeasonCalendar)
    case lift([Row], carriers: Int, SeasonCalendar)
  }

  /// Whether the day of the request makes no difference but to the day of presence.
  var isUndated: Bool { dated.isEmpty }
  let hasLift: Bool
  /// How many draws there are.
  let count: Int
  var dated: [Dated] = []
  /// Days from the scenario's day zero to the crisis.
  var triggerDays: Row
  /// Latest end, in days from the request, of the undated tasks.
  var finish: Row
  var liftEnd: Row

  init(graph: StageGraph, process: String, scenario: Scenario) {
    hasLift = graph.nodes.contains { $0.task.isLift }
    count = graph.isRandom(in: scenario) ? Self.mostDraws : 1
    finish = Row(repeating: 0, count: count)
    liftEnd = Row(repeating: -.infinity, count: count)
    triggerDays = Self.triggerDays(of: scenario.trigger, count: count)
    let key = StreamKey(seed: Self.seed, name: process)
    let warningDays = scenario.trigger.warningDays
    var ends: [Row] = []
    var datedIndex: [Int?] = []
    for (index, node) in graph.nodes.enumerated() {
      let undated = node.after.filter { datedIndex[$0] == nil }.map { ends[$0] }
      let after = node.after.compactMap { datedIndex[$0] }
      let isWarned = warningDays > 0 && node.onWarning
      let startsAtWarning = isWarned && node.after.isEmpty
      let gates =
        node.gates.compactMap { Self.openings(of: scenario.gates[$0], count: count) }
        + (startsAtWarning ? [Row(repeating: -warningDays, count: count)] : [])
      let work = Self.work(of: node, key: key, scenario: scenario, count: count)
      let isLast = graph.last.contains(index)
      if after.isEmpty, gates.isEmpty, node.season == nil {
        ends.append(Self.latest(undated, else: 0, count: count))
        Self.add(work, to: &ends[index], at: 0, triggerDays)
        datedIndex.append(nil)
        if isLast { finish.raise(to: ends[index]) }
        if node.task.isLift { liftEnd.raise(to: ends[index]) }
      } else {
        // With a warning, what is not done on it waits for the request even after a stage that is.
        let isUnbound = isWarned || (warningDays == 0 && !after.isEmpty)
        let base = undated.isEmpty && isUnbound ? nil : Self.latest(undated, else: 0, count: count)
        ends.append([])
        datedIndex.append(dated.count)
        dated.append(
          Dated(
            after: after, base: base, gates: gates, work: work, isLift: node.task.isLift, isLast: isLast))
      }
    }
  }

  /// When the process requested on `day` is finished, and when its last lift ended, stretch after stretch of
  /// the draws, so that what is reckoned stays near the processor.
  ///
  /// Infinite where that is never; minus infinity is the end of a lift that does not exist.
  ///
  /// - Returns: Whether `body`, which says whether to go on, has seen all of them.
  func forEachStretch(
    requestedOn day: Double, _ body: (_ finish: Span<Double>, _ liftEnd: Span<Double>) -> Bool
  ) -> Bool {
    var done = Row(repeating: 0, count: Self.stretch)
    var lifted = done
    var ends = [Row](repeating: done, count: dated.count)
    for first in stride(from: 0, to: count, by: Self.stretch) {
      let excess = first + Self.stretch - count
      if excess > 0 {
        done.removeLast(excess)
        lifted.removeLast(excess)
        for number in ends.indices { ends[number].removeLast(excess) }
      }
      done.set(to: finish, at: first, adding: day)
      lifted.set(to: liftEnd, at: first, adding: day)
      for (number, task) in dated.enumerated() {
        // Taken out while the others are read.
        var end: Row = []
        swap(&end, &ends[number])
        if let base = task.base { end.set(to: base, at: first, adding: day) } else { end.fill(-.infinity) }
        for earlier in task.after { end.raise(to: ends[earlier]) }
        for gate in task.gates { end.raise(to: gate, at: first) }
        Self.add(task.work, to: &end, at: first, triggerDays)
        if task.isLast { done.raise(to: end) }
        if task.isLift { lifted.raise(to: end) }
        swap(&end, &ends[number])
      }
      guard body(done.span, lifted.span) else { return false }
    }
    return true
  }
}

// Rows.
extension LeadTimeSample {
  private static func latest(_ rows: [Row], else value: Double, count: Int) -> Row {
    guard var latest = rows.first else { return Row(repeating: value, count: count) }
    for row in rows.dropFirst() { latest.raise(to: row) }
    return latest
  }

  /// Adds the work of the draws from `first` on to their moments in `row`.
  private static func add(_ work: Work, to row: inout Row, at first: Int, _ triggerDays: Row) {
    switch work {
    case .none: break
    case .days(let days): row.add(days, at: first)
    case .seasonal(let days, let season): row.work(days, season: season, shift: triggerDays, at: first)
    case .lift(let cycles, let carriers, let season):
      row.add(triggerDays, at: first)
      row = lifted(cycles, at: first, carriers: carriers, season: season, from: row)
      row.subtract(triggerDays, at: first)
    }
  }
}
