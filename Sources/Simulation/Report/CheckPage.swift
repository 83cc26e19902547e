/// What is said of a scenario in which nothing is wrong.
public struct CheckPage: Sendable {
  private let loaded: LoadedScenario
  private let width: Int

  public init(_ loaded: LoadedScenario, width: Int = 100) {
    self.loaded = loaded
    self.width = width
  }

  public var text: String {
    let scenario = loaded.scenario
    let assumed = EvidenceCount(scenario).statement
    let notices = [scenario.unusedFeaturesNotice].compactMap(\.self) + loaded.notices
    return
      ([
        "\(scenario.title): nothing is wrong.", ScenarioText.size(of: scenario), assumed,
        "Digest: \(loaded.digest)",
      ] + notices.map { "Notice: \($0)" })
      .flatMap { DisplayText.wrapped($0, width: width) }.map { $0 + "\n" }.joined()
  }
}
