/// One mission requires so much of one capability over a span of days.
public struct Need: Sendable, Equatable {
  public enum Counting: String, Sendable, CaseIterable { case nominal, serviceable }

  public var id: String
  public var mission: String
  public var capability: String
  /// Required, in the capability's measure; above 0.
  public var quantity: Double
  public var counted: Counting
  /// First day; may be before day 0 (the need is open since then).
  public var from: Int
  /// First day on which it is no longer required; at most the horizon.
  public var until: Int
  public var weight: Double
  /// Pieces of the requirement from the first unit up; empty means one piece of ``weight``.
  public var tiers: [Tier]
  public var accepts: Acceptance
  /// Needs without whose coverage this one's does not count.
  public var enabledBy: [String]
  /// Days from ``from`` within which each unit should be there; the mission's standard where absent.
  public var deadlineDays: Int?
  public var site: String?
  public var evidence: Evidence

  public init(id: String, mission: String, capability: String, quantity: Double, from: Int, until: Int) {
    self.id = id
    self.mission = mission
    self.capability = capability
    self.quantity = quantity
    self.from = from
    self.until = until
    counted = .nominal
    weight = 1
    tiers = []
    accepts = Acceptance()
    enabledBy = []
    evidence = Evidence()
  }
}

/// A piece of a need that weighs differently: everything above the last tier up to ``upTo``.
public struct Tier: Sendable, Equatable {
  public var upTo: Double
  public var weight: Double

  public init(upTo: Double, weight: Double) {
    self.upTo = upTo
    self.weight = weight
  }
}

/// What a unit must be to count for a need.
public struct Acceptance: Sendable, Equatable {
  /// This level or better.
  public var readiness: Readiness
  /// All of these, of the pledge.
  public var attributes: Set<String>
  /// Any of these, of the pledge or else of its contributor; empty means any language.
  public var languages: Set<String>
  /// All of these, of the contributor.
  public var endorsements: Set<String>
  /// Share of women in the pledge, 0 … 1.
  public var womenShareAtLeast: Double

  public init(
    readiness: Readiness = .unregistered, attributes: Set<String> = [], languages: Set<String> = [],
    endorsements: Set<String> = [], womenShareAtLeast: Double = 0
  ) {
    self.readiness = readiness
    self.attributes = attributes
    self.languages = languages
    self.endorsements = endorsements
    self.womenShareAtLeast = womenShareAtLeast
  }
}
