/// A smart pledge: members that belong together.
public struct Package: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// Every member whole, in one mission; each so many days after the start.
    case allOrNothing(offsetDays: [String: Int])
    /// Members take turns in one post.
    case rotation(overlapDays: Int)
    /// Several forms of one promise: not more than so many people of it in all.
    case atMost(personnel: Double)
  }

  public var id: String
  public var kind: Kind
  public var members: [String]
  public var evidence: Evidence

  public init(id: String, kind: Kind, members: [String], evidence: Evidence = Evidence()) {
    self.id = id
    self.kind = kind
    self.members = members
    self.evidence = evidence
  }
}

/// A pledge of training, equipment or lift that makes other pledges faster or possible.
public struct Support: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable { case training, equipment, lift }

  public var id: String
  public var contributor: String?
  public var kind: Kind
  /// Deployments that may use it.
  public var capacity: Int
  public var capabilities: Set<String>
  public var pledges: Set<String>
  public var contributors: Set<String>
  /// The stage it shortens, and by what its time is multiplied.
  public var effect: Effect?
  public var raisesReadinessTo: Readiness?
  /// The lift pool that it adds carriers to, from one day until another.
  public var pool: String?
  public var carriers: Int
  public var from: Int
  public var until: Int
  public var evidence: Evidence

  public struct Effect: Sendable, Equatable {
    public var stage: String
    public var factor: Double

    public init(stage: String, factor: Double) {
      self.stage = stage
      self.factor = factor
    }
  }

  public init(id: String, kind: Kind, capacity: Int, until: Int) {
    self.id = id
    self.kind = kind
    self.capacity = capacity
    self.until = until
    capabilities = []
    pledges = []
    contributors = []
    carriers = 0
    from = 0
    evidence = Evidence()
  }
}
