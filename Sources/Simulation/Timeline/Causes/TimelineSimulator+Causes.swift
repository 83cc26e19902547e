extension TimelineSimulator {
  /// Finds what holds the plan up: what lies on longest paths, what is waited for, and what changes where one
  /// cause at a time is removed and the same replications are run again.
  ///
  /// - Parameters:
  ///   - replications: At least 1; the first so many.
  ///   - seed: That of the run.
  ///   - threads: At most so many run at once.
  ///   - interruption: Looked at before each cause.
  /// - Returns: `nil` where interrupted.
  public func causes(
    replications: Int = TimelineCauses.usualReplications, seed: UInt64, threads: Int,
    interruption: Interruption? = nil
  ) -> TimelineCauses? {
    precondition((1..<Int(Int32.max)).contains(replications), "replications out of range")
    let builder = ProgramBuilder(
      scenario: scenario, units: units, parts: parts, seed: seed, eventsOnly: eventsOnly)
    let list = CauseList(
      graph: builder.graph, units: units, entries: entries, parts: parts, scenario: scenario)
    let tally = count(list, builder, replications: replications, threads: threads)
    let servers = max(1, builder.graph.activities.reduce(0) { $0 + $1.services })
    let gaps = gaps(replications: replications, seed: seed, threads: threads)
    let runs = parallelMap(count: list.causes.count, threads: threads) { number -> GapChanges? in
      if interruption?.isRaised == true { return nil }
      guard list.causes[number].kind != .unit else { return GapChanges(missions: 0) }
      return without(list.causes[number], servers: servers).changes(of: gaps, seed: seed)
    }
    let changes = runs.compactMap(\.self)
    guard changes.count == runs.count else { return nil }
    let causes = list.causes.enumerated().map { place, cause in
      var cause = changed(
        felt(cause, place, tally, replications: replications), by: changes[place], count: replications)
      if list.unmeasured.contains(place) { cause.daysWaited = nil }
      return cause
    }
    return TimelineCauses(replications: replications, causes: causes.sorted(by: Self.comesBefore))
  }

  private func felt(_ cause: Cause, _ place: Int, _ tally: CauseTally, replications: Int) -> Cause {
    var cause = cause
    if cause.kind == .stage || cause.kind == .unit {
      cause.criticality = tally.shares[place].estimate(count: replications)
    }
    if Self.waitedFor.contains(cause.kind) {
      cause.daysWaited = Statistics.estimate(
        sum: UInt128(tally.waits[place]), squares: tally.waitSquares[place], count: replications,
        perOne: UnitDays.partsPerDay)
    }
    return cause
  }

  private func changed(_ cause: Cause, by changes: GapChanges, count: Int) -> Cause {
    guard cause.kind != .unit else { return cause }
    var cause = cause
    let perOne = CoveragePlan.gapPartsPerDay
    cause.gapDaysIfRemoved = changes.all.estimate(count: count, perOne: perOne)
    cause.missionChanges = zip(coverage.missions, changes.byMission).map { mission, change in
      Cause.MissionChange(
        mission: scenario.missions[mission.mission].id,
        gapDays: change.estimate(count: count, perOne: perOne))
    }
    return cause
  }

  private static let waitedFor: Set<Cause.Kind> = [.gate, .lift, .resource, .season]

  /// What closes most first, then what is critical most often; ties by name.
  private static func comesBefore(_ left: Cause, _ right: Cause) -> Bool {
    func key(_ cause: Cause) -> (Double, Double, Int, String, String) {
      (
        cause.gapDaysIfRemoved?.mean ?? .infinity, -(cause.criticality?.mean ?? 0),
        Cause.Kind.allCases.firstIndex(of: cause.kind) ?? 0,
        cause.process ?? cause.mission ?? cause.need ?? "",
        cause.name
      )
    }
    return key(left) < key(right)
  }

  private func count(
    _ list: CauseList, _ builder: ProgramBuilder, replications: Int, threads: Int
  ) -> CauseTally {
    let counts = Replications.run(0..<replications, threads: threads, interruption: nil, progress: nil) {
      CauseWorker(counter(list, builder), withTimeline: false)
    }
    return counts?.causes ?? CauseTally(causes: list.causes.count)
  }

  private func counter(_ list: CauseList, _ builder: ProgramBuilder) -> CauseCounter {
    CauseCounter(
      list: list, entries: entries,
      times: StageTimes(builder: builder, worker: worker(builder.program), list: list),
      end: coverage.horizon)
  }

  /// Runs the replications 0 ..< `replications` once, for the timeline and for how its causes are felt.
  ///
  /// - Returns: The timeline, and the causes in no order, without what their removal would change.
  package func runWithCriticality(
    replications: Int, seed: UInt64, threads: Int
  ) -> (timeline: Timeline, felt: [Cause])? {
    precondition((1..<Int(Int32.max)).contains(replications), "replications out of range")
    let builder = ProgramBuilder(
      scenario: scenario, units: units, parts: parts, seed: seed, eventsOnly: eventsOnly)
    let list = CauseList(
      graph: builder.graph, units: units, entries: entries, parts: parts, scenario: scenario)
    let counts = Replications.run(0..<replications, threads: threads, interruption: nil, progress: nil) {
      CauseWorker(counter(list, builder), withTimeline: true)
    }
    guard let counts, let tally = counts.timeline else { return nil }
    let felt = list.causes.enumerated().map { place, cause in
      var cause = self.felt(cause, place, counts.causes, replications: replications)
      if list.unmeasured.contains(place) { cause.daysWaited = nil }
      return cause
    }
    return (summary(tally, replications).timeline(seed: seed), felt)
  }

  /// Gap-days of each mission's needs by replication, then mission, in ``CoveragePlan/gapPart`` days of coverage.
  private func gaps(replications: Int, seed: UInt64, threads: Int) -> [[Int64]] {
    let program = program(seed: seed)
    let size = BlockRows.size
    let blocks = (replications + size - 1) / size
    let workers = min(threads, blocks)
    let runs = parallelMap(count: workers, threads: workers) { number in
      var worker = worker(program)
      return stride(from: number, to: blocks, by: workers).map { block in
        let counted = min(size, replications - block * size)
        worker.run(block: block, counting: counted)
        return Array(worker.missionGaps.prefix(counted))
      }
    }
    return (0..<blocks).flatMap { runs[$0 % workers][$0 / workers] }
  }

  /// How the same replications' gaps change with this simulator's scenario.
  private func changes(of gaps: [[Int64]], seed: UInt64) -> GapChanges {
    var worker = worker(program(seed: seed))
    let size = BlockRows.size
    var changes = GapChanges(missions: coverage.missions.count)
    for first in stride(from: 0, to: gaps.count, by: size) {
      let counted = min(size, gaps.count - first)
      worker.run(block: first / size, counting: counted)
      for (before, after) in zip(gaps[first..<first + counted], worker.missionGaps) {
        changes.add(before: before, after: after)
      }
    }
    return changes
  }
}

/// Sums of how gaps change in each replication, of all missions together and of each.
private struct GapChanges: Sendable {
  var all = DifferenceSums()
  var byMission: [DifferenceSums]

  init(missions: Int) { byMission = Array(repeating: DifferenceSums(), count: missions) }

  mutating func add(before: [Int64], after: [Int64]) {
    var whole: Int64 = 0
    for mission in byMission.indices {
      let change = after[mission] - before[mission]
      byMission[mission].add(change)
      whole += change
    }
    all.add(whole)
  }
}
