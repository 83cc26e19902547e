/// Two scenarios, or the results of two runs, side by side: what differs in them, and what that changes.
public struct Comparison: Sendable, Equatable {
  /// A plan's weighted gap, and the figure that no plan of its scenario goes below.
  public struct Plan: Sendable, Equatable {
    public var title: String
    /// Names of the overrides applied, in their order.
    public var overrides: [String]
    public var digest: String
    public var weightedGapDays: Double
    public var bound: Double
    /// Of its timeline; `nil` where it has none.
    public var replications: Int?
    public var seed: UInt64?

    public init(
      title: String, overrides: [String] = [], digest: String, weightedGapDays: Double, bound: Double,
      replications: Int? = nil, seed: UInt64? = nil
    ) {
      self.title = title
      self.overrides = overrides
      self.digest = digest
      self.weightedGapDays = weightedGapDays
      self.bound = bound
      self.replications = replications
      self.seed = seed
    }
  }

  public var first: Plan
  public var second: Plan
  /// In the order of their paths.
  public var inputs: [InputDifference]
  /// Every figure that both have, those of the whole first, then by mission and need.
  public var figures: [FigureDifference]
  /// Whether both were tested under the same luck, replication by replication; else errors are those of two runs
  /// that have nothing in common.
  public var isPaired: Bool

  public init(
    first: Plan, second: Plan, inputs: [InputDifference], figures: [FigureDifference], isPaired: Bool
  ) {
    self.first = first
    self.second = second
    self.inputs = inputs
    self.figures = figures
    self.isPaired = isPaired
  }

  /// Figures that were compared in replications: of so many unmoved ones about one in twenty would pass for moved.
  public var measured: Int { figures.count { $0.standardError != nil } }
}

/// A value that two scenarios do not share.
public struct InputDifference: Sendable, Equatable {
  /// Keys and identifiers from the top, such as `pledges.can-aviation.quantity`.
  public var path: String
  /// As it is written; `nil` where the scenario has none.
  public var first: String?
  public var second: String?
}

/// What a figure is in two scenarios.
public struct FigureDifference: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// Coverage of a need in the plan, 0 … 1; exact.
    case planned
    /// Weighted gap-days of all needs.
    case weightedGapDays
    /// Share of the weighted needs that is there so many days after each need's first, 0 … 1.
    case headline
    /// Chance that a mission meets its standard.
    case standardMet
    /// Gap-days of a need.
    case gapDays
    /// Chance that a need was fully covered so many days after its first.
    case fullyCoveredBy
  }

  public var kind: Kind
  public var mission: String?
  public var need: String?
  public var standardDays: Int?
  public var first: Double
  public var second: Double
  /// Of the difference, under the same luck where it is paired; `nil` for what is no matter of chance.
  public var standardError: Double?

  public init(
    kind: Kind, mission: String? = nil, need: String? = nil, standardDays: Int? = nil, first: Double,
    second: Double, standardError: Double? = nil
  ) {
    self.kind = kind
    self.mission = mission
    self.need = need
    self.standardDays = standardDays
    self.first = first
    self.second = second
    self.standardError = standardError
  }

  public var difference: Double { second - first }

  /// Whether the difference is more than two of its standard errors.
  public var isBeyondNoise: Bool {
    Estimate(mean: difference, standardError: standardError ?? 0).isBeyondNoise
  }
}
