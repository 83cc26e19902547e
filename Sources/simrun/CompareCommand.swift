internal import ArgumentParser
internal import Simulation

/// Says what differs in two scenarios, and what that changes.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what differs in two scenarios, and which results that moves beyond noise.",
    discussion: """
      Both are planned and tested under the same luck, that of the first. One scenario with and without a set of \
      its changes: simrun compare s.json s.json --other-with NAMES
      """)

  @OptionGroup var input: ScenarioArgument

  @Argument(help: "The scenario to compare it with.")
  var other: String

  @Option(
    name: .long,
    help: ArgumentHelp("Overrides to apply to the other scenario.", valueName: "names"),
    transform: { try Given.names($0) })
  var otherWith: [[String]] = []

  @OptionGroup var planning: PlanningOptions
  @OptionGroup var chance: ChanceOptions
  @OptionGroup var directory: DirectoryOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      var reading = input.reading
      reading.overrides = otherWith.flatMap(\.self)
      return try output.printing(
        .compare(with: other, reading: reading), planning, reading: input.reading, chance: chance,
        into: directory, input.scenario, interruption)
    }
  }
}
