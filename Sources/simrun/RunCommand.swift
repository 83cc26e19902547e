internal import ArgumentParser
internal import Simulation

/// Plans, tests the plan against chance, prints the page.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Plan, test the plan against chance, print the page (the default).")

  @OptionGroup var input: ScenarioArgument
  @OptionGroup var planning: PlanningOptions

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Whole number that all chance hangs on.", valueName: "n"),
    transform: { try Given.seed($0) })
  var seed: UInt64?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("How often the plan is tested, 1 to 1000000000.", valueName: "n"),
    transform: { try Given.whole($0, in: 1...1_000_000_000) })
  var replications: Int?

  @OptionGroup var directory: DirectoryOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      var options = planning.runOptions
      options.reading = input.reading
      options.seed = seed
      options.replications = replications
      var target = output.target
      target.directory = directory.out
      return try output.printing(to: target, options, input.scenario, interruption)
    }
  }
}
