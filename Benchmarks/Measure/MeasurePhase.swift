internal import ArgumentParser
internal import Foundation
internal import Simulation

/// `measure phase`.
struct MeasurePhase: ParsableCommand {
  enum Phase: String, ExpressibleByArgument, CaseIterable {
    case load, check, build, relax, whole, resolve, ask, frontier, simulate, render, export
  }

  static let configuration = CommandConfiguration(
    commandName: "phase", abstract: "Measure one phase of the work on a scenario file.")

  @Argument var phase: Phase
  @Argument(help: "The scenario file.") var scenario: String
  @Option(name: .long, help: "Timed runs.") var repeats = 5
  @Option(name: .long) var threads = 2
  @Option(name: .long) var replications = 10_000
  @Option(name: .long, help: "Seconds that a plan of whole units may take.") var timeLimit: Double?
  @Option(name: .long, help: "Where to write the model, as MPS.") var mps = "model.mps"
  @Flag(name: .long, help: "Mark what is whole in the model written.") var whole = false
  @Option(name: .long, help: "Changes that are solved again.") var changes = 20

  func run() throws {
    switch phase {
    case .load: try report { try ScenarioFile.read(path: scenario).scenario.pledges.count }
    case .check:
      let loaded = try ScenarioFile.read(path: scenario)
      try report { ScenarioCheck(loaded).warnings.count }
    case .build:
      let read = try read()
      try report { allocator(read).model.deployments.count }
    case .relax: try relax()
    case .whole: try planWhole()
    case .resolve: try Resolving(model: allocator(try read()).model, count: changes).measure(repeats: repeats)
    case .ask:
      let read = try read()
      try report { try AskFinder(scenario: read, options: options, count: 5).find().asks.count }
    case .frontier:
      let read = try read()
      try report {
        try FrontierFinder(scenario: read, options: options, limit: .budget).find().curve.count
      }
    case .simulate: try simulate()
    case .render:
      let result = try MainJob(options: RunOptions(replications: 1000, threads: threads)).run(path: scenario)
      try report { PlannersPage(result).text.utf8.count + ResultsDocument(result).text.utf8.count }
    case .export:
      let options = AllocationOptions(wholeUnits: whole, threads: threads)
      let text = Allocator(scenario: try read(), options: options).exportedModel
      try text.write(toFile: mps, atomically: true, encoding: .utf8)
    }
  }

  private var options: AllocationOptions {
    AllocationOptions(timeLimitSeconds: timeLimit, threads: threads)
  }

  private func read() throws -> Scenario { try ScenarioFile.read(path: scenario).scenario }

  private func allocator(_ scenario: Scenario) -> Allocator {
    Allocator(scenario: scenario, options: AllocationOptions(wholeUnits: false, threads: threads))
  }

  private func report(_ work: () throws -> Int) throws {
    let (sample, size) = try Sample.of(repeats: repeats, work)
    try sample.print(["phase": phase.rawValue, "size": size])
  }

  private func relax() throws {
    let model = allocator(try read()).model
    let (sample, optimum) = try Sample.of(repeats: repeats) {
      try Relaxing(model: model, threads: threads).optimum()
    }
    try sample.print(
      optimum.figures.merging(["phase": phase.rawValue].merging(Relaxing.size(of: model)) { $1 }) { $1 })
  }

  private func planWhole() throws {
    let allocator = Allocator(scenario: try read(), options: options)
    let (sample, plan) = try Sample.of(repeats: repeats) { try allocator.allocate() }
    try sample.print([
      "phase": phase.rawValue, "objective": plan.objective.weightedGapDays, "bound": plan.bound,
      "gap": plan.gap, "status": plan.status.rawValue,
    ])
  }

  private func simulate() throws {
    let read = try read()
    let plan = try Allocator(scenario: read, options: options).allocate()
    let simulator = TimelineSimulator(scenario: read, assignments: plan.assignments)
    try report {
      simulator.run(replications: replications, seed: 2017, threads: threads)?.replications ?? 0
    }
  }
}
