/// The same needs against the pool of pledges as it stood on each milestone.
public struct Progress: Sendable, Equatable {
  /// In the order of days.
  public var milestones: [MilestoneProgress]
  public var seed: UInt64
  public var replications: Int
  /// Pledges without a day of record, which count at every milestone; sorted.
  public var undated: [String]
  /// Pledges that come on record after the last milestone only; sorted.
  public var later: [String]
  /// Milestones that were left out because the run was interrupted.
  public var unfinished: Int

  public init(
    milestones: [MilestoneProgress], seed: UInt64, replications: Int, undated: [String],
    later: [String], unfinished: Int
  ) {
    self.milestones = milestones
    self.seed = seed
    self.replications = replications
    self.undated = undated
    self.later = later
    self.unfinished = unfinished
  }
}

/// What the pool of one milestone would do.
public struct MilestoneProgress: Sendable, Equatable {
  public var milestone: Milestone
  /// Pledges on record that day and not withdrawn.
  public var pledges: Int
  /// What is on record that was not at the milestone before, or in another form; by pledge.
  public var changes: [PoolChange]
  /// Share of the weighted needs if every pledge were there throughout; `nil` without weight.
  public var pledged: Double?
  /// The same by the plan, mean over each need's days.
  public var planned: Double?
  /// What is there so many days after each need's first.
  public var inTime: [HeadlineShare]
  /// Of the plan, in weighted days, and what no plan from this pool goes below.
  public var weightedGapDays: Double
  public var bound: Double
  public var needs: [NeedProgress]

  public init(
    milestone: Milestone, pledges: Int, changes: [PoolChange], pledged: Double?, planned: Double?,
    inTime: [HeadlineShare], weightedGapDays: Double, bound: Double, needs: [NeedProgress]
  ) {
    self.milestone = milestone
    self.pledges = pledges
    self.changes = changes
    self.pledged = pledged
    self.planned = planned
    self.inTime = inTime
    self.weightedGapDays = weightedGapDays
    self.bound = bound
    self.needs = needs
  }
}

/// How far one need would be met from the pool of one milestone.
public struct NeedProgress: Sendable, Equatable {
  public var need: String
  /// 0 … 1, as ``NeedCoverage/pledged``.
  public var pledged: Double
  /// 0 … 1, mean over the need's days.
  public var planned: Double
  /// The same as things turn out: 1 less the mean gap-days by the need's days.
  public var inTime: Estimate
}

/// What became of a pledge between two milestones.
public struct PoolChange: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case added, withdrawn, more, less
    /// In the same quantity, with something said.
    case restated
  }

  public var pledge: String
  public var contributor: String
  public var capability: String
  /// In the capability's measure; 0 where it was not in the pool.
  public var from: Double
  public var to: Double
  public var text: String?

  public var kind: Kind {
    if from == 0 { return .added }
    if to == 0 { return .withdrawn }
    return to > from ? .more : to < from ? .less : .restated
  }
}

extension PoolChange {
  /// Changes of the pool from one day to a later one, by pledge; `nil` is before all records.
  static func changes(in scenario: Scenario, from earlier: Int?, to day: Int) -> [PoolChange] {
    scenario.pledges.compactMap { pledge in
      let before = earlier.flatMap { pledge.record(on: $0) }
      guard let now = pledge.record(on: day), now != before else { return nil }
      let (from, to) = (before?.quantity ?? 0, now.quantity)
      guard from != 0 || to != 0, from != to || now.text != nil else { return nil }
      return PoolChange(
        pledge: pledge.id, contributor: pledge.contributor, capability: pledge.capability, from: from, to: to,
        text: now.text)
    }
  }
}
