internal import ArgumentParser
internal import Simulation

/// Find what to ask for next, and what it is worth.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Find what to ask for next, and what it is worth.")

  @OptionGroup var input: ScenarioArgument
  @OptionGroup var planning: PlanningOptions

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Units in the best set, 1 to 50.", valueName: "k"),
    transform: { try Given.whole($0, in: 1...50) })
  var count: Int = 5

  @OptionGroup var directory: DirectoryOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      try output.printing(
        .ask(count: count), planning, reading: input.reading, into: directory, input.scenario,
        interruption)
    }
  }
}
