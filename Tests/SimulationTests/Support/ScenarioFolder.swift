import Foundation

/// Where the shipped scenarios stand.
enum ScenarioFolder {
  /// The folder of the project, without a slash at its end.
  static let root: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.standardizedFileURL.path
  }()

  static let shipped = root + "/Scenarios/vancouver-2017.json"
}
