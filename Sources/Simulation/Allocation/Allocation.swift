/// A plan: who goes where and when, what stays open and why, and how good the plan is proved to be.
public struct Allocation: Sendable, Equatable {
  /// How far the plan is proved; never better than what was shown.
  public enum Status: String, Sendable {
    /// No plan has a smaller weighted gap (to 1e-9 relative).
    case optimal
    /// Within the gap that was asked for.
    case withinGap
    /// Stopped by work or time, within the gap printed.
    case limit
    /// Given and only judged: no other plan was looked at, and nothing is proved.
    case given
  }

  public var status: Status
  /// Whether the clock and not the work stopped the search: then the plan is not promised to repeat.
  public var stoppedByTime: Bool
  public var objective: Objective
  /// No plan has a smaller weighted gap than this, in weighted days; 0 for a given plan.
  public var bound: Double
  /// `(objective − bound) / max(objective, 1e-9)`, of the weighted gap.
  public var gap: Double
  /// Sorted by need, pledge, arrival day.
  public var assignments: [Assignment]
  public var needs: [NeedCoverage]
  public var missions: [MissionCoverage]
  public var unused: [UnusedPledge]
  /// Weighted gap in days that each step of the limits named in reasons would close if units could be divided,
  /// found by solving again; without those that the time did not allow.
  public var stepGains: [LimitStep: Double] = [:]
  /// How far fairness is proved; `nil` where it was not asked for.
  public var fairness: FairnessProof?
  /// What is changed of an earlier plan; `nil` where none was given.
  public var changes: PlanChanges?

  public struct Objective: Sendable, Equatable {
    /// Σ weight · shortfall / requirement · days.
    public var weightedGapDays: Double
    /// US dollars, deployment and days there.
    public var cost: Double

    public init(weightedGapDays: Double, cost: Double) {
      self.weightedGapDays = weightedGapDays
      self.cost = cost
    }
  }

  public init(
    status: Status, stoppedByTime: Bool, objective: Objective, bound: Double, gap: Double,
    assignments: [Assignment], needs: [NeedCoverage], missions: [MissionCoverage], unused: [UnusedPledge]
  ) {
    self.status = status
    self.stoppedByTime = stoppedByTime
    self.objective = objective
    self.bound = bound
    self.gap = gap
    self.assignments = assignments
    self.needs = needs
    self.missions = missions
    self.unused = unused
  }
}

/// Elements of one pledge sent to one need.
public struct Assignment: Sendable, Equatable {
  public var pledge: String
  public var need: String
  /// Elements; whole unless fractional plans were asked for.
  public var units: Double
  /// In the pledge's capability's measure.
  public var quantity: Double
  /// `nil` for what is in place on day 0.
  public var requestDay: Int?
  public var arrivalDay: Int
  /// First day on which it is gone.
  public var untilDay: Int
  public var isInPlace: Bool
  /// The support that helps it to come, if any.
  public var support: String?
  /// The all-or-nothing or rotation package that it is sent with, if any.
  public var package: String?

  public init(
    pledge: String, need: String, units: Double, quantity: Double, requestDay: Int?, arrivalDay: Int,
    untilDay: Int, isInPlace: Bool, support: String? = nil, package: String? = nil
  ) {
    self.pledge = pledge
    self.need = need
    self.units = units
    self.quantity = quantity
    self.requestDay = requestDay
    self.arrivalDay = arrivalDay
    self.untilDay = untilDay
    self.isInPlace = isInPlace
    self.support = support
    self.package = package
  }
}

/// How far a need is met by the plan, if every pledge keeps its word.
public struct NeedCoverage: Sendable, Equatable {
  public struct Cell: Sendable, Equatable {
    public var from: Int
    public var until: Int
    /// 0 … 1.
    public var coverage: Double

    public init(from: Int, until: Int, coverage: Double) {
      self.from = from
      self.until = until
      self.coverage = coverage
    }
  }

  public var need: String
  public var mission: String
  public var capability: String
  public var required: Double
  /// Coverage if every pledge were there throughout, capability alone deciding, 0 … 1; not a number for a
  /// given plan.
  public var pledged: Double
  /// 1 − ``shortfallDays`` / days of the need.
  public var coverage: Double
  /// Σ shortfall / requirement · days.
  public var shortfallDays: Double
  /// In order of days; neighbours of equal coverage are joined.
  public var cells: [Cell]
  /// Empty where nothing is missing.
  public var reasons: [Reason]

  public init(
    need: String, mission: String, capability: String, required: Double, pledged: Double, coverage: Double,
    shortfallDays: Double, cells: [Cell], reasons: [Reason]
  ) {
    self.need = need
    self.mission = mission
    self.capability = capability
    self.required = required
    self.pledged = pledged
    self.coverage = coverage
    self.shortfallDays = shortfallDays
    self.cells = cells
    self.reasons = reasons
  }
}

/// Why something is not covered, or not used.
public struct Reason: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case nobody, caveat, hostState, attribute, language, readiness, endorsement, women, late, indivisible
    case ceiling, budget, lift, languageShare, womenShare, enabling, package, support, pin, outweighed
  }

  public var kind: Kind
  /// One line for the reader.
  public var text: BilingualText
  /// Pledges concerned, in identifier order.
  public var pledges: [String]
  /// What would relax the limits that it is due to, the nearest first.
  public var steps: [LimitStep]

  /// The line in English.
  public var detail: String { text.english }

  public init(kind: Kind, detail: BilingualText, pledges: [String] = [], steps: [LimitStep] = []) {
    self.kind = kind
    text = detail
    self.pledges = pledges
    self.steps = steps
  }
}

/// A mission's coverage: the weighted mean of its needs'.
public struct MissionCoverage: Sendable, Equatable {
  public var mission: String
  public var coverage: Double
  /// Limits that the mission is beyond already.
  public var alreadyShort: [AlreadyShort]

  public init(mission: String, coverage: Double, alreadyShort: [AlreadyShort]) {
    self.mission = mission
    self.coverage = coverage
    self.alreadyShort = alreadyShort
  }
}

/// Elements of a pledge that the plan sends nowhere.
public struct UnusedPledge: Sendable, Equatable {
  public var pledge: String
  public var units: Double
  public var reasons: [Reason]

  public init(pledge: String, units: Double, reasons: [Reason]) {
    self.pledge = pledge
    self.units = units
    self.reasons = reasons
  }
}
