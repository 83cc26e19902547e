/// What is said of a scenario in which nothing is wrong.
public struct CheckPage: Sendable {
  /// Warnings that are spelled out.
  private static let mostWarnings = 100

  private let check: ScenarioCheck
  private let width: Int

  public init(_ check: ScenarioCheck, width: Int = 100) {
    self.check = check
    self.width = width
  }

  public var text: String {
    let loaded = check.loaded
    let scenario = loaded.scenario
    let overrides = loaded.overrides.isEmpty ? nil : "With: \(loaded.overrides.joined(separator: ", "))"
    let notices = [scenario.unusedFeaturesNotice].compactMap(\.self) + loaded.notices
    let head = [
      "\(scenario.title): nothing is wrong\(doubts).", ScenarioText.size(of: scenario),
      EvidenceCount(scenario).statement(.english), overrides, "Digest: \(loaded.digest)",
    ]
    let lines = (head.compactMap(\.self) + notices.map { "Notice: \($0)" })
      .flatMap { DisplayText.wrapped($0, width: width) }
    return (lines + warnings).map { $0 + "\n" }.joined()
  }

  private var doubts: String {
    let count = check.warnings.count
    return count == 0 ? "" : ", but there \(count == 1 ? "is 1 warning" : "are \(count) warnings")"
  }

  // Not wrapped: programs that show places look for one line each.
  private var warnings: [String] {
    let shown = check.loaded.located(check.warnings).prefix(Self.mostWarnings).map(\.description)
    let more = check.warnings.count - shown.count
    return shown + (more > 0 ? ["and \(more) more"] : [])
  }
}
