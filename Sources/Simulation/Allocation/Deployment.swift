/// A decision column: elements of one pledge sent to one need, arriving on one day.
package struct Deployment: Sendable {
  /// Index into the scenario's pledges, which are sorted by identifier.
  package var pledge: Int
  package var need: Int
  /// First day there.
  package var arrival: Int
  /// First day gone.
  package var end: Int
  /// `nil` for what is in place on day 0.
  package var request: Int?
  /// What one element meets of the need, in the need's measure: effectiveness · quantity / units.
  package var contribution: Double
  /// Elements that are sent at least and at most.
  package var least: Double
  package var most: Double
  /// US dollars of one element, deployment and days there.
  package var cost: Double
  /// People of one element.
  package var people: Double
  package var women: Double
  /// People of one element who speak a working language of the mission.
  package var speakers: Double
  package var category: PersonnelCategory
  package var lift: [LiftDemand]
  package var isInPlace: Bool

  /// Loads of one element on one pool, on the day on which its lift is planned to end.
  package struct LiftDemand: Sendable {
    package var pool: String
    package var sorties: Double
    package var day: Int
  }

  package var days: Range<Int> { arrival..<max(arrival, end) }

  /// Share of a span's days on which it is there, 0 … 1.
  package func presence(in span: Range<Int>) -> Double {
    guard !span.isEmpty else { return 0 }
    return Double(days.clamped(to: span).count) / Double(span.count)
  }
}

extension Need {
  /// Days on which the need counts, within the horizon.
  package func span(in horizon: Horizon) -> Range<Int> {
    let start = max(0, from)
    return start..<max(start, min(until, horizon.days))
  }
}
