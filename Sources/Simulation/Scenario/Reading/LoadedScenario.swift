/// A scenario and what is to be said about how it was read.
public struct LoadedScenario: Sendable {
  public let scenario: Scenario
  /// `sha256:` and 64 hexadecimal digits, the same for the same content whatever its layout or order.
  public let digest: String
  /// Names of the sets of changes that were applied, sorted.
  public let overrides: [String]
  /// One line each: what was read but plays no part yet, and how much has no source.
  public let notices: [String]
}
