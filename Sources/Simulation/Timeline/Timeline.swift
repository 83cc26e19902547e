/// What the replications found: when units are there, how far needs are met by day, and how sure that is.
public struct Timeline: Sendable, Equatable {
  public var replications: Int
  public var seed: UInt64
  /// One entry for each pledge and need of the plan.
  public var pledges: [PledgeTimeline]
  public var needs: [NeedTimeline]
  public var missions: [MissionTimeline]
  /// The three readings of the weighted needs on standard days, as one headline share.
  public var headline: [HeadlineShare]
  /// Sum of all needs' gap-days, each times its weight and its mission's; `nil` where it was not counted.
  public var weightedGapDays: Estimate?
  /// What holds the plan up; `nil` where it was not asked.
  public var causes: TimelineCauses?
  /// How near the run came to the precision asked for; `nil` where none was asked.
  public var convergence: Convergence?

  public init(
    replications: Int, seed: UInt64, pledges: [PledgeTimeline], needs: [NeedTimeline],
    missions: [MissionTimeline], headline: [HeadlineShare]
  ) {
    self.replications = replications
    self.seed = seed
    self.pledges = pledges
    self.needs = needs
    self.missions = missions
    self.headline = headline
  }
}

/// A mean over replications and its standard error.
public struct Estimate: Sendable, Equatable {
  public var mean: Double
  public var standardError: Double

  public init(mean: Double, standardError: Double) {
    self.mean = mean
    self.standardError = standardError
  }
}

/// A probability and its 95 % Wilson interval.
public struct Chance: Sendable, Equatable {
  public var probability: Double
  public var low: Double
  public var high: Double

  public init(probability: Double, low: Double, high: Double) {
    self.probability = probability
    self.low = low
    self.high = high
  }
}

/// A 95 % interval of a share, 0 … 1.
public struct ShareInterval: Sendable, Equatable {
  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// A 95 % interval of a day; an end that is `nil` is never, or not known.
public struct DayInterval: Sendable, Equatable {
  public var low: Int?
  public var high: Int?

  public init(low: Int?, high: Int?) {
    self.low = low
    self.high = high
  }
}

/// When the elements of one pledge are there for one need.
public struct PledgeTimeline: Sendable, Equatable {
  public var pledge: String
  public var need: String
  /// Not there within the horizon, before the pledge's or the need's end.
  public var never: Chance
  /// Day of presence, over the replications in which it comes; `nil` where it never comes.
  public var arrivalDay: Estimate?
  /// Percent to day, over all replications; `nil` where that share never comes.
  public var arrivalQuantiles: [Int: Int?]
  /// Percent to the interval of its day, by order statistics.
  public var arrivalIntervals: [Int: DayInterval] = [:]
  /// There by the need's deadline.
  public var onTime: Chance
  /// Share of replications in which it has come by a day, on days in order over the horizon, the last included.
  public var arrivedBy: [DayShare] = []

  public struct DayShare: Sendable, Equatable {
    public var day: Int
    /// 0 … 1.
    public var share: Double

    public init(day: Int, share: Double) {
      self.day = day
      self.share = share
    }
  }

  public init(
    pledge: String, need: String, never: Chance, arrivalDay: Estimate?, arrivalQuantiles: [Int: Int?],
    onTime: Chance
  ) {
    self.pledge = pledge
    self.need = need
    self.never = never
    self.arrivalDay = arrivalDay
    self.arrivalQuantiles = arrivalQuantiles
    self.onTime = onTime
  }
}

/// How far a need is met day by day.
public struct NeedTimeline: Sendable, Equatable {
  public struct DayCoverage: Sendable, Equatable {
    public var day: Int
    public var coverage: Estimate
    public var p10: Double
    public var p90: Double
    /// 95 % intervals of the two by order statistics; `nil` where nothing tells them.
    public var p10Interval: ShareInterval?
    public var p90Interval: ShareInterval?

    public init(day: Int, coverage: Estimate, p10: Double, p90: Double) {
      self.day = day
      self.coverage = coverage
      self.p10 = p10
      self.p90 = p90
    }
  }

  public var need: String
  public var mission: String
  /// On period starts and standard days, in order, within the need's days.
  public var coverageByDay: [DayCoverage]
  /// Standard (days from the need's first day) to the chance of first full coverage by then.
  public var fullyCoveredBy: [Int: Chance]
  /// Σ shortfall / requirement over the need's days.
  public var gapDays: Estimate

  public init(
    need: String, mission: String, coverageByDay: [DayCoverage], fullyCoveredBy: [Int: Chance],
    gapDays: Estimate
  ) {
    self.need = need
    self.mission = mission
    self.coverageByDay = coverageByDay
    self.fullyCoveredBy = fullyCoveredBy
    self.gapDays = gapDays
  }
}

/// When a mission's needs are met, taken together.
public struct MissionTimeline: Sendable, Equatable {
  public var mission: String
  /// Percent to day; `nil` where that share of replications has no arrival.
  public var firstArrivalDay: [Int: Int?]
  /// Percent to the interval of its day, by order statistics.
  public var firstArrivalIntervals: [Int: DayInterval] = [:]
  /// Share of coverage (0.25, 0.5, 0.75, 0.9) to percent to day.
  public var daysToShare: [Double: [Int: Int?]]
  /// The same for the intervals of these days.
  public var daysToShareIntervals: [Double: [Int: DayInterval]] = [:]
  public var standardDays: Int
  /// Every need first fully covered within ``standardDays`` of its first day.
  public var standardMet: Chance

  public init(
    mission: String, firstArrivalDay: [Int: Int?], daysToShare: [Double: [Int: Int?]], standardDays: Int,
    standardMet: Chance
  ) {
    self.mission = mission
    self.firstArrivalDay = firstArrivalDay
    self.daysToShare = daysToShare
    self.standardDays = standardDays
    self.standardMet = standardMet
  }
}

/// The share of the weighted needs that is there, so many days after each need's first day.
public struct HeadlineShare: Sendable, Equatable {
  /// A standard, in days.
  public var standardDays: Int
  public var share: Estimate

  public init(standardDays: Int, share: Estimate) {
    self.standardDays = standardDays
    self.share = share
  }
}
