/// Everything that one run found out, for the page, the tables and `results.json`.
public struct RunResult: Sendable {
  public var scenario: Scenario
  /// `sha256:` and the digest of what was read.
  public var digest: String
  /// Names of the overrides applied, in their order.
  public var overrides: [String]
  /// The day on which the pool of pledges was looked at, where one was asked for.
  public var poolAsOf: CalendarDate?
  /// What is to be said about the scenario though it was not refused.
  public var notices: [BilingualText]
  /// What is allowed and probably not meant, sorted by entry.
  public var warnings: [ScenarioWarning]
  /// `nil` where the run was stopped before there was a plan.
  public var allocation: Allocation?
  /// `nil` where only a plan was asked for, or the run was stopped before all replications had ended.
  public var timeline: Timeline?
  /// One replication told; `nil` where it was not asked for.
  public var trace: ReplicationTrace?
  /// What was asked beside the plan; `nil` where nothing was.
  public var inquiry: Inquiry?
  /// Whether a timeline was asked for.
  public var wantsTimeline: Bool
  /// The plan's model for other solvers, in free MPS; `nil` where it was not asked for.
  public var exportedModel: String?
  public var seed: UInt64
  public var threads: Int
  /// Where the run was interrupted; what is here is only what was finished by then.
  public var interruptedIn: Phase?
  public var timings: Timings
  /// Version of the solver, such as `5.0`.
  public var solverVersion: String
  /// What page and tables are written in.
  public var language = Language.english

  /// The steps of a run, in their order.
  public enum Phase: String, Sendable, CaseIterable {
    case load, build, solve, simulate
  }

  public init(
    scenario: Scenario, digest: String, seed: UInt64, threads: Int, wantsTimeline: Bool, solverVersion: String
  ) {
    self.scenario = scenario
    self.digest = digest
    self.seed = seed
    self.threads = threads
    self.wantsTimeline = wantsTimeline
    self.solverVersion = solverVersion
    overrides = []
    notices = []
    warnings = []
    timings = Timings()
  }

  /// How things are said in its language.
  package var wording: Wording { Wording(language) }

  /// Whether the run was interrupted.
  public var isPartial: Bool { interruptedIn != nil }

  /// Whether the plan was given and not made: then nothing is known that only other plans could tell.
  package var isOfGivenPlan: Bool { allocation?.status == .given }

  /// How the program is to end that printed this.
  public var exitStatus: ExitStatus { isPartial ? .interrupted : .done }
}

/// Seconds that each phase of a run took on the clock.
public struct Timings: Sendable, Equatable {
  public var load: Double
  public var build: Double
  public var solve: Double
  public var simulate: Double
  /// Making the page and the tables.
  public var render: Double

  public init(
    load: Double = 0, build: Double = 0, solve: Double = 0, simulate: Double = 0, render: Double = 0
  ) {
    self.load = load
    self.build = build
    self.solve = solve
    self.simulate = simulate
    self.render = render
  }
}
