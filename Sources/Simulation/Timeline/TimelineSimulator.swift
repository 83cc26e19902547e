/// Tests a plan against chance: runs it many times with random delays, and counts what is there on which day.
///
/// A replication hangs on the seed, its number and the names of pledges, stages and gates alone. So the
/// result is the same on any number of threads, and two plans meet the same luck where they have pledges in
/// common.
public struct TimelineSimulator: Sendable {
  private let scenario: Scenario
  private let units: [PlannedUnit]
  private let parts: UnitParts
  private let entries: [PlanEntry]
  private let coverage: CoveragePlan
  private let eventsOnly: Bool

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
    precondition((1..<Int(Int32.max)).contains(replications), "replications out of range")
    let builder = ProgramBuilder(
      scenario: scenario, units: units, parts: parts, seed: seed, eventsOnly: eventsOnly)
    let program = builder.program
    let tally = Replications.run(
      replications, threads: threads, interruption: interruption, progress: progress
    ) {
      Worker(program, units: units, parts: parts, entries: entries, coverage: coverage)
    }
    return tally.map {
      TimelineSummary(
        scenario: scenario, entries: entries, plan: coverage, tally: $0, replications: replications
      ).timeline(seed: seed)
    }
  }
}
