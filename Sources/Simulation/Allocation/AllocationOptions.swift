/// How a plan is to be made, beside what the scenario says.
public struct AllocationOptions: Sendable {
  /// `nil` does as the scenario says.
  public var wholeUnits: Bool?
  /// `nil` does as the scenario says.
  public var timeLimitSeconds: Double?
  /// Threads for lead times and independent parts; they never change the plan.
  public var threads: Int
  public var interruption: Interruption?
  /// A plan of which as little as possible is to be changed.
  public var earlier: EarlierPlan?

  public init(
    wholeUnits: Bool? = nil, timeLimitSeconds: Double? = nil, threads: Int = 1,
    interruption: Interruption? = nil, earlier: EarlierPlan? = nil
  ) {
    self.wholeUnits = wholeUnits
    self.timeLimitSeconds = timeLimitSeconds
    self.threads = threads
    self.interruption = interruption
    self.earlier = earlier
  }
}

extension AllocationOptions {
  /// Whether elements are never split: as asked, or else as the scenario says.
  func wantsWholeUnits(_ scenario: Scenario) -> Bool { wholeUnits ?? scenario.allocation.wholeUnits }

  /// As asked, or else as the scenario says.
  func seconds(for scenario: Scenario) -> Double { timeLimitSeconds ?? scenario.allocation.timeLimitSeconds }

  /// When work on a scenario ends that began at `start`.
  func stop(for scenario: Scenario, begun start: ContinuousClock.Instant = .now) -> StopSignal {
    StopSignal(deadline: start + .seconds(seconds(for: scenario)), interruption: interruption)
  }
}
