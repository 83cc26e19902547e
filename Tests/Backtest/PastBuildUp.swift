package import Simulation

/// A mission as it could be known on the day of its resolution, and the strength that it then really had.
package struct PastBuildUp: Sendable {
  /// Strength that ends the scoring, as a share of the strength authorised.
  package static let reached = 0.9

  package let scenario: Scenario
  /// Those within the need's days, in their order.
  package let records: [RecordedStrength]
  private let need: Need

  /// - Throws: ``BacktestFailure`` where the scenario is not about one number of people, or a record is older than it.
  package init(_ scenario: Scenario, records: [RecordedStrength]) throws {
    guard scenario.needs.count == 1, let need = scenario.needs.first, need.from == 0,
      scenario.capabilities.first(where: { $0.id == need.capability })?.measure == .personnel
    else {
      throw BacktestFailure("\(scenario.id): it has to have one need, in people, from day 0")
    }
    self.scenario = scenario
    self.need = need
    let own = records.filter { $0.scenario == scenario.id }.sorted { $0.date < $1.date }
    if let first = own.first, first.date < scenario.dayZero {
      throw BacktestFailure("\(scenario.id): the record of \(first.date) is older than day 0")
    }
    self.records = own.filter { $0.date.days(since: scenario.dayZero) < need.until }
    guard !scored.isEmpty else { throw BacktestFailure("\(scenario.id): no record to score") }
  }

  /// People.
  package var authorised: Double { need.quantity }

  /// Days of the need, within the horizon.
  package var days: Range<Int> { 0..<need.until }

  package func day(of record: RecordedStrength) -> Int { record.date.days(since: scenario.dayZero) }

  /// The records up to the first that reaches 90 % of the strength authorised, that one included.
  package var scored: [RecordedStrength] {
    let all = records.filter(\.isScored)
    let last = all.firstIndex { $0.people >= Self.reached * authorised }
    return Array(all[..<(last.map { $0 + 1 } ?? all.count)])
  }

  /// The plan: everybody is asked on the first day on which he may be.
  private var assignments: [Assignment] {
    scenario.pledges.map { pledge in
      Assignment(
        pledge: pledge.id, need: need.id, units: Double(pledge.units), quantity: pledge.quantity,
        requestDay: pledge.inPlace == nil ? pledge.requestFrom : nil, arrivalDay: pledge.from,
        untilDay: min(pledge.until, need.until), isInPlace: pledge.inPlace != nil)
    }
  }

  /// Strength on some days, as simulated with shared parameters.
  package func forecasts(
    on days: [Int], with parameters: SharedParameters, replications: Int, seed: UInt64, threads: Int
  ) -> [StrengthForecast] {
    let simulator = TimelineSimulator(scenario: parameters.applied(to: scenario), assignments: assignments)
    return simulator.spreads(
      ofNeed: need.id, on: days, replications: replications, seed: seed, threads: threads
    ).map { StrengthForecast($0, authorised: authorised) }
  }
}
