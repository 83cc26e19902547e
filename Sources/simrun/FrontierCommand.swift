internal import ArgumentParser
internal import Simulation

/// Show how the gap falls as a budget or a ceiling rises.
struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier", abstract: "Show how the gap falls as a budget or a ceiling rises.")

  @OptionGroup var input: ScenarioArgument
  @OptionGroup var planning: PlanningOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What rises: 'budget' for all missions (the default), 'budget:MISSION' or 'ceiling:MISSION.CATEGORY'.",
      valueName: "limit"),
    transform: { try Given.limit($0) })
  var limit: LimitChoice = .budget

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Where it begins, in US dollars or people.", valueName: "x"),
    transform: { try Given.amount($0) })
  var from: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Where it ends; where nothing more closes, unless given.", valueName: "y"),
    transform: { try Given.amount($0) })
  var to: Double?

  @OptionGroup var directory: DirectoryOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      try output.printing(
        .frontier(limit: limit, from: from, to: to), planning, reading: input.reading, into: directory,
        input.scenario, interruption)
    }
  }
}
