/// A plan that somebody has made already, to be tested and not to be improved.
public struct GivenPlan: Sendable, Equatable {
  /// Sorted by need, pledge, arrival day; each fits the scenario.
  public let assignments: [Assignment]
  /// One sentence for each thing that is allowed and that a reader has to know.
  public let warnings: [BilingualText]

  public init(assignments: [Assignment], warnings: [BilingualText] = []) {
    self.assignments = assignments.sorted {
      ($0.need, $0.pledge, $0.arrivalDay, $0.requestDay ?? -1)
        < ($1.need, $1.pledge, $1.arrivalDay, $1.requestDay ?? -1)
    }
    self.warnings = warnings
  }
}

extension GivenPlan {
  /// Reads and checks a plan for a scenario: `results.json`, its `allocation`, or what `--save-plan` wrote.
  ///
  /// The scenario may have changed since, as long as everything in the plan still fits: that is a warning.
  ///
  /// - Parameters:
  ///   - path: The plan's file.
  ///   - loaded: The scenario that it is for.
  /// - Returns: What is sent where and when.
  /// - Throws: ``ScenarioRejected`` with everything that is wrong, sorted by place.
  public static func read(path: String, for loaded: LoadedScenario) throws(ScenarioRejected) -> GivenPlan {
    try read(bytes: PlanFile.bytes(of: path), name: path, for: loaded)
  }

  /// Reads and checks a plan that is in memory already.
  package static func read(
    bytes: [UInt8], name: String, for loaded: LoadedScenario
  ) throws(ScenarioRejected) -> GivenPlan {
    try PlanFile.read(bytes: bytes, name: name, for: loaded) { allocation, digest in
      var reader = GivenPlanReader(loaded.scenario)
      let assignments = reader.assignments(of: allocation)
      let changed = digest.flatMap { $0 == loaded.digest ? nil : Self.changedSince($0, loaded) }
      return assignments.map {
        GivenPlan(assignments: $0, warnings: [changed].compactMap(\.self) + reader.warnings)
      }
    }
  }

  private static func changedSince(_ digest: String, _ loaded: LoadedScenario) -> BilingualText {
    BilingualText(
      en:
        "the plan was made for \(digest), and the scenario is now \(loaded.digest); everything in the plan fits it",
      fr:
        "le plan a été fait pour \(digest), et le scénario est maintenant \(loaded.digest) ; tout dans le plan y convient"
    )
  }
}
