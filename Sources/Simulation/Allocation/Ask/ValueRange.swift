/// Two ends between which a value is proved to lie, in weighted gap-days.
///
/// Plans give one end and bounds the other: a wide range says how little is proved, not how much varies.
public struct ValueRange: Sendable, Equatable {
  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = max(low, high)
  }

  /// Differences of weighted gaps smaller than this are arithmetic noise, relative to the gaps' size.
  static let noise = 1e-9

  /// What is inside both ranges, each of which holds the value.
  func narrowed(by other: ValueRange) -> ValueRange {
    ValueRange(low: max(low, other.low), high: min(high, other.high))
  }

  /// The ranks that each of several values can have, 1 the largest: those whose ranges overlap share ranks.
  package static func ranks(of ranges: [ValueRange]) -> [ClosedRange<Int>] {
    ranges.map { own in
      let above = ranges.count { $0.low > own.high }
      let below = ranges.count { $0.high < own.low }
      return above + 1...ranges.count - below
    }
  }

  /// Numbers of ranges, the largest first; equal ones in the order given.
  package static func order(of ranges: [ValueRange]) -> [Int] {
    ranges.indices.sorted { left, right in
      let (a, b) = (ranges[left], ranges[right])
      return (b.low, b.high, left) < (a.low, a.high, right)
    }
  }
}

/// By how much one need's gap falls between two plans; negative where it grows.
public struct NeedChange: Sendable, Equatable {
  public var need: String
  /// Days without cover.
  public var shortfallDays: Double
  /// The same, times the weights of need and mission.
  public var weightedGapDays: Double

  public init(need: String, shortfallDays: Double, weightedGapDays: Double) {
    self.need = need
    self.shortfallDays = shortfallDays
    self.weightedGapDays = weightedGapDays
  }
}

extension NeedChange {
  /// Needs whose gap differs between two plans, in order; each plan may have its own model.
  static func between(_ before: PlanState, _ after: PlanState) -> [NeedChange] {
    let gaps = (NeedGaps(before), NeedGaps(after))
    let needs = before.model.scenario.needs
    return needs.indices.compactMap { need in
      let days = gaps.0.days[need] - gaps.1.days[need]
      let weighted = gaps.0.weighted[need] - gaps.1.weighted[need]
      guard abs(days) > 1e-6 || abs(weighted) > 1e-6 else { return nil }
      return NeedChange(need: needs[need].id, shortfallDays: days, weightedGapDays: weighted)
    }
  }
}

/// Each need's gap under a plan.
private struct NeedGaps {
  /// Days without cover.
  var days: [Double]
  /// The same, times the weights of need and mission.
  var weighted: [Double]

  init(_ state: PlanState) {
    let model = state.model
    days = [Double](repeating: 0, count: model.scenario.needs.count)
    weighted = days
    for cell in model.cells.indices {
      let need = model.cells[cell].need
      days[need] += state.shortfallDays(ofCell: cell)
      weighted[need] += state.tables.weightedGap(ofCell: cell, shortfall: state.shortfall(ofCell: cell))
    }
  }
}
