internal import ArgumentParser
internal import Simulation

/// Measures what was gained from milestone to milestone.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show the gap as the pool of pledges stood on each milestone.",
    discussion: """
      The needs of today against the pledges on record on each milestone of the scenario, by their 'recordedOn' \
      and 'history', with the same luck each time.
      """)

  @OptionGroup var input: ScenarioArgument
  @OptionGroup var planning: PlanningOptions
  @OptionGroup var chance: ChanceOptions
  @OptionGroup var directory: DirectoryOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if input.asOf != nil { throw ValidationError("leave --as-of out: progress looks at every milestone") }
  }

  func run() throws {
    try Ending.of { interruption in
      try output.printing(
        .progress, planning, reading: input.reading, chance: chance, into: directory, input.scenario,
        interruption)
    }
  }
}
