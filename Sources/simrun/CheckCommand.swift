internal import ArgumentParser
internal import Simulation

/// Checks a scenario and does nothing else.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a scenario only; lists everything that is wrong.")

  @OptionGroup var input: ScenarioArgument

  func run() throws {
    try Ending.of { _ in
      let loaded = try ScenarioFile.read(path: input.scenario)
      _ = try StandardStreams.write(CheckPage(loaded, width: Terminal.columns).text)
      return .done
    }
  }
}
