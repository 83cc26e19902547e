/// A scenario with everything that is doubtful in it.
public struct ScenarioCheck: Sendable {
  /// Pairs of a pledge and a need, times periods, up to which a model is built for a check alone.
  private static let largestModel = 200_000

  public let loaded: LoadedScenario
  /// Sorted by entry.
  public let warnings: [ScenarioWarning]

  public init(_ loaded: LoadedScenario) {
    self.loaded = loaded
    let scenario = loaded.scenario
    let isSmall =
      scenario.pledges.count * scenario.needs.count * scenario.horizon.periodCount <= Self.largestModel
    let ofModel = isSmall ? Allocator.scaleWarnings(of: scenario) : []
    // Everything but a large model is looked at in the time of reading.
    warnings = (loaded.warnings + SenseChecks(scenario).warnings + ofModel).sorted()
  }
}
