import Foundation

extension Fixture {
  /// Every key of the format at least once; the check of the schema in Python begins from it too.
  static let whole: String = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "WholeScenario.json")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()
}
