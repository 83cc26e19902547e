/// The weighted gap as one limit moves.
public struct Frontier: Sendable, Equatable {
  public var limit: LimitChoice
  /// The limit in the scenario; `nil` where it has none.
  public var current: Double?
  /// If units may be divided: the exact curve's ends and all of its breakpoints, in rising order.
  public var curve: [Point]
  /// Plans in whole units at some of these, in rising order.
  public var plans: [Plan]
  /// Whether the time was over, or the user stopped the run, before all plans were made.
  public var isCut: Bool

  public struct Point: Sendable, Equatable {
    /// US dollars, or people authorised.
    public var limit: Double
    /// Weighted gap in days.
    public var weightedGapDays: Double
    /// Weighted gap-days that one more closes, from here to the next point; 0 at the last.
    public var perUnit: Double
  }

  public struct Plan: Sendable, Equatable {
    public var limit: Double
    /// The plan's weighted gap in days, and what none can undercut.
    public var weightedGapDays: Double
    public var bound: Double
    /// US dollars.
    public var cost: Double
  }
}

/// Why no frontier can be drawn, in a sentence.
public struct FrontierRefused: Error, CustomStringConvertible, Sendable, Equatable {
  public let description: String
  /// Whether what was asked is to blame, and not what the scenario holds.
  public let isWrongUsage: Bool
}
