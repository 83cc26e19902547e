internal import ArgumentParser
internal import Simulation

/// Says what differs in two scenarios, and what that changes.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what differs in two scenarios or results, and which figures that moves beyond noise.",
    discussion: """
      Two scenarios are planned and tested under the same luck, that of the first. One scenario with and without a \
      set of its changes: simrun compare s.json s.json --other-with NAMES. Two results.json are compared as they \
      are, each figure with the errors that it has by itself.
      """)

  @OptionGroup var input: ScenarioArgument

  @Argument(help: "The scenario to compare it with; or both are results.json.")
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
    if let given = scenarioOptions.first, isOfResults {
      throw ValidationError("\(given) is for scenarios; results.json are compared as they are")
    }
    try Ending.of { interruption in
      if let job = try ResultsComparisonJob(first: input.scenario, second: other) {
        var target = output.target
        target.directory = directory.out
        try job.write(to: target)
        return .done
      }
      var reading = input.reading
      reading.overrides = otherWith.flatMap(\.self)
      return try output.printing(
        .compare(with: other, reading: reading), planning, reading: input.reading, chance: chance,
        into: directory, input.scenario, interruption)
    }
  }

  /// Whether both are results; a problem with them is told by the work itself.
  private var isOfResults: Bool {
    (try? ResultsComparisonJob(first: input.scenario, second: other)) ?? nil != nil
  }

  /// What is given that only a scenario can do something with.
  private var scenarioOptions: [String] {
    let given: [(String, Bool)] = [
      ("--with", !input.with.isEmpty), ("--other-with", !otherWith.isEmpty), ("--as-of", input.asOf != nil),
      ("--allow-outside", input.allowOutside), ("--fractional", planning.fractional),
      ("--time-limit", planning.timeLimit != nil), ("--previous", planning.previous != nil),
      ("--seed", chance.seed != nil), ("--replications", chance.replications != nil),
      ("--precision", chance.precision != nil), ("--template", directory.template != nil),
    ]
    return given.filter(\.1).map(\.0)
  }
}
