import Foundation
import Simulation
import Testing

@Suite("The file itself")
struct ScenarioFileTests {
  private func message(_ path: String) -> String {
    do throws(ScenarioRejected) {
      _ = try ScenarioFile.read(path: path)
      return "none"
    } catch {
      return error.description
    }
  }

  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "scenario.json")
    try Data(bytes).write(to: file)
    try body(file.path)
  }

  @Test("A file that is missing, a directory or empty is told as such")
  func wholeFile() throws {
    #expect(message("/nowhere/x.json") == "/nowhere/x.json: there is no such file")
    #expect(message("/") == "/: this is a directory; give the scenario file in it")
    try withFile([]) { #expect(message($0) == "\($0): the file is empty") }
  }

  @Test("A file is read as its bytes are")
  func read() throws {
    try withFile(Array(Fixture.whole.utf8)) { path in
      let fromFile = try ScenarioFile.read(path: path)
      #expect(fromFile.scenario == (try Fixture.read(Fixture.whole).scenario))
      #expect(fromFile.overrides.isEmpty)
    }
  }
}
