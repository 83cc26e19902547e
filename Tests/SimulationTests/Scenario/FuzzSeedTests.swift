import Foundation
import Simulation
import Testing

@Suite("The seeds of the fuzzer")
struct FuzzSeedTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Fuzz/Seeds").standardizedFileURL

  private static let seeds: [String: [String]] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.reduce(into: [:]) { seeds, name in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      seeds[name] = lines.split(separator: "---", omittingEmptySubsequences: false).map {
        $0.joined(separator: "\n")
      }
    }
  }()

  @Test("All but the broken one are accepted, so that the fuzzer begins deep in the reader")
  func accepted() throws {
    #expect(Self.seeds.count > 5)
    for (name, parts) in Self.seeds {
      let names = ["scenario.json", "overrides", "more.json", "first.csv", "second.csv"]
      let files = Dictionary(uniqueKeysWithValues: zip(names, parts))
      let overrides = (files["overrides"] ?? "").split(separator: ",").map(String.init)
      let issues = Fixture.issues(
        files, top: "scenario.json", options: ReadingOptions(overrides: overrides))
      #expect(issues.isEmpty == (name != "broken.txt"), "\(name): \(issues)")
    }
  }

  @Test("They name every key of the format")
  func keys() throws {
    let keys = try SchemaDocument(ScenarioSchema.text).objects.reduce(into: Set()) { $0.formUnion($1.keys) }
    let all = Self.seeds.values.joined().joined(separator: "\n")
    let missing = keys.filter { !all.contains("\"\($0)\"") && !all.contains("\($0),") }
    #expect(missing.isEmpty)
  }
}
