import Foundation
import PlanChecker
import Simulation

/// Judges plans that stand in files: `check-plans [--fractional] SCENARIO RESULTS [SCENARIO RESULTS …]`.
///
/// Prints what is wrong with each and ends with status 1 where anything is.
@main
enum CheckPlans {
  private struct Results: Decodable { var allocation: StatedPlan }

  static func main() throws {
    let isFractional = CommandLine.arguments.dropFirst().first == "--fractional"
    let files = Array(CommandLine.arguments.dropFirst(isFractional ? 2 : 1))
    precondition(!files.isEmpty && files.count.isMultiple(of: 2), "pairs of a scenario and its results")
    var wrong = 0
    for start in stride(from: 0, to: files.count, by: 2) {
      let scenario = try ScenarioFile.read(path: files[start]).scenario
      let results = try JSONDecoder().decode(
        Results.self, from: Data(contentsOf: URL(fileURLWithPath: files[start + 1])))
      let broken = PlanChecker(
        scenario, results.allocation, wholeUnits: isFractional ? false : nil
      ).brokenRows
      for row in broken { print("\(files[start + 1]): \(row)") }
      wrong += broken.isEmpty ? 0 : 1
    }
    print("\(files.count / 2 - wrong) of \(files.count / 2) plans keep every row of the method")
    exit(wrong == 0 ? 0 : 1)
  }
}
