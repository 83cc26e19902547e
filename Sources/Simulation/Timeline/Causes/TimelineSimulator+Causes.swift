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
    // The first run is the one without any change.
    let runs = parallelMap(count: list.causes.count + 1, threads: threads) { number -> [UInt64]? in
      if interruption?.isRaised == true { return nil }
      if number == 0 { return gapParts(replications: replications, seed: seed) }
      let cause = list.causes[number - 1]
      guard cause.kind != .unit else { return [] }
      return without(cause, servers: servers).gapParts(replications: replications, seed: seed)
    }
    let gaps = runs.compactMap(\.self)
    guard gaps.count == runs.count else { return nil }
    let causes = list.causes.enumerated().map { place, cause in
      changed(
        felt(cause, place, tally, replications: replications), with: gaps[0], without: gaps[place + 1])
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

  private func changed(_ cause: Cause, with: [UInt64], without: [UInt64]) -> Cause {
    guard cause.kind != .unit else { return cause }
    var cause = cause
    let changes = zip(without, with).map { Int64($0) - Int64($1) }
    cause.gapDaysIfRemoved = Statistics.estimate(changes, perOne: CoveragePlan.gapPartsPerDay)
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
      list: list, entries: entries, times: StageTimes(builder: builder, worker: worker(builder.program)),
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
      self.felt(cause, place, counts.causes, replications: replications)
    }
    return (summary(tally, replications).timeline(seed: seed), felt)
  }

  /// Gap-days of all needs in each replication, in ``CoveragePlan/gapPart`` days of coverage.
  private func gapParts(replications: Int, seed: UInt64) -> [UInt64] {
    let builder = ProgramBuilder(
      scenario: scenario, units: units, parts: parts, seed: seed, eventsOnly: eventsOnly)
    var worker = worker(builder.program)
    let size = BlockRows.size
    return stride(from: 0, to: replications, by: size).flatMap { first in
      let counted = min(size, replications - first)
      worker.run(block: first / size, counting: counted)
      return worker.gapsOfBlock.prefix(counted)
    }
  }
}
