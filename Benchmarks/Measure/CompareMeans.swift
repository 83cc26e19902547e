internal import ArgumentParser
internal import Foundation
internal import Simulation

/// `measure compare-means`.
struct CompareMeans: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare-means",
    abstract: "Solve scenarios' linear programs by every means; one JSON object for each file.",
    discussion: "Each program is written beside its scenario, as MPS, for another solver.")

  @Argument(help: "Scenario files.") var scenarios: [String]

  private static let means = [
    "plain": RelaxationMeans.plain,
    "sifting": RelaxationMeans(differences: true, sifts: true),
    "interior": RelaxationMeans(differences: true, sifts: true, usesInteriorPoint: true),
  ]

  /// Exact arithmetic, the last resort, may take minutes.
  private static let mostSeconds = 10

  func run() throws {
    for path in scenarios {
      var found: [String: Any] = ["scenario": path]
      do {
        found["levels"] = try levels(of: path)
      } catch {
        found["error"] = "\(error)"
      }
      let line = try JSONSerialization.data(withJSONObject: found, options: .sortedKeys)
      print(String(decoding: line, as: UTF8.self))
    }
  }

  /// The gap, and the cost at nearly the smallest gap: with more room than the solvers' tolerances, so that these do
  /// not decide.
  private func levels(of path: String) throws -> [[String: Any]] {
    let model = Allocator(
      scenario: try ScenarioFile.read(path: path).scenario, options: AllocationOptions(wholeUnits: false)
    ).model
    let gap = try LinearSolver.relaxation(of: model.program).objective
    let programs = [model.program, model.costProgram(gapAtMost: gap + 1e-5 * max(1, gap))]
    return try programs.enumerated().map { number, program in
      let file = "\(path).\(number).mps"
      try program.freeMPS.write(toFile: file, atomically: true, encoding: .utf8)
      var figures: [String: Any] = ["mps": file, "columns": program.columns.count]
      for (name, means) in Self.means { figures[name] = self.figures(of: program, by: means) }
      return figures
    }
  }

  /// The optimum and what its certificate proves, or why there is none.
  private func figures(of program: LinearProgram, by means: RelaxationMeans) -> [String: Any] {
    do {
      let stop = StopSignal(deadline: .now + .seconds(Self.mostSeconds))
      let optimum = try RelaxationSession.with(program, means: means, stop: stop) {
        session throws(SolverFailure) in
        try session.solve()
      }
      return [
        "objective": optimum.objective, "bound": optimum.bound, "isProved": optimum.isProved,
        "steps": optimum.iterations,
      ]
    } catch {
      return ["failure": "\(error)"]
    }
  }
}
