/// A state or an organisation that pledges.
public struct Contributor: Sendable, Equatable {
  public var id: String
  public var name: String
  /// Languages its people speak, as ISO 639-1 codes.
  public var languages: [String]
  public var endorsements: Set<String>
  /// Correlation of the normals behind its stage times, 0 … 1.
  public var delayCorrelation: Double
  public var evidence: Evidence

  public init(
    id: String, name: String, languages: [String] = [], endorsements: Set<String> = [],
    delayCorrelation: Double = 0, evidence: Evidence = Evidence()
  ) {
    self.id = id
    self.name = name
    self.languages = languages
    self.endorsements = endorsements
    self.delayCorrelation = delayCorrelation
    self.evidence = evidence
  }
}

/// A quantity of one capability offered by a contributor.
public struct Pledge: Sendable, Equatable {
  public var id: String
  public var contributor: String
  public var partners: [String]
  public var capability: String
  /// All of it, in the capability's measure; above 0.
  public var quantity: Double
  /// Elements that can be sent apart; none is ever split.
  public var units: Int
  public var recordedOn: Int?
  public var history: [HistoryEntry]
  public var readiness: Readiness
  /// Chance that it comes true at all, 0 … 1.
  public var probability: Double
  /// First day on which it may be requested.
  public var requestFrom: Int
  /// First day on which it may be present.
  public var from: Int
  /// First day on which it is gone; at most the horizon.
  public var until: Int
  /// Days a post is held; `nil` to the end.
  public var tourDays: Int?
  public var missions: Selection
  public var sites: Selection
  public var caveat: String?
  public var attributes: Set<String>
  /// Share of its people who speak a language, by ISO 639-1 code; empty means the contributor's languages.
  public var languages: [String: Double]
  /// People of the whole pledge.
  public var personnel: Double
  public var women: Double
  /// Equipment of the whole pledge.
  public var tonnes: Double
  public var cost: PledgeCost
  /// Process to go through; `nil` is present on its first day.
  public var process: String?
  /// Stages finished before the request.
  public var done: Set<String>
  public var parts: [PledgePart]
  /// Rate a year at which it is withdrawn early: it stays longer than `t` years with probability `exp(−rate · t)`.
  public var withdrawalPerYear: Double
  /// Whether it may be divided between missions by share of time.
  public var shared: Bool
  /// The need it serves on the ground on day 0.
  public var inPlace: String?
  public var evidence: Evidence

  public init(id: String, contributor: String, capability: String, quantity: Double, units: Int, until: Int) {
    self.id = id
    self.contributor = contributor
    self.capability = capability
    self.quantity = quantity
    self.units = units
    self.until = until
    partners = []
    history = []
    readiness = .unregistered
    probability = 1
    requestFrom = 0
    from = 0
    missions = Selection()
    sites = Selection()
    attributes = []
    languages = [:]
    personnel = 0
    women = 0
    tonnes = 0
    cost = PledgeCost()
    done = []
    parts = []
    withdrawalPerYear = 0
    shared = false
    evidence = Evidence()
  }

  /// What one element brings, in the capability's measure.
  public var elementQuantity: Double { quantity / Double(units) }
}

/// What a pledge was on another day: a ministerial's record of it.
public struct HistoryEntry: Sendable, Equatable {
  public var day: Int
  /// In the capability's measure; 0 where it was withdrawn.
  public var quantity: Double
  public var text: String?

  public init(day: Int, quantity: Double, text: String? = nil) {
    self.day = day
    self.quantity = quantity
    self.text = text
  }
}

/// A part of a pledge that arrives some days after the first.
public struct PledgePart: Sendable, Equatable {
  public var share: Double
  public var lagDays: Double

  public init(share: Double, lagDays: Double) {
    self.share = share
    self.lagDays = lagDays
  }
}

/// US dollars for the whole pledge: once, and per day of presence.
public struct PledgeCost: Sendable, Equatable {
  public struct Rate: Sendable, Equatable {
    public var deployment: Double?
    public var perDay: Double?

    public init(deployment: Double? = nil, perDay: Double? = nil) {
      self.deployment = deployment
      self.perDay = perDay
    }
  }

  public var general: Rate
  /// Where a mission's own figure takes the place of the general one.
  public var byMission: [String: Rate]

  public init(general: Rate = Rate(), byMission: [String: Rate] = [:]) {
    self.general = general
    self.byMission = byMission
  }

  public func deployment(to mission: String) -> Double {
    byMission[mission]?.deployment ?? general.deployment ?? 0
  }

  public func perDay(in mission: String) -> Double { byMission[mission]?.perDay ?? general.perDay ?? 0 }
}
