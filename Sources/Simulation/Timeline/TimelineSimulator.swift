/// Tests a plan against chance: runs it many times with random delays, and counts what is there on which day.
///
/// A replication hangs on the seed, its number and the names of pledges, stages and gates alone. So the
/// result is the same on any number of threads, and two plans meet the same luck where they have pledges in
/// common.
public struct TimelineSimulator: Sendable {
  private(set) var scenario: Scenario
  let units: [PlannedUnit]
  let parts: UnitParts
  let entries: [PlanEntry]
  let coverage: CoveragePlan
  let eventsOnly: Bool

  /// - Parameters:
  ///   - scenario: Checked.
  ///   - assignments: The plan's, in any order; of pledges and needs of the scenario.
  public init(scenario: Scenario, assignments: [Assignment]) {
    self.init(scenario: scenario, assignments: assignments, eventsOnly: false)
  }

  /// With `eventsOnly` every queue is run event by event, even where one pass in order would do.
  package init(scenario: Scenario, assignments: [Assignment], eventsOnly: Bool) {
    self.scenario = scenario
    self.eventsOnly = eventsOnly
    units = PlannedUnit.units(of: assignments, in: scenario)
    parts = UnitParts(units: units, scenario: scenario)
    entries = PlanEntry.entries(of: units, parts: parts)
    coverage = CoveragePlan(units: units, parts: parts, scenario: scenario)
  }

  /// Gates and stages of the plan that wait for one another in a circle; `nil` where there are none.
  ///
  /// Where there are, the units that wait in it never come.
  public var gateCircle: GateCircle? {
    guard scenario.gates.contains(where: \.waitsForCoverage) else { return nil }
    let graph = ActivityGraph(units: units, scenario: scenario)
    let openings = graph.openings(units: units, parts: parts, scenario: scenario)
    return GateCircleSearch(
      graph: graph, openings: openings, units: units, parts: parts, scenario: scenario
    ).find()
  }

  /// The same plan tested without one cause of delay.
  func without(_ cause: Cause, servers: Int) -> TimelineSimulator {
    var simulator = self
    simulator.scenario = scenario.without(cause, servers: servers)
    return simulator
  }

  /// Tells one replication, exactly as it is among all of a run with the same seed.
  ///
  /// - Parameters:
  ///   - replication: From 0, below 2³¹.
  ///   - seed: That of the run.
  /// - Returns: What each unit of the plan goes through.
  public func trace(replication: Int, seed: UInt64) -> ReplicationTrace {
    precondition((0..<Int(Int32.max)).contains(replication), "replication out of range")
    let builder = ProgramBuilder(
      scenario: scenario, units: units, parts: parts, seed: seed, eventsOnly: eventsOnly)
    let worker = Worker(
      builder.program, units: units, parts: parts, entries: entries, coverage: coverage)
    let recorder = ReplicationRecorder(replication, builder: builder, worker: worker)
    let teller = StoryTeller(
      scenario: scenario, units: units, parts: parts, graph: builder.graph, recorder: recorder,
      number: replication % BlockRows.size)
    return ReplicationTrace(
      replication: replication, seed: seed, crisisDay: Int(recorder.triggerDay.rounded(.down)),
      gates: teller.gates, units: teller.stories)
  }

  /// Runs the replications 0 ..< `replications`.
  ///
  /// - Parameters:
  ///   - replications: At least 1, below 2³¹.
  ///   - seed: With the names, all that random numbers hang on.
  ///   - threads: At most so many run at once.
  ///   - interruption: Looked at after every 256 replications.
  ///   - progress: Told the share that is done, 0 … 1, about 20 times, from any thread.
  /// - Returns: `nil` where interrupted.
  public func run(
    replications: Int, seed: UInt64, threads: Int, interruption: Interruption? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) -> Timeline? {
    let tally = tally(
      replications: replications, seed: seed, threads: threads, interruption: interruption, progress: progress
    )
    return tally.map { summary($0, replications).timeline(seed: seed) }
  }

  /// Runs replications until every headline probability of ``Convergence`` is known to a half-width.
  ///
  /// Looks after 4,096 replications, then after as many more or a sixteenth more: where it stops hangs on the
  /// results alone.
  ///
  /// - Parameters:
  ///   - precision: Half-width of the 95 % Wilson intervals, above 0.
  ///   - limit: Replications after which it ends in any case; at least 1, below 2³¹.
  ///   - seed: With the names, all that random numbers hang on.
  ///   - threads: At most so many run at once.
  ///   - interruption: Looked at after every 256 replications.
  ///   - progress: Told the share that is done, 0 … 1, after each look.
  /// - Returns: `nil` where interrupted.
  public func run(
    precision: Double, limit: Int = Convergence.usualLimit, seed: UInt64, threads: Int,
    interruption: Interruption? = nil, progress: (@Sendable (Double) -> Void)? = nil
  ) -> Timeline? {
    precondition((1..<Int(Int32.max)).contains(limit), "replications out of range")
    let program = program(seed: seed)
    var tally = Tally(entries: entries.count, plan: coverage)
    var count = 0
    while true {
      let next = Convergence.nextLook(after: count, limit: limit)
      let more = Replications.run(
        count..<next, threads: threads, interruption: interruption, progress: nil
      ) { worker(program) }
      guard let more else { return nil }
      tally.merge(more)
      count = next
      let summary = summary(tally, count)
      let halfWidth = summary.widestHalfWidth
      progress?(max(Double(count) / Double(limit), min(1, precision * precision / (halfWidth * halfWidth))))
      guard halfWidth < precision || count == limit else { continue }
      var timeline = summary.timeline(seed: seed)
      timeline.convergence = Convergence(precision: precision, halfWidth: halfWidth, limit: limit)
      return timeline
    }
  }

  /// In how many replications each pledge is there for each of its needs from each day on; the last entry is
  /// never.
  package func arrivalCounts(replications: Int, seed: UInt64) -> [(
    pledge: String, need: String, days: [UInt32]
  )] {
    guard
      let tally = tally(replications: replications, seed: seed, threads: 1, interruption: nil, progress: nil)
    else { return [] }
    let length = coverage.horizon + 1
    return entries.enumerated().map { number, entry in
      (
        scenario.pledges[entry.pledge].id, scenario.needs[entry.need].id,
        Array(tally.arrivals[number * length..<(number + 1) * length])
      )
    }
  }

  /// Runs the replications 0 ..< `replications` and tells how a need's coverage is spread on some days.
  ///
  /// - Parameters:
  ///   - need: Of the scenario.
  ///   - days: Of the need, within the horizon.
  ///   - replications: At least 1, below 2³¹.
  ///   - seed: With the names, all that random numbers hang on.
  ///   - threads: At most so many run at once.
  /// - Returns: One spread for each of the days, in their order; none where the need asks for nothing.
  public func spreads(
    ofNeed need: String, on days: [Int], replications: Int, seed: UInt64, threads: Int
  ) -> [CoverageSpread] {
    let number = coverage.needs.firstIndex { scenario.needs[$0.need].id == need }
    guard let number, let tally = tally(replications: replications, seed: seed, threads: threads)
    else { return [] }
    let own = coverage.needs[number].start..<coverage.needs[number].end
    precondition(days.allSatisfy(own.contains), "a day is not one of the need's")
    let record = CoverageRecord(need: number, plan: coverage, tally: tally, replications: replications)
    return days.map(record.spread)
  }

  private func tally(
    replications: Int, seed: UInt64, threads: Int, interruption: Interruption? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) -> Tally? {
    precondition((1..<Int(Int32.max)).contains(replications), "replications out of range")
    let program = program(seed: seed)
    return Replications.run(
      0..<replications, threads: threads, interruption: interruption, progress: progress
    ) { worker(program) }
  }

  /// The steps of every replication.
  func program(seed: UInt64) -> Program {
    ProgramBuilder(scenario: scenario, units: units, parts: parts, seed: seed, eventsOnly: eventsOnly).program
  }

  func worker(_ program: Program) -> Worker {
    Worker(program, units: units, parts: parts, entries: entries, coverage: coverage)
  }

  func summary(_ tally: Tally, _ replications: Int) -> TimelineSummary {
    TimelineSummary(
      scenario: scenario, entries: entries, plan: coverage, tally: tally, replications: replications)
  }
}
