internal import ArgumentParser
internal import Simulation

/// Writes a small commented scenario to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a small commented scenario to start from.",
    discussion: "Makes the directory where it is missing, and writes over nothing.")

  @Argument(help: ArgumentHelp("Where to write scenario.json and its schema.", valueName: "dir"))
  var directory: String

  func run() throws {
    try Ending.of { _ in
      let scenario = try NewScenario.write(into: directory)
      _ = try StandardStreams.write(
        "Wrote \(scenario).\nNext: simrun \(scenario), then change it; simrun check \(scenario) says what is wrong.\n"
      )
      return .done
    }
  }
}
