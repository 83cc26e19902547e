import Foundation

/// Where the shipped scenarios stand.
enum ScenarioFolder {
  static let shipped: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("Scenarios/vancouver-2017.json").path
  }()
}
