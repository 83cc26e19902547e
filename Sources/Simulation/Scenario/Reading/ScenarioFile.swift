/// A scenario and what is to be said about how it was read.
public struct LoadedScenario: Sendable {
  public let scenario: Scenario
  /// `sha256:` and 64 hexadecimal digits, the same for the same content whatever its layout or order.
  public let digest: String
  /// Names of the sets of changes that were chosen, in the order in which they were applied.
  public let overrides: [String]
  /// One line each: what was read but plays no part yet, and how much has no source.
  public let notices: [String]
}

/// The door from a scenario file to a ``Scenario``.
public enum ScenarioFile {
  /// Reads and checks a whole scenario.
  ///
  /// - Throws: ``ScenarioRejected`` with everything that is wrong, sorted by place.
  public static func read(path: String) throws(ScenarioRejected) -> LoadedScenario {
    let bytes: [UInt8]
    do throws(ScenarioIssue) {
      bytes = try FileBytes.read(path)
    } catch {
      throw ScenarioRejected(issues: [error])
    }
    return try read(bytes: bytes, name: path)
  }

  /// Reads and checks a whole scenario that is in memory already; messages call it by the name.
  ///
  /// - Throws: ``ScenarioRejected`` with everything that is wrong, sorted by place.
  public static func read(bytes: [UInt8], name: String) throws(ScenarioRejected) -> LoadedScenario {
    guard !bytes.isEmpty else {
      throw ScenarioRejected(issues: [ScenarioIssue(file: name, message: "the file is empty")])
    }
    let source = SourceText(name: name, bytes: bytes)
    let reading = Reading()
    let (root, problems) = JSONParser.parse(source)
    problems.forEach(reading.problems.report)
    let loaded = root.flatMap { ScenarioReader(reading, root: $0).read() }
    guard reading.problems.count == 0, let root, let loaded else {
      throw reading.problems.rejection(of: [source])
    }
    return LoadedScenario(
      scenario: loaded.scenario, digest: ContentDigest.of(root), overrides: [],
      notices: Notices.about(loaded.scenario, overrideSets: loaded.overrideSets))
  }
}
