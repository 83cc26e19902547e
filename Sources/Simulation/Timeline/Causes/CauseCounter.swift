/// Counts how the causes of a plan are felt, block by block.
struct CauseCounter {
  private static let size = BlockRows.size

  private let list: CauseList
  private let entries: [PlanEntry]
  private let end: Double
  private var times: StageTimes
  /// By activity: whether it lies on its unit's longest path in one replication.
  private var isCritical: [Bool]
  /// By cause, in one replication.
  private var met: [Int]
  private var all: [Int]
  private var waits: [UInt64]
  private(set) var tally: CauseTally

  init(list: CauseList, entries: [PlanEntry], times: StageTimes, end: Int) {
    self.list = list
    self.entries = entries
    self.times = times
    self.end = Double(end)
    isCritical = [Bool](repeating: false, count: times.graph.activities.count)
    met = [Int](repeating: 0, count: list.causes.count)
    all = met
    waits = [UInt64](repeating: 0, count: list.causes.count)
    tally = CauseTally(causes: list.causes.count)
  }

  mutating func run(block: Int, counting replications: Int) {
    times.run(block: block)
    for number in 0..<replications {
      for cause in met.indices { (met[cause], all[cause], waits[cause]) = (0, 0, 0) }
      followPaths(number)
      addWaits(number)
      findLast(number)
      for cause in met.indices {
        tally.shares[cause].add(met: met[cause], all: all[cause])
        tally.addWait(waits[cause], of: cause)
      }
    }
  }

  /// Backwards from each unit that gets ready: what it waited for last, and what that waited for last.
  ///
  /// A stage that waits for a gate after all before it have ended is critical, and they are not.
  private mutating func followPaths(_ number: Int) {
    let activities = times.graph.activities
    for index in activities.indices { isCritical[index] = activities[index].kind == .arrival }
    var isReady = [Int: Bool]()
    for index in activities.indices.reversed() {
      let activity = activities[index]
      if activity.kind == .arrival { isReady[activity.unit] = times.settled[index][number] < .infinity }
      guard isReady[activity.unit] == true else { continue }
      let stage = list.stageOf[index]
      if stage >= 0 {
        all[stage] += 1
        if isCritical[index] { met[stage] += 1 }
      }
      guard isCritical[index] else { continue }
      let ready = ready(index, number)
      if activity.gates.contains(where: { opens($0, number) > ready }) { continue }
      for before in activity.after where times.settled[before][number] == ready { isCritical[before] = true }
    }
  }

  /// When all that an activity waits for has ended.
  private func ready(_ index: Int, _ number: Int) -> Double {
    var ready = -Double.infinity
    for before in times.graph.activities[index].after { ready = max(ready, times.settled[before][number]) }
    return ready
  }

  private func opens(_ gate: Int, _ number: Int) -> Double { times.gates[gate]?[number] ?? -.infinity }

  private mutating func addWaits(_ number: Int) {
    for (index, activity) in times.graph.activities.enumerated() {
      let ready = ready(index, number)
      if let gate = activity.gates.max(by: { opens($0, number) < opens($1, number) }),
        let cause = list.gateCauses[gate]
      {
        addWait(of: cause, from: ready, until: opens(gate, number))
      }
      if let queue = activity.queue {
        addWait(
          of: list.queueCauses[queue], from: times.starts[index][number], until: times.served[index][number])
      }
      let season = list.seasonOf[index]
      let start = activity.queue == nil ? times.starts[index][number] : times.served[index][number]
      if season >= 0, start < end {
        addWait(of: season, from: start, until: start + times.stretched[index][number])
      }
    }
  }

  /// Days before the horizon only, so that what never comes adds a finite number of them.
  private mutating func addWait(of cause: Int, from start: Double, until finish: Double) {
    let days = min(finish, end) - start
    guard days > 0, start > -.infinity else { return }
    waits[cause] += UInt64((days * UnitDays.partsPerDay).rounded())
  }

  /// The last to arrive of each need; all that never come are.
  private mutating func findLast(_ number: Int) {
    let days = times.days
    var last: [Int: (Int32, Int32)] = [:]
    for (place, entry) in entries.enumerated() where list.entryCauses[place] != nil {
      let moment = moment(entry, days, number)
      if let known = last[entry.need], known >= moment { continue }
      last[entry.need] = moment
    }
    for (place, entry) in entries.enumerated() {
      guard let cause = list.entryCauses[place], let latest = last[entry.need] else { continue }
      all[cause] += 1
      if moment(entry, days, number) == latest { met[cause] += 1 }
    }
  }

  /// Day, never last; then time of day.
  private func moment(_ entry: PlanEntry, _ days: borrowing UnitDays, _ number: Int) -> (Int32, Int32) {
    var moment: (Int32, Int32) = (0, 0)
    for part in entry.parts {
      let place = part * Self.size + number
      let isNever = days.arrivals[place] == days.never
      moment = max(moment, (days.arrivals[place], isNever ? 0 : days.moments[place]), by: <)
    }
    return moment
  }
}

private func max(
  _ one: (Int32, Int32), _ other: (Int32, Int32), by isLess: ((Int32, Int32), (Int32, Int32)) -> Bool
) -> (Int32, Int32) {
  isLess(one, other) ? other : one
}
