import Foundation
import Simulation

/// The main job on the shipped scenario, whole or up to the phase that is to be measured.
enum ShippedJob {
  static let replications = 10_000

  private static let folder: String = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return root.joined(separator: "/") + "/Scenarios/"
  }()

  static let path = folder + "vancouver-2017.json"

  /// A file of `Scenarios`.
  static func data(of name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder + name))
  }

  static func scenario() throws -> Scenario { try ScenarioFile.read(path: path).scenario }

  /// What `simrun check` does.
  static func check() throws -> ScenarioCheck { ScenarioCheck(try ScenarioFile.read(path: path)) }

  static func model(of scenario: Scenario, threads: Int) -> Allocator {
    Allocator(scenario: scenario, options: AllocationOptions(threads: threads))
  }

  static func simulator() throws -> TimelineSimulator {
    let scenario = try scenario()
    let plan = try model(of: scenario, threads: 2).allocate()
    return TimelineSimulator(scenario: scenario, assignments: plan.assignments)
  }

  static func result() throws -> RunResult {
    try MainJob(options: RunOptions(replications: replications, threads: 2)).run(path: path)
  }

  /// Bytes of the page and of `results.json`.
  static func render(_ result: RunResult) -> Int {
    PlannersPage(result).text.utf8.count + ResultsDocument(result).text.utf8.count
  }
}
