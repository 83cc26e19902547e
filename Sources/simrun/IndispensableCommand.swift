internal import ArgumentParser
internal import Simulation

/// Plan without each contributor, to see whom the plan cannot do without.
struct IndispensableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indispensable",
    abstract: "Plan without each contributor, to see whom the plan cannot do without.")

  @OptionGroup var input: ScenarioArgument
  @OptionGroup var planning: PlanningOptions
  @OptionGroup var directory: DirectoryOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      try output.printing(
        .indispensable, planning, reading: input.reading, into: directory, input.scenario, interruption)
    }
  }
}
