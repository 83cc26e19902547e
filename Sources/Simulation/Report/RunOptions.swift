/// What is asked of a run beside what its scenario says.
public struct RunOptions: Sendable {
  /// How the scenario is read.
  public var reading: ReadingOptions
  /// Whether the plan is to be tested against chance; else the run ends with the plan.
  public var wantsTimeline: Bool
  /// `nil` does as the scenario says.
  public var seed: UInt64?
  /// `nil` does as the scenario says; at least 1, below 2³¹.
  public var replications: Int?
  /// Half-width that every headline probability shall reach; `nil` does as the scenario says.
  public var precision: Double?
  /// Whether to look for what holds the plan up.
  public var wantsCauses = true
  /// At most so many run at once; never changes a result.
  public var threads: Int
  /// Whether elements may be split: the plan is then a bound and not an order.
  public var isFractional: Bool
  /// `nil` does as the scenario says.
  public var timeLimitSeconds: Double?
  /// Whether the plan's model is to be kept for other solvers.
  public var exportsModel: Bool
  /// File of an earlier plan, of which as little as possible is to be changed; `nil` for none.
  public var earlierPlan: String?
  /// File of a plan to be tested as it is; `nil` makes one.
  public var givenPlan: String?
  /// A replication to be told instead of the timeline of all; `nil` for none.
  public var trace: TraceRequest?

  public init(
    reading: ReadingOptions = ReadingOptions(), wantsTimeline: Bool = true, seed: UInt64? = nil,
    replications: Int? = nil, threads: Int = 1,
    isFractional: Bool = false, timeLimitSeconds: Double? = nil, exportsModel: Bool = false,
    earlierPlan: String? = nil, givenPlan: String? = nil
  ) {
    self.reading = reading
    self.wantsTimeline = wantsTimeline
    self.seed = seed
    self.replications = replications
    self.threads = threads
    self.isFractional = isFractional
    self.timeLimitSeconds = timeLimitSeconds
    self.exportsModel = exportsModel
    self.earlierPlan = earlierPlan
    self.givenPlan = givenPlan
  }
}
