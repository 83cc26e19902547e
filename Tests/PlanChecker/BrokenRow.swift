/// Something in a plan that the method's page does not allow, or that the plan states wrongly.
package struct BrokenRow: Sendable, CustomStringConvertible {
  /// The rows of the method, and what a plan states about itself.
  package enum Kind: String, Sendable, CaseIterable {
    case gap, cost, coverage
    case days, refused, divided
    case supply, ceiling, missionBudget, budget, lift, languageShare, womenShare
    case allOrNothing, rotation, atMost, support, pin, ban
  }

  package var kind: Kind
  package var words: String

  package init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }

  package var description: String { "\(kind.rawValue): \(words)" }
}
