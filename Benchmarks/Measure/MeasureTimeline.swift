internal import ArgumentParser
internal import Simulation

/// `measure timeline`.
struct MeasureTimeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Measure the timeline of a scenario whose pledge k serves need k/3, requested on day 0.")

  @Argument(help: "The scenario file.") var scenario: String
  @Option(name: .long, help: "Timed runs.") var repeats = 5
  @Option(name: .long) var threads = 1
  @Option(name: .long) var replications = 100_000
  @Option(name: .long) var seed: UInt64 = 2017
  @Flag(name: .long, help: "Count how often each stage is critical, too.") var criticality = false

  func run() throws {
    let scenario = try ScenarioFile.read(path: scenario).scenario
    let simulator = TimelineSimulator(scenario: scenario, assignments: Self.assignments(of: scenario))
    let (sample, found) = Sample.of(repeats: repeats) { run(simulator) }
    guard let (timeline, causes) = found else { return }
    let stages = causes.filter { $0.kind == .stage }.map { ($0.name, Self.pair($0.criticality)) }
    try sample.print([
      "phase": "timeline", "replications": replications, "threads": threads,
      "arrival": timeline.pledges.map { Self.pair($0.arrivalDay) },
      "days": timeline.needs.first?.coverageByDay.map(\.day) ?? [],
      "coverage": timeline.needs.map { $0.coverageByDay.map { Self.pair($0.coverage) } },
      "standardMet": timeline.missions.first?.standardMet.probability ?? -1,
      "critical": Dictionary(stages, uniquingKeysWith: { first, _ in first }),
    ])
  }

  private func run(_ simulator: TimelineSimulator) -> (Timeline, [Cause])? {
    if criticality {
      return simulator.runWithCriticality(replications: replications, seed: seed, threads: threads)
        .map { ($0.timeline, $0.felt) }
    }
    return simulator.run(replications: replications, seed: seed, threads: threads).map { ($0, []) }
  }

  private static func pair(_ estimate: Estimate?) -> [Double] {
    estimate.map { [$0.mean, $0.standardError] } ?? []
  }

  private static func assignments(of scenario: Scenario) -> [Assignment] {
    scenario.pledges.enumerated().map { number, pledge in
      let need = scenario.needs[min(number / 3, scenario.needs.count - 1)]
      return Assignment(
        pledge: pledge.id, need: need.id, units: Double(pledge.units), quantity: pledge.quantity,
        requestDay: 0, arrivalDay: pledge.from, untilDay: need.until, isInPlace: false)
    }
  }
}
