/// Counts how the causes of a plan are felt, block by block.
struct CauseCounter {
  private static let size = BlockRows.size

  private let list: CauseList
  private let end: Double
  private(set) var times: StageTimes
  private var paths: CriticalPaths
  private var lastUnits: LastUnits
  /// When all that an activity waits for has ended.
  private var ready = [Double](repeating: 0, count: size)
  /// By cause, then replication.
  private var waits: [UInt64]
  /// Causes that are waited for.
  private let waitedFor: [Int]
  private(set) var tally: CauseTally

  init(list: CauseList, entries: [PlanEntry], times: StageTimes, end: Int) {
    self.list = list
    self.times = times
    self.end = Double(end)
    paths = CriticalPaths(graph: times.graph, stageOf: list.stageOf)
    lastUnits = LastUnits(entries: entries, causes: list.entryCauses)
    waits = [UInt64](repeating: 0, count: list.causes.count * Self.size)
    waitedFor = Set(list.queueCauses + Array(list.gateCauses.values) + times.seasonCauses).sorted()
    tally = CauseTally(causes: list.causes.count)
  }

  /// Runs a block and counts the first so many of its replications, for the timeline too where that is asked.
  mutating func run(block: Int, counting replications: Int, withTimeline: Bool = false) {
    times.run(block: block)
    if withTimeline { times.countTimeline(replications: replications) }
    let counted = ReplicationSet(first: replications)
    paths.follow(times, counted, &tally)
    lastUnits.count(times.days, counted, &tally)
    for cause in waitedFor {
      for number in 0..<replications {
        waits[cause * Self.size + number] = times.seasonParts[cause][number]
      }
    }
    for index in times.waiting { addWaits(index, replications) }
    for cause in waitedFor {
      for number in 0..<replications { tally.addWait(waits[cause * Self.size + number], of: cause) }
    }
  }

  /// For gates and queues; what seasons take is known.
  private mutating func addWaits(_ index: Int, _ replications: Int) {
    let activity = times.graph.activities[index]
    times.find(&ready, before: index)
    for number in 0..<replications {
      if let gate = activity.gates.max(by: { opens($0, number) < opens($1, number) }),
        let cause = list.gateCauses[gate]
      {
        addWait(of: cause, number, from: ready[number], until: opens(gate, number))
      }
      if let queue = activity.queue {
        addWait(
          of: list.queueCauses[queue], number, from: times.starts[index][number],
          until: times.served[index][number])
      }
    }
  }

  private func opens(_ gate: Int, _ number: Int) -> Double { times.gates[gate]?[number] ?? -.infinity }

  /// Days before the horizon only, so that what never comes adds a finite number of them.
  private mutating func addWait(of cause: Int, _ number: Int, from start: Double, until finish: Double) {
    let days = min(finish, end) - start
    guard days > 0, start > -.infinity else { return }
    waits[cause * Self.size + number] += UInt64((days * UnitDays.partsPerDay).rounded())
  }
}
