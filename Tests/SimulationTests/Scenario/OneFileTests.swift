import Foundation
import Simulation
import Testing

@Suite("A scenario written out as one file")
struct OneFileTests {
  /// Scenarios and not what they include.
  private static let shippedPaths: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Scenarios").standardizedFileURL.path
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.sorted()
      .map { "\(folder)/\($0)" }
      .filter { (try? String(contentsOfFile: $0, encoding: .utf8))?.contains("\"dayZero\":") == true }
  }()

  private func written(_ loaded: LoadedScenario) throws -> String { try #require(loaded.text) }

  private func read(_ text: String, _ names: String...) throws(ScenarioRejected) -> LoadedScenario {
    try ScenarioFile.read(
      bytes: Array(text.utf8), name: "t.json",
      options: ReadingOptions(overrides: names, keepsText: true))
  }

  private func expectSame(_ copy: LoadedScenario, as loaded: LoadedScenario) {
    #expect(copy.scenario == loaded.scenario)
    #expect(copy.digest == loaded.digest)
    #expect(copy.warnings == loaded.warnings)
  }

  @Test("A scenario that is read, written and read again is the same, to its digest")
  func whole() throws {
    let loaded = try read(Fixture.whole)
    let copy = try read(try written(loaded))
    expectSame(copy, as: loaded)
    #expect(copy.notices == loaded.notices, "the overrides are still on offer")
    #expect(copy.text == loaded.text)
  }

  @Test("So is each shipped scenario", arguments: shippedPaths)
  func shipped(path: String) throws {
    let loaded = try ScenarioFile.read(
      path: path, options: ReadingOptions(allowsOutside: true, keepsText: true))
    expectSame(try read(try written(loaded)), as: loaded)
  }

  @Test("So is one in several files and spreadsheets, whatever their layout", arguments: 0..<20)
  func split(seed: UInt64) throws {
    var layout = RandomLayout(seed: seed)
    let files = layout.files(of: Fixture.whole)
    let loaded = try Fixture.read(files, top: "top.json", options: ReadingOptions(keepsText: true))
    let text = try written(loaded)
    #expect(!text.contains("\"include\"") && !text.contains("\"csv\""))
    expectSame(try read(text), as: loaded)
  }

  @Test("With overrides it is the scenario as they make it, and offers none")
  func overrides() throws {
    let loaded = try read(Fixture.whole, "slow-consent")
    let text = try written(loaded)
    #expect(!text.contains("\"overrides\""))
    let copy = try read(text)
    expectSame(copy, as: loaded)
    #expect(copy.scenario != (try read(Fixture.whole).scenario))
  }

  @Test("It is plain JSON: no comments, no commas at the end, escapes where JSON asks for them")
  func plain() throws {
    let odd = #""title": "tab\t \"quotes\" \\ é", // said"#
    let loaded = try read(Fixture.small.replacing("\"dayZero\"", with: odd + "\n\"dayZero\""))
    let text = try written(loaded)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["title"] as? String == "tab\t \"quotes\" \\ é")
    expectSame(try read(text), as: loaded)
  }

  @Test("What fits on a line stands on one, entries in the order of the file")
  func layout() throws {
    let text = """
      {"formatVersion": 1, "id": "x", "dayZero": "2017-11-15", "horizon": {"days": 2e1}, "notes": null,
       "missions": [{"id": "unmiss", "name": "UN Mission in South Sudan", "source": "a long report, page 1"}, {"id": "minusma"}]}
      """
    #expect(
      try written(read(text)) == """
        {
          "formatVersion": 1,
          "id": "x",
          "dayZero": "2017-11-15",
          "horizon": {"days": 2e1},
          "missions": [
            {"id": "unmiss", "name": "UN Mission in South Sudan", "source": "a long report, page 1"},
            {"id": "minusma"}
          ]
        }

        """)
  }

  @Test("The shipped scenarios are there")
  func list() { #expect(Self.shippedPaths.count >= 4) }

  @Test("It is kept only where it was asked for")
  func notAsked() throws { #expect(try Fixture.read(Fixture.small).text == nil) }
}
