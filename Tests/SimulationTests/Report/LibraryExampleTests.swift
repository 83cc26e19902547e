import Foundation
import Simulation
import Testing

@Suite("The library's documentation")
struct LibraryExampleTests {
  @Test("The example of the first page is this code, and it runs")
  func exampleRuns() throws {
    let path = ScenarioFolder.root + "/Scenarios/small/two-missions.json"
    // begin
    let loaded = try ScenarioFile.read(path: path)
    let allocation = try Allocator(scenario: loaded.scenario).allocate()
    let simulator = TimelineSimulator(scenario: loaded.scenario, assignments: allocation.assignments)
    let timeline = simulator.run(replications: 1_000, seed: 2017, threads: 2)
    for need in timeline?.needs ?? [] {
      print(need.need, need.gapDays.mean, "±", need.gapDays.standardError)
    }
    // end
    #expect(timeline?.needs.map(\.need) == loaded.scenario.needs.map(\.id))
    #expect(try firstPage().contains(try example()))
  }

  private func firstPage() throws -> String {
    let path = ScenarioFolder.root + "/Sources/Simulation/Simulation.docc/Simulation.md"
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// The lines between the two marks of this file, without their indentation.
  private func example() throws -> String {
    let lines = try String(contentsOfFile: #filePath, encoding: .utf8).components(separatedBy: "\n")
    let first = try #require(lines.firstIndex { $0.hasSuffix("// begin") })
    let last = try #require(lines.firstIndex { $0.hasSuffix("// end") })
    return lines[(first + 1)..<last].map { String($0.dropFirst(4)) }.joined(separator: "\n")
  }
}
