/// A decision column: an element of one pledge, or a whole package, sent on given days.
package struct Deployment: Sendable {
  /// What goes where: one leg for an element, one for each member of a package; never empty.
  package let legs: [DeploymentLeg]
  /// Elements, or packages, that are sent at least and at most.
  package var least: Double
  package var most: Double
  package let isInPlace: Bool
  /// The package that is sent whole, an index into the scenario's; `nil` for elements by themselves.
  package let package: Int?
  /// Whether legs that overlap at one need cover it once, as turns at a hand-over do.
  package let takesTurns: Bool
  /// US dollars of one element or package, deployment and days there.
  package let cost: Double

  init(
    legs: [DeploymentLeg], least: Double = 0, most: Double, isInPlace: Bool = false, package: Int? = nil,
    takesTurns: Bool = false
  ) {
    precondition(!legs.isEmpty, "a deployment sends something")
    self.legs = legs
    self.least = least
    self.most = most
    self.isInPlace = isInPlace
    self.package = package
    self.takesTurns = takesTurns
    cost = legs.reduce(0) { $0 + $1.cost }
  }

  /// Of the first leg, like the three figures below: the only one but in packages.
  package var pledge: Int { legs[0].pledge }
  package var need: Int { legs[0].need }
  /// First day there.
  package var arrival: Int { legs[0].arrival }
  /// First day gone.
  package var end: Int { legs[0].end }

  /// People of all legs that are there at once, on the day with the most of them.
  var mostPeople: Double {
    if legs.count == 1 { return legs[0].days.isEmpty ? 0 : legs[0].people }
    return legs.map { first in legs.reduce(0) { $0 + ($1.days.contains(first.arrival) ? $1.people : 0) } }
      .max() ?? 0
  }

  /// The pledge of the first leg that serves a need, and the day on which it arrives; `nil` where none does.
  ///
  /// Looks at legs where they are: most have lists of their own that are dear to copy.
  func arrival(atNeed need: Int) -> (pledge: Int, day: Int)? {
    for number in legs.indices where legs[number].need == need {
      return (legs[number].pledge, legs[number].arrival)
    }
    return nil
  }

  /// The leg of a pledge, if any.
  func leg(ofPledge pledge: Int) -> DeploymentLeg? { legs.first { $0.pledge == pledge } }
}

extension Need {
  /// Days on which the need counts, within the horizon.
  package func span(in horizon: Horizon) -> Range<Int> {
    let start = max(0, from)
    return start..<max(start, min(until, horizon.days))
  }
}
