/// A probability seen from the nearer end of a law, so that it keeps all its digits in both tails.
package struct TailMass: Sendable, Hashable {
  package enum Side: Sendable, CaseIterable { case lower, upper }

  /// Probability between the end of the law and the point meant, from 0 to 1.
  package var mass: Double
  package var side: Side

  package init(_ mass: Double, from side: Side) {
    self.mass = mass
    self.side = side
  }

  /// The nearer tail at the point below which lies `probability`.
  package init(below probability: Double) {
    self = probability <= 0.5 ? TailMass(probability, from: .lower) : TailMass(1 - probability, from: .upper)
  }
}
