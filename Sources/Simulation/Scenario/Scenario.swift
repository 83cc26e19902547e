/// A whole scenario: what missions need, what states pledged, and how fast pledges turn into presence.
///
/// An immutable value that has passed every check: references resolve, ranges hold, processes have no
/// cycles. Every list is sorted by identifier (by unicode scalars), whatever its order in the file, so that
/// nothing computed from a scenario can depend on that order. Days count from ``dayZero``; money is in US
/// dollars.
public struct Scenario: Sendable, Equatable {
  public var id: String
  public var title: String
  public var dayZero: CalendarDate
  public var horizon: Horizon
  public var capabilities: [Capability]
  public var substitutions: [Substitution]
  public var missions: [Mission]
  public var needs: [Need]
  public var contributors: [Contributor]
  public var pledges: [Pledge]
  public var packages: [Package]
  public var supports: [Support]
  public var lift: [LiftPool]
  public var processes: [ProcessPlan]
  public var gates: [Gate]
  public var resources: [SharedResource]
  public var risks: [RiskEvent]
  public var milestones: [Milestone]
  public var trigger: Trigger
  public var allocation: AllocationSettings
  public var simulation: SimulationSettings

  public init(id: String, title: String, dayZero: CalendarDate, horizon: Horizon) {
    self.id = id
    self.title = title
    self.dayZero = dayZero
    self.horizon = horizon
    capabilities = []
    substitutions = []
    missions = []
    needs = []
    contributors = []
    pledges = []
    packages = []
    supports = []
    lift = []
    processes = []
    gates = []
    resources = []
    risks = []
    milestones = []
    trigger = Trigger()
    allocation = AllocationSettings()
    simulation = SimulationSettings()
  }
}

/// The days that are looked at, cut into periods.
public struct Horizon: Sendable, Equatable {
  /// Days in all, from 0 up to but not including this one.
  public var days: Int
  /// Days of a period; the last may be shorter.
  public var periodDays: Int

  public init(days: Int, periodDays: Int = 30) {
    self.days = days
    self.periodDays = periodDays
  }

  public var periodCount: Int { (days + periodDays - 1) / periodDays }

  /// The days of one period, in `0 ..< days`.
  public func period(_ index: Int) -> Range<Int> {
    index * periodDays..<min(days, (index + 1) * periodDays)
  }

  public var periods: [Range<Int>] { (0..<periodCount).map(period) }
}

/// Where a figure comes from: a source, an assumption of the author, both, or neither.
///
/// Keys are names of fields; the empty key speaks for the whole entry.
public struct Evidence: Sendable, Equatable {
  public var sources: [String: String]
  public var assumptions: [String: String]

  public init(sources: [String: String] = [:], assumptions: [String: String] = [:]) {
    self.sources = sources
    self.assumptions = assumptions
  }

  public var isUnsourced: Bool { sources.isEmpty && assumptions.isEmpty }
}

/// Names an entry may be limited to, or may exclude.
///
/// An empty `only` means all.
public struct Selection: Sendable, Equatable {
  public var only: Set<String>
  public var except: Set<String>

  public init(only: Set<String> = [], except: Set<String> = []) {
    self.only = only
    self.except = except
  }

  public func allows(_ id: String) -> Bool { (only.isEmpty || only.contains(id)) && !except.contains(id) }
}

/// A dated point at which the pool of pledges is looked at, such as a ministerial.
public struct Milestone: Sendable, Equatable {
  public var id: String
  public var name: String
  public var day: Int
  public var evidence: Evidence

  public init(id: String, name: String, day: Int, evidence: Evidence = Evidence()) {
    self.id = id
    self.name = name
    self.day = day
    self.evidence = evidence
  }
}

/// The day a crisis begins and how many days of warning there were.
public struct Trigger: Sendable, Equatable {
  public var onDay: Distribution
  public var warningDays: Double

  public init(onDay: Distribution = .fixed(0), warningDays: Double = 0) {
    self.onDay = onDay
    self.warningDays = warningDays
  }
}
