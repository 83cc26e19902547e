internal import ArgumentParser
internal import Simulation

/// Makes the plan alone.
struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate", abstract: "Plan who should go where and when, without testing it.")

  @OptionGroup var input: ScenarioArgument
  @OptionGroup var planning: PlanningOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Write the plan's model as MPS, for any other solver.", valueName: "file"),
    transform: { try Given.path($0) })
  var exportModel: String?

  @Option(
    name: .long, help: ArgumentHelp("Write the plan alone, as JSON.", valueName: "file"),
    transform: { try Given.path($0) })
  var savePlan: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try Ending.of { interruption in
      var options = planning.runOptions
      options.reading = input.reading
      options.wantsTimeline = false
      options.exportsModel = exportModel != nil
      var target = output.target
      target.model = exportModel
      target.plan = savePlan
      return try output.printing(to: target, options, input.scenario, interruption)
    }
  }
}
