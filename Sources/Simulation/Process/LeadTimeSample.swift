/// Draws of one pledge's process alone, kept so that its finish can be asked for any day of request.
///
/// The draws hang on a fixed planning seed and on the names of process, stage and gate: the scenario's seed
/// and replications never change a plan, and pledges of one process share their luck. A task that no season
/// and no gate can touch ends so many days after the request whatever the day, and is reckoned once.
struct LeadTimeSample: Sendable {
  /// Odd, so that the median is one of them.
  static let count = 10_001
  private static let stretch = 1024
  private static let seed: UInt64 = 0x506C_616E_6E69_6E67

  fileprivate typealias Row = [Double]

  /// A task whose end depends on the day of the request.
  fileprivate struct Dated {
    var after: [Int]
    /// Latest end of the undated tasks that it waits for, in days from the request.
    var base: Row?
    var gates: [Row]
    var work: Work
    var isLift: Bool
    var isLast: Bool
  }

  fileprivate enum Work {
    case none
    case days(Row)
    case seasonal(Row, SeasonCalendar)
    case lift([Row], carriers: Int, SeasonCalendar)
  }

  /// Whether the day of the request makes no difference but to the day of presence.
  var isUndated: Bool { dated.isEmpty }
  let hasLift: Bool
  private var dated: [Dated] = []
  /// Days from the scenario's day zero to the crisis.
  private var triggerDays: Row
  /// Latest end, in days from the request, of the undated tasks.
  private var finish = Row(repeating: 0, count: Self.count)
  private var liftEnd = Row(repeating: -.infinity, count: Self.count)

  init(graph: StageGraph, process: String, scenario: Scenario) {
    hasLift = graph.nodes.contains { $0.task.isLift }
    triggerDays = Self.triggerDays(of: scenario.trigger)
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
        node.gates.compactMap { Self.openings(of: scenario.gates[$0]) }
        + (startsAtWarning ? [Row(repeating: -warningDays, count: Self.count)] : [])
      let work = Self.work(of: node, key: key, scenario: scenario)
      let isLast = graph.last.contains(index)
      if after.isEmpty, gates.isEmpty, node.season == nil {
        ends.append(Self.latest(undated, else: 0))
        Self.add(work, to: &ends[index], at: 0, triggerDays)
        datedIndex.append(nil)
        if isLast { finish.raise(to: ends[index], at: 0) }
        if node.task.isLift { liftEnd.raise(to: ends[index], at: 0) }
      } else {
        // With a warning, what is not done on it waits for the request even after a stage that is.
        let isUnbound = isWarned || (warningDays == 0 && !after.isEmpty)
        let base = undated.isEmpty && isUnbound ? nil : Self.latest(undated, else: 0)
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
    for first in stride(from: 0, to: Self.count, by: Self.stretch) {
      let excess = first + Self.stretch - Self.count
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
        for earlier in task.after { end.raise(to: ends[earlier], at: 0) }
        for gate in task.gates { end.raise(to: gate, at: first) }
        Self.add(task.work, to: &end, at: first, triggerDays)
        if task.isLast { done.raise(to: end, at: 0) }
        if task.isLift { lifted.raise(to: end, at: 0) }
        swap(&end, &ends[number])
      }
      guard body(done.span, lifted.span) else { return false }
    }
    return true
  }

  /// Puts so many draws first as are finished last when requested on day 0: they are the likeliest to be late on any
  /// other day, too, so that a request that is too late is soon seen to be.
  mutating func putLatestFirst(_ most: Int) {
    guard !isUndated, most > 0 else { return }
    var times: Row = []
    times.reserveCapacity(Self.count)
    _ = forEachStretch(requestedOn: 0) { finish, _ in
      for draw in finish.indices { times.append(finish[draw]) }
      return true
    }
    let order = Self.order(times, latest: most)
    for number in dated.indices { dated[number].reorder(order) }
    triggerDays.reorder(order)
    finish.reorder(order)
    liftEnd.reorder(order)
  }

  /// The draws with about so many of the latest first; both groups in order.
  private static func order(_ times: Row, latest most: Int) -> [Int] {
    var low = times.min() ?? 0
    var high = times.lazy.filter { $0 < .infinity }.max() ?? low
    // A bound by halving will do: the order changes no result.
    for _ in 0..<20 {
      let middle = (low + high) / 2
      if times.count(where: { $0 > middle }) > most { low = middle } else { high = middle }
    }
    return times.indices.filter { times[$0] > high } + times.indices.filter { times[$0] <= high }
  }
}

extension [Double] {
  fileprivate mutating func reorder(_ order: [Int]) { self = order.map { self[$0] } }
}

extension LeadTimeSample.Dated {
  fileprivate mutating func reorder(_ order: [Int]) {
    base?.reorder(order)
    for number in gates.indices { gates[number].reorder(order) }
    switch work {
    case .none: break
    case .days(var days):
      days.reorder(order)
      work = .days(days)
    case .seasonal(var days, let season):
      days.reorder(order)
      work = .seasonal(days, season)
    case .lift(var cycles, let carriers, let season):
      for number in cycles.indices { cycles[number].reorder(order) }
      work = .lift(cycles, carriers: carriers, season)
    }
  }
}

// Draws.
extension LeadTimeSample {
  private static func work(of node: StageGraph.Node, key: StreamKey, scenario: Scenario) -> Work {
    let stream = StreamName(node.stage)
    switch node.task {
    case .work(nil, _): return .none
    case .work(let days?, _):
      let row = draws(of: days, key: key, stream: stream, visit: StageDraws.work(need: 0))
      return node.season.map { .seasonal(row, $0) } ?? .days(row)
    case .lift(let index, let sorties):
      let pool = scenario.lift[index]
      let cycles = (0..<sorties).map {
        draws(of: pool.cycleDays, key: key, stream: stream, visit: StageDraws.sortie($0, need: 0))
      }
      return node.season.map { .lift(cycles, carriers: pool.carriers, $0) }
        ?? .days(lifted(cycles, carriers: pool.carriers, season: nil, from: Row(repeating: 0, count: count)))
    }
  }

  private static func triggerDays(of trigger: Trigger) -> Row {
    guard trigger.isDated else { return Row(repeating: 0, count: count) }
    let key = StreamKey(seed: seed, name: StageDraws.trigger)
    let drawn = draws(of: trigger.onDay, key: key, stream: StreamName(StageDraws.trigger), visit: 0)
    return drawn.map(SeasonCalendar.dayInCycle)
  }

  /// `nil` where the gate is taken as open.
  private static func openings(of gate: Gate) -> Row? {
    guard case .onDay(let day) = gate.opening else { return nil }
    return draws(of: day, key: StreamKey(seed: seed, name: gate.id), stream: StageDraws.gate, visit: 0)
  }

  private static func draws(
    of distribution: Distribution, key: StreamKey, stream: StreamName, visit: UInt32
  ) -> Row {
    let law = LawCache.law(distribution)
    if let constant = law.constant { return Row(repeating: constant, count: count) }
    let size = ReplicationWords.blockSize
    var words = [UInt32](repeating: 0, count: size)
    var block = Row(repeating: 0, count: size)
    var row: Row = []
    row.reserveCapacity(count + size)
    for number in 0..<(count + size - 1) / size {
      var room = words.mutableSpan
      ReplicationWords.fill(&room, key: key, block: number, stream: stream, visit: visit)
      var values = block.mutableSpan
      law.fill(&values, words: words.span)
      row.append(contentsOf: block)
    }
    row.removeLast(row.count - count)
    return row
  }
}

// Rows.
extension LeadTimeSample {
  private static func latest(_ rows: [Row], else value: Double) -> Row {
    guard var latest = rows.first else { return Row(repeating: value, count: count) }
    for row in rows.dropFirst() { latest.raise(to: row, at: 0) }
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

  /// Ends of the last sorties of the draws from `first` on where all carriers are free at the start.
  private static func lifted(
    _ cycles: [Row], at first: Int = 0, carriers: Int, season: SeasonCalendar?, from starts: Row
  ) -> Row {
    var line = ServerLine(count: min(carriers, cycles.count))
    return starts.indices.map { draw in
      line.reset()
      var latest = starts[draw]
      for cycle in cycles {
        let start = line.start(at: starts[draw])
        let end =
          season?.finish(start: start, work: cycle[first + draw]) ?? (start + cycle[first + draw])
        line.hold(until: end)
        latest = max(latest, end)
      }
      return latest
    }
  }
}
