/// Something that holds a plan up, how much it is felt, and what would change without it.
public struct Cause: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A stage of a process, with its gate, its queue and its risk events.
    case stage
    case gate
    /// Waiting for the carriers of a lift pool.
    case lift
    /// Waiting for a resource.
    case resource
    case season
    case risk
    /// Pledges that do not come true.
    case never
    /// Units that are withdrawn early.
    case withdrawal
    /// All units of one pledge at one need.
    case unit
  }

  public var kind: Kind
  /// Identifier of the gate, pool, resource, season, risk event, stage or pledge; empty for all pledges.
  public var name: String
  /// Of a stage.
  public var process: String?
  /// Of a gate or a season.
  public var mission: String?
  /// Of a unit.
  public var need: String?
  /// How often a stage lies on the longest path of a unit that gets ready, or a unit is the last of its need.
  public var criticality: Estimate?
  /// Days that all units together wait for it before the horizon, or that it adds; the mean over replications.
  ///
  /// `nil` for what nobody waits for, and for a season where another slows the same day alike.
  public var daysWaited: Estimate?
  /// Change of all needs' gap-days where it is removed and all else, luck too, stays; `nil` for a unit.
  public var gapDaysIfRemoved: Estimate?
  /// The same of each mission's needs, in the order of their identifiers; empty for a unit.
  public var missionChanges: [MissionChange] = []

  /// What the removal of a cause changes for one mission.
  public struct MissionChange: Sendable, Equatable {
    public var mission: String
    /// Of its needs, unweighted; the error is that of the paired differences.
    public var gapDays: Estimate

    public init(mission: String, gapDays: Estimate) {
      self.mission = mission
      self.gapDays = gapDays
    }
  }

  public init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}

extension Estimate {
  /// Whether a change is more than two of its standard errors.
  public var isBeyondNoise: Bool { mean != 0 && abs(mean) > 2 * standardError }
}

/// What holds a plan up, those first whose removal closes most.
public struct TimelineCauses: Sendable, Equatable {
  /// On which all its figures rest.
  public var replications: Int
  public var causes: [Cause]

  public init(replications: Int, causes: [Cause]) {
    self.replications = replications
    self.causes = causes
  }

  /// Replications that the main job looks at: the first so many of the timeline's own.
  public static let usualReplications = 1_024
}
