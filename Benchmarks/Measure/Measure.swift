internal import ArgumentParser
internal import GeneratedModels

/// Writes the models that are measured, and measures one phase of work on one of them.
@main
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure one phase of simrun's work; what comes out is one JSON object.",
    subcommands: [
      WriteModel.self, WriteUnits.self, WriteNineJobs.self, MeasurePhase.self, MeasureTimeline.self,
      CompareMeans.self,
    ])
}

/// `measure write-model`.
struct WriteModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-model", abstract: "Write a generated scenario for the allocator to standard output.")

  @Option(name: .long) var pledges = 100
  @Option(name: .long) var missions = 3
  @Option(name: .long) var capabilities = 20
  @Option(name: .long, help: "Periods of 30 days.") var periods = 12
  @Option(name: .long) var seed: UInt64 = 1
  @Option(name: .long, help: "What each need's quantity is multiplied by.") var demand = 1
  @Flag(name: .long, help: "Draw days within their periods, too.") var offGrid = false

  func run() {
    let model = GeneratedAllocation(
      pledges: pledges, missions: missions, capabilities: capabilities, periods: periods, seed: seed,
      isOffGrid: offGrid, demand: demand)
    print(model.text, terminator: "")
  }
}

/// `measure write-units`.
struct WriteUnits: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-units", abstract: "Write the timeline's model of so many units to standard output.")

  @Argument(help: "A multiple of three.") var units = 30

  func run() { print(TimelineModel.units(units / 3 * 3), terminator: "") }
}

/// `measure write-nine-jobs`.
struct WriteNineJobs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-nine-jobs", abstract: "Write the project of nine jobs to standard output.")

  func run() { print(TimelineModel.nineJobs, terminator: "") }
}
