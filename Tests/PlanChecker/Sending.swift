package import Simulation

/// Elements of one pledge sent to one need, as a plan states it.
package struct Sending: Sendable {
  package var pledge: Pledge
  package var need: Need
  package var elements: Double
  package var request: Int?
  /// First day there.
  package var arrival: Int
  /// First day gone.
  package var end: Int
  package var isInPlace: Bool
  /// The support that it uses.
  package var support: String?
  /// The package that it is a member of.
  package var package: String?

  package init(
    pledge: Pledge, need: Need, elements: Double, request: Int? = nil, arrival: Int, end: Int,
    isInPlace: Bool = false, support: String? = nil, package: String? = nil
  ) {
    self.pledge = pledge
    self.need = need
    self.elements = elements
    self.request = request
    self.arrival = arrival
    self.end = end
    self.isInPlace = isInPlace
    self.support = support
    self.package = package
  }

  /// Share of each element that is there on a day: its parts come one after the other, and leave together.
  func presence(on day: Int) -> Double {
    guard arrival <= day, day < end else { return 0 }
    guard !pledge.parts.isEmpty, !isInPlace else { return 1 }
    return pledge.parts.filter { Double(arrival) + $0.lagDays <= Double(day) }.reduce(0) { $0 + $1.share }
  }

  /// A figure of the whole pledge, for the elements sent.
  func share(of whole: Double) -> Double { elements * whole / Double(pledge.units) }
}
