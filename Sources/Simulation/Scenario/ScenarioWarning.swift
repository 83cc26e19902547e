/// Something in a scenario that is allowed, and that is probably not meant.
public struct ScenarioWarning: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A need that no pledge could ever meet.
    case unmetNeed
    /// A pledge that no need can use.
    case unusablePledge
    /// People far from the capability's usual size.
    case personnel
    /// A date outside the horizon.
    case date
    /// A season of a stage that no mission has.
    case season
    /// A gate that waits for more coverage than all pledges could bring.
    case gate
    /// A share that cannot be met even if every pledge came.
    case share
    /// Figures so far apart that a solver loses digits.
    case coefficients
    /// A chance of 0 or 1 for what is not in place yet.
    case probability
    /// An entry with neither source nor assumption.
    case unsourced
  }

  public let kind: Kind
  /// The list, the entry's identifier and, where one figure is meant, its key: `pledges.can-aviation.from`.
  public let entry: String
  public let words: BilingualText
  /// Where it stands, as far as known; the entry's own place is found by its identifier.
  let place: SourcePlace?

  /// What is doubted, in English.
  public var text: String { words.english }

  init(_ kind: Kind, entry: String, _ words: BilingualText, place: SourcePlace? = nil) {
    self.kind = kind
    self.entry = entry
    self.words = words
    self.place = place
  }
}

extension ScenarioWarning: Comparable {
  /// By entry, then kind: an order that does not depend on that of the file.
  public static func < (left: ScenarioWarning, right: ScenarioWarning) -> Bool {
    (left.entry, left.kind.rawValue, left.text) < (right.entry, right.kind.rawValue, right.text)
  }

  public static func == (left: ScenarioWarning, right: ScenarioWarning) -> Bool {
    (left.entry, left.kind, left.text) == (right.entry, right.kind, right.text)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(entry)
    hasher.combine(kind)
    hasher.combine(text)
  }
}

extension Scenario {
  /// A warning for each of ``unsourced``, sorted.
  package var unsourcedWarnings: [ScenarioWarning] {
    let words = BilingualText(en: "has neither source nor assumption", fr: "n'a ni source ni hypothèse")
    return unsourced.map { ScenarioWarning(.unsourced, entry: $0, words) }
  }
}
