/// What one deployment sends of one pledge to one need.
///
/// Figures are those of all the elements that one deployment sends: one, or in a package all that a member
/// has.
package struct DeploymentLeg: Sendable {
  /// Index into the scenario's pledges, which are sorted by identifier.
  package var pledge: Int
  package var need: Int
  /// The support that helps it to come, an index into the scenario's; `nil` for none.
  package var support: Int?
  package var elements: Double
  /// First day there.
  package var arrival: Int
  /// First day gone.
  package var end: Int
  /// `nil` for what is in place on day 0.
  package var request: Int?
  /// First day on which it could be there if it came by itself.
  package var firstDay: Int
  /// What it meets of the need when all of it is there, in the need's measure: effectiveness · quantity.
  package var contribution: Double
  /// US dollars, deployment and days there.
  package var cost: Double
  package var people: Double
  package var women: Double
  /// People who speak a working language of the mission.
  package var speakers: Double
  package var category: PersonnelCategory
  package var lift: [LiftDemand]
  /// Parts in the order of their days, their shares summing to 1; empty where all comes on ``arrival``.
  package var parts: [Part]

  /// Loads on one pool, on the day on which their lift is planned to end.
  package struct LiftDemand: Sendable, Equatable {
    package var pool: String
    package var sorties: Double
    package var day: Int
  }

  /// A share of it, 0 … 1, that is there from a day on.
  package struct Part: Sendable, Equatable {
    package var day: Int
    package var share: Double
  }

  package var days: Range<Int> { arrival..<max(arrival, end) }

  /// Days on which what is there of it changes, in order.
  var cuts: [Int] { [arrival] + parts.map(\.day).filter { $0 < end } + [max(arrival, end)] }

  /// Share of it that is there on a day, 0 … 1.
  func share(on day: Int) -> Double {
    guard days.contains(day) else { return 0 }
    // Once all parts are there it is whole, whatever their shares sum to in binary.
    guard let last = parts.last, day < last.day else { return 1 }
    return parts.reduce(0) { $0 + ($1.day <= day ? $1.share : 0) }
  }

  /// Share of it that is there, averaged over a span's days, 0 … 1.
  func presence(in span: Range<Int>) -> Double {
    guard !span.isEmpty else { return 0 }
    let length = Double(span.count)
    guard !parts.isEmpty else { return Double(days.clamped(to: span).count) / length }
    return parts.reduce(0) { sum, part in
      let there = part.day..<max(part.day, end)
      return sum + part.share * Double(there.clamped(to: span).count) / length
    }
  }

  /// The same of so many elements instead of one.
  func times(_ count: Double) -> DeploymentLeg {
    var copy = self
    copy.elements *= count
    copy.contribution *= count
    copy.cost *= count
    copy.people *= count
    copy.women *= count
    copy.speakers *= count
    for demand in lift.indices { copy.lift[demand].sorties *= count }
    return copy
  }
}
