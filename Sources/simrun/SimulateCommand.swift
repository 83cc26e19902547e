internal import ArgumentParser
internal import Simulation

/// Tests a given plan against chance.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Test a given plan against chance, without making one.",
    discussion: """
      The plan is what 'simrun allocate --save-plan' wrote, results.json, or its 'allocation'. Everything in it \
      has to fit the scenario; if the scenario is not the one that it was made for, the page says so.
      """)

  @OptionGroup var input: ScenarioArgument

  @Option(
    name: .long, help: ArgumentHelp("The plan: what --save-plan wrote, or results.json.", valueName: "file"),
    transform: { try Given.path($0) })
  var plan: String

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var work: ThreadsOption
  @OptionGroup var directory: DirectoryOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      var options = RunOptions(
        reading: input.reading, threads: work.count)
      chance.apply(to: &options)
      options.givenPlan = plan
      let target = try directory.added(to: output.target)
      return try output.printing(to: target, options, input.scenario, interruption)
    }
  }
}
