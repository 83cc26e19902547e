internal import ArgumentParser
internal import Simulation

/// Checks a scenario and does nothing else.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a scenario only; lists everything that is wrong or doubtful.")

  @OptionGroup var input: ScenarioArgument

  @Flag(name: .long, help: "Refuse a scenario with warnings.")
  var strict = false

  func run() throws {
    try Ending.of { _ in
      let check = ScenarioCheck(try ScenarioFile.read(path: input.scenario, options: input.reading))
      _ = try StandardStreams.write(CheckPage(check, width: Terminal.columns).text)
      return strict && !check.warnings.isEmpty ? .scenarioRefused : .done
    }
  }
}
