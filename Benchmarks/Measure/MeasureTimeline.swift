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

  func run() throws {
    let scenario = try ScenarioFile.read(path: scenario).scenario
    let simulator = TimelineSimulator(scenario: scenario, assignments: Self.assignments(of: scenario))
    let (sample, timeline) = Sample.of(repeats: repeats) {
      simulator.run(replications: replications, seed: seed, threads: threads)
    }
    guard let timeline else { return }
    try sample.print([
      "phase": "timeline", "replications": replications, "threads": threads,
      "arrival": timeline.pledges.map { Self.pair($0.arrivalDay) },
      "days": timeline.needs.first?.coverageByDay.map(\.day) ?? [],
      "coverage": timeline.needs.map { $0.coverageByDay.map { Self.pair($0.coverage) } },
      "standardMet": timeline.missions.first?.standardMet.probability ?? -1,
    ])
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
