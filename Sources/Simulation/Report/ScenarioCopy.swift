internal import Foundation

/// A scenario as one plain JSON file, for somebody who is to have nothing else.
public struct ScenarioCopy: Sendable {
  private let text: String
  private let sources: [String]

  /// `nil` where the scenario was read without ``ReadingOptions/keepsText``.
  public init?(of loaded: LoadedScenario) {
    guard let text = loaded.text else { return nil }
    self.text = text
    sources = loaded.places.sources.map(\.name)
  }

  /// Writes the file; none of those the scenario was read from, whose comments would be lost.
  ///
  /// - Throws: ``CannotWrite``.
  public func write(to path: String) throws(CannotWrite) {
    guard !sources.contains(where: { Self.resolved($0) == Self.resolved(path) }) else {
      throw CannotWrite(path: path, cause: "the scenario was read from this file")
    }
    var files = FileSet()
    files.add(path: path, text: text)
    try files.write()
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
