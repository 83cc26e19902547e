/// What to ask for next, and what it is worth.
public struct Advice: Sendable, Equatable {
  /// The plan that everything is compared with: its weighted gap in days, and what none can undercut.
  public var weightedGapDays: Double
  public var bound: Double
  /// The largest first; where ranges overlap, the order says nothing.
  public var asks: [Ask]
  /// `nil` where no unit could be asked for, or the search ended before.
  public var best: AskSet?
  /// What comes of always adding the unit that closes most: beside the best set, without a claim.
  public var greedy: AskSet?
  /// Candidates that were not looked at before the time was over or the user stopped the run.
  public var unfinished: Int
}

/// One thing that could be asked for.
public struct Ask: Sendable, Equatable {
  public enum Subject: Sendable, Equatable {
    case unit(UnitAsk)
    case step(LimitStep)
  }

  public var subject: Subject
  /// Weighted gap in days that it closes if units may be divided: exact, the difference of two optima.
  public var divisible: Double
  /// Weighted gap in days that it closes in whole units: proved to lie between these.
  public var value: ValueRange
  /// Ranks that it may have among all asks, 1 the most valuable.
  public var ranks: ClosedRange<Int>
  /// What changes between the two plans found, by the scenario's needs.
  public var closes: [NeedChange]
}

/// Several units asked for together.
public struct AskSet: Sendable, Equatable {
  /// Units of each ask, none of them 0, in the order of the asks' first needs.
  public var units: [(unit: UnitAsk, count: Int)]
  /// The plan's weighted gap in days with them, and what no plan with as many can undercut.
  public var weightedGapDays: Double
  public var bound: Double
  /// Weighted gap in days that they close.
  public var value: ValueRange
  public var closes: [NeedChange]

  public static func == (left: AskSet, right: AskSet) -> Bool {
    left.units.elementsEqual(right.units, by: ==) && left.weightedGapDays == right.weightedGapDays
      && left.bound == right.bound && left.value == right.value && left.closes == right.closes
  }
}
