/// The stages between a request and presence, a directed acyclic graph.
public struct ProcessPlan: Sendable, Equatable {
  public var id: String
  public var stages: [Stage]
  public var evidence: Evidence

  public init(id: String, stages: [Stage], evidence: Evidence = Evidence()) {
    self.id = id
    self.stages = stages
    self.evidence = evidence
  }
}

/// One step of a process: it waits for others, for a gate, for a resource, then takes its time.
public struct Stage: Sendable, Equatable {
  public enum SeasonEffect: Sendable, Equatable {
    /// A day does one part in `factor` of a day's work.
    case factor(Double)
    /// No work is done.
    case closed
  }

  public var id: String
  /// Work in days; `nil` is none.
  public var days: Distribution?
  /// Stages that must have ended; empty starts at the request.
  public var after: [String]
  /// Kind of the mission's gate that must be open.
  public var gate: String?
  /// Resource held while the work lasts.
  public var uses: String?
  /// Lift pool that carries the unit.
  public var lift: String?
  /// By the identifier of a season of the mission.
  public var season: [String: SeasonEffect]
  /// Not needed from this level of readiness up.
  public var skipFrom: Readiness?
  /// May be done on warning, before the trigger.
  public var onWarning: Bool

  public init(id: String, days: Distribution? = nil, after: [String] = []) {
    self.id = id
    self.days = days
    self.after = after
    season = [:]
    onWarning = false
  }
}

/// Carriers that units queue for.
public struct LiftPool: Sendable, Equatable {
  public enum Mode: String, Sendable, CaseIterable { case air, sea, road, river }

  public var id: String
  public var mode: Mode?
  public var carriers: Int
  public var payloadTonnes: Double?
  public var seats: Double?
  /// Days from one loading to the next, there and back.
  public var cycleDays: Distribution
  public var evidence: Evidence

  public init(id: String, carriers: Int, cycleDays: Distribution) {
    self.id = id
    self.carriers = carriers
    self.cycleDays = cycleDays
    evidence = Evidence()
  }

  /// Loads that carry so much: as many as the tonnes ask, or the people, whichever is more; at least 1.
  public func sorties(tonnes: Double, people: Double) -> Int {
    let byTonnes = payloadTonnes.map { (tonnes / $0).rounded(.up) } ?? 0
    let bySeats = seats.map { (people / $0).rounded(.up) } ?? 0
    return max(1, Int(max(byTonnes, bySeats)))
  }
}

/// Something many units need in turn, such as an inspection team.
public struct SharedResource: Sendable, Equatable {
  public var id: String
  public var count: Int
  public var evidence: Evidence

  public init(id: String, count: Int, evidence: Evidence = Evidence()) {
    self.id = id
    self.count = count
    self.evidence = evidence
  }
}

/// Something a mission must open before a stage can go on.
public struct Gate: Sendable, Equatable {
  public enum Opening: Sendable, Equatable {
    /// On a day counted from day 0, fixed or random.
    case onDay(Distribution)
    /// When a need's coverage first reaches a share.
    case withCoverage(need: String, atLeast: Double)
  }

  public var id: String
  /// What stages wait for; a mission without a gate of that kind has it open.
  public var kind: String
  public var mission: String
  public var opening: Opening
  public var evidence: Evidence

  public init(
    id: String, kind: String, mission: String, opening: Opening, evidence: Evidence = Evidence()
  ) {
    self.id = id
    self.kind = kind
    self.mission = mission
    self.opening = opening
    self.evidence = evidence
  }
}

/// Something that may go wrong with a stage.
public struct RiskEvent: Sendable, Equatable {
  public enum Effect: Sendable, Equatable {
    case delay(Distribution)
    case cancel
    case sendBack(to: String)
  }

  public var id: String
  public var probability: Double
  public var stage: String
  public var effect: Effect
  public var contributors: Set<String>
  public var missions: Set<String>
  public var evidence: Evidence

  public init(id: String, probability: Double, stage: String, effect: Effect) {
    self.id = id
    self.probability = probability
    self.stage = stage
    self.effect = effect
    contributors = []
    missions = []
    evidence = Evidence()
  }
}
