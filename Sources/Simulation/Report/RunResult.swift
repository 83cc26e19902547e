/// Everything that one run found out, for the page, the tables and `results.json`.
public struct RunResult: Sendable {
  public var scenario: Scenario
  /// `sha256:` and the digest of what was read.
  public var digest: String
  /// Names of the overrides applied, in their order.
  public var overrides: [String]
  /// What the reader of the scenario noticed and did not refuse.
  public var notices: [String]
  public var assumptions: [EntryText]
  public var sources: [EntryText]
  /// Entries with neither a source nor an assumption.
  public var unsourced: [String]
  /// `nil` where the run was stopped before there was a plan.
  public var allocation: Allocation?
  /// `nil` where only a plan was asked for, or the run was stopped before the first replications ended.
  public var timeline: Timeline?
  /// Whether a timeline was asked for.
  public var wantsTimeline: Bool
  public var seed: UInt64
  public var threads: Int
  /// Whether the run was interrupted and what is here is only what was finished by then.
  public var isPartial: Bool
  public var timings: Timings
  /// Version of the solver, such as `5.0`.
  public var solverVersion: String

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
    assumptions = []
    sources = []
    unsourced = []
    isPartial = false
    timings = Timings()
  }
}

/// What is said about one entry of the scenario, such as `pledges.can-aviation.tonnes`.
public struct EntryText: Sendable, Equatable {
  public var entry: String
  public var text: String

  public init(entry: String, text: String) {
    self.entry = entry
    self.text = text
  }
}

/// Seconds that each phase of a run took on the clock.
public struct Timings: Sendable, Equatable {
  public var load: Double
  public var build: Double
  public var solve: Double
  public var simulate: Double
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
