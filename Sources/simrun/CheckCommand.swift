internal import ArgumentParser
internal import Simulation

/// Checks a scenario and does nothing else.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a scenario only; lists everything that is wrong or doubtful.")

  @OptionGroup var input: ScenarioArgument

  @Flag(name: .long, help: "Refuse a scenario with warnings.")
  var strict = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the scenario as one plain JSON file, without includes and spreadsheets, overrides applied.",
      valueName: "file"),
    transform: { try Given.path($0) })
  var write: String?

  func run() throws {
    try Ending.of { _ in
      var reading = input.reading
      reading.keepsText = write != nil
      let check = ScenarioCheck(try ScenarioFile.read(path: input.scenario, options: reading))
      let isRefused = strict && !check.warnings.isEmpty
      if let write, !isRefused { try ScenarioCopy(of: check.loaded)?.write(to: write) }
      _ = try StandardStreams.write(CheckPage(check, width: Terminal.columns).text)
      return isRefused ? .scenarioRefused : .done
    }
  }
}
