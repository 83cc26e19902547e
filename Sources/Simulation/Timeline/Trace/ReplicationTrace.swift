/// One replication told: what each unit of the plan goes through, and what it waits for.
///
/// Times are days from day 0 as the replication has them, unrounded; `nil` stands for never.
public struct ReplicationTrace: Sendable, Equatable {
  public var replication: Int
  public var seed: UInt64
  /// Whole days from the scenario's day zero to the crisis, from which all days here count.
  public var crisisDay: Int
  /// Gates that units wait for, in the scenario's order.
  public var gates: [GateStory]
  /// In the order of pledge, need and request.
  public var units: [UnitStory]

  public init(replication: Int, seed: UInt64, crisisDay: Int, gates: [GateStory], units: [UnitStory]) {
    self.replication = replication
    self.seed = seed
    self.crisisDay = crisisDay
    self.gates = gates
    self.units = units
  }
}

/// When a gate opens.
public struct GateStory: Sendable, Equatable {
  public var gate: String
  public var mission: String
  public var opensAt: Double?

  public init(gate: String, mission: String, opensAt: Double? = nil) {
    self.gate = gate
    self.mission = mission
    self.opensAt = opensAt
  }
}

/// What happens to the elements of one pledge that one need gets by one request.
public struct UnitStory: Sendable, Equatable {
  public var pledge: String
  public var need: String
  public var elements: Double
  /// In the pledge's measure.
  public var quantity: Double
  public var support: String?
  /// `nil` for what is in place on day 0.
  public var requestDay: Int?
  public var isInPlace: Bool
  /// Stages in the order in which they could begin; those that are done again more than once.
  public var stages: [StageStory]
  /// When all stages are over.
  public var readyAt: Double?
  public var outcome: Outcome
  public var parts: [PartStory]
  /// The day on which it is withdrawn early; `nil` where it stays as long as it was offered for.
  public var withdrawnOn: Int?

  public enum Outcome: Sendable, Equatable {
    /// All of it is there at some time.
    case comes
    /// Its first part or parts come, the others too late to be there at all.
    case comesInPart
    /// The pledge does not come true.
    case notKept
    /// Another does not, with which it comes together or not at all.
    case partnerNotKept(pledge: String)
    case cancelled(risk: String, stage: String)
    case gateStaysClosed(gate: String, stage: String)
    /// Nobody ever carries or serves it.
    case neverServed(queue: String, stage: String)
    /// A stage never ends: work that seasons never let be done, or sent back too often.
    case neverEnds(stage: String)
    /// Ready, but not before it would have to go again.
    case tooLate
  }

  public init(
    pledge: String, need: String, elements: Double, quantity: Double, support: String? = nil,
    requestDay: Int? = nil, isInPlace: Bool, stages: [StageStory], readyAt: Double? = nil, outcome: Outcome,
    parts: [PartStory], withdrawnOn: Int? = nil
  ) {
    self.pledge = pledge
    self.need = need
    self.elements = elements
    self.quantity = quantity
    self.support = support
    self.requestDay = requestDay
    self.isInPlace = isInPlace
    self.stages = stages
    self.readyAt = readyAt
    self.outcome = outcome
    self.parts = parts
    self.withdrawnOn = withdrawnOn
  }
}

/// When a part of a unit is there.
public struct PartStory: Sendable, Equatable {
  /// Of what the unit brings.
  public var share: Double
  /// First day there; `nil` for never.
  public var arrivalDay: Int?
  /// First day gone.
  public var untilDay: Int?

  public init(share: Double, arrivalDay: Int? = nil, untilDay: Int? = nil) {
    self.share = share
    self.arrivalDay = arrivalDay
    self.untilDay = untilDay
  }
}

/// One time that a unit goes through a stage.
public struct StageStory: Sendable, Equatable {
  public var stage: String
  public var isLift: Bool
  /// 1 for the first time.
  public var attempt: Int
  /// Stages whose end it waited for last; empty where it waited for the request alone.
  public var after: [String]
  /// What it waited for beyond that, in the order of time.
  public var waits: [Wait]
  /// When work begins, or the first carrier leaves.
  public var beginsAt: Double?
  /// When its own days are over, before risk events.
  public var endsAt: Double?
  /// Days of work as drawn; with several loads of all of them.
  public var workDays: Double
  /// Days that seasons add.
  public var seasonDays: Double
  /// Loads that carriers take.
  public var loads: Int
  public var strikes: [RiskStory]

  public struct Wait: Sendable, Equatable {
    public enum Cause: Sendable, Equatable {
      case gate(String)
      /// A lift pool or a resource, and the pledges that held it meanwhile, in the order in which they were
      /// served.
      case queue(String, behind: [String])
    }

    public var cause: Cause
    public var from: Double
    public var until: Double?

    public init(cause: Cause, from: Double, until: Double? = nil) {
      self.cause = cause
      self.from = from
      self.until = until
    }
  }

  public init(
    stage: String, isLift: Bool, attempt: Int, after: [String], waits: [Wait], beginsAt: Double? = nil,
    endsAt: Double? = nil, workDays: Double, seasonDays: Double, loads: Int, strikes: [RiskStory]
  ) {
    self.stage = stage
    self.isLift = isLift
    self.attempt = attempt
    self.after = after
    self.waits = waits
    self.beginsAt = beginsAt
    self.endsAt = endsAt
    self.workDays = workDays
    self.seasonDays = seasonDays
    self.loads = loads
    self.strikes = strikes
  }
}

/// A risk event that strikes.
public struct RiskStory: Sendable, Equatable {
  public enum Effect: Sendable, Equatable {
    case delays(days: Double)
    case cancels
    case sendsBack(to: String)
  }

  public var risk: String
  public var at: Double
  public var effect: Effect

  public init(risk: String, at: Double, effect: Effect) {
    self.risk = risk
    self.at = at
    self.effect = effect
  }
}
