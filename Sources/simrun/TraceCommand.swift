internal import ArgumentParser
internal import Simulation

/// Tells one replication.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Tell one replication: what each unit goes through, and waits for.",
    discussion: """
      It is the replication of that number among those that 'simrun SCENARIO' counts with the same seed. \
      Without --plan the plan is made first.
      """)

  @OptionGroup var input: ScenarioArgument

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Which replication, 0 to 999999999.", valueName: "i"),
    transform: { try Given.whole($0, in: 0...999_999_999) })
  var replication: Int

  @Option(
    name: .long, help: ArgumentHelp("The only pledge to tell of.", valueName: "id"),
    transform: { try Given.path($0) })
  var pledge: String?

  @Option(
    name: .long, help: ArgumentHelp("A plan that is made already, or results.json.", valueName: "file"),
    transform: { try Given.path($0) })
  var plan: String?

  @OptionGroup var planning: PlanningOptions

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Whole number that all chance hangs on.", valueName: "n"),
    transform: { try Given.seed($0) })
  var seed: UInt64?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      var options = planning.runOptions
      options.reading = input.reading
      options.seed = seed
      options.givenPlan = plan
      options.wantsTimeline = false
      options.trace = TraceRequest(replication: replication, pledge: pledge)
      return try output.printing(to: output.target, options, input.scenario, interruption)
    }
  }
}
