/// How the plan is made.
public struct AllocationSettings: Sendable, Equatable {
  public var fairness: Bool
  public var wholeUnits: Bool
  /// Relative gap at which the search may stop.
  public var gap: Double
  /// Search nodes after which the best plan so far is taken; `nil` for the default of the solver.
  public var workLimit: Int?
  public var timeLimitSeconds: Double
  /// Percentile of a process's finish that the plan counts on, 0 … 100.
  public var planningPercentile: Double
  /// For all missions together, in US dollars.
  public var budget: Double?
  public var pins: [Pin]
  public var bans: [Ban]

  public init() {
    fairness = false
    wholeUnits = true
    gap = 0.001
    timeLimitSeconds = 60
    planningPercentile = 50
    pins = []
    bans = []
  }
}

/// At least so many elements that the planner has already decided to send.
public struct Pin: Sendable, Equatable {
  public var pledge: String
  public var need: String
  public var units: Int
  /// `nil` leaves the day to the plan.
  public var arrivalDay: Int?

  public init(pledge: String, need: String, units: Int, arrivalDay: Int? = nil) {
    self.pledge = pledge
    self.need = need
    self.units = units
    self.arrivalDay = arrivalDay
  }
}

/// What the planner has ruled out: a pledge for one need, for a mission, or for all.
public struct Ban: Sendable, Equatable {
  public var pledge: String
  public var need: String?
  public var mission: String?

  public init(pledge: String, need: String? = nil, mission: String? = nil) {
    self.pledge = pledge
    self.need = need
    self.mission = mission
  }
}

/// How the timeline is tested.
public struct SimulationSettings: Sendable, Equatable {
  public var replications: Int
  public var seed: UInt64
  /// Half-width that every headline probability shall reach; `nil` runs ``replications``.
  public var precision: Double?
  /// Days, counted from a need's first, by which coverage is reported.
  public var standards: [Int]

  public init() {
    replications = 10_000
    seed = 2017
    standards = [30, 60, 90, 180]
  }
}
