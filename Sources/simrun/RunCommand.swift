internal import ArgumentParser
internal import Simulation

/// Plans, tests the plan against chance, prints the page.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Plan, test the plan against chance, print the page (the default).")

  @OptionGroup var input: ScenarioArgument
  @OptionGroup var planning: PlanningOptions

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var directory: DirectoryOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      var options = planning.runOptions
      options.reading = input.reading
      chance.apply(to: &options)
      let target = try directory.added(to: output.target)
      return try output.printing(to: target, options, input.scenario, interruption)
    }
  }
}
