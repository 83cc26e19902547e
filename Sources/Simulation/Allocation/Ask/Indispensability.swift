/// What the plan loses without each contributor.
public struct Indispensability: Sendable, Equatable {
  /// The plan with all of them: its weighted gap in days, and what none can undercut.
  public var weightedGapDays: Double
  public var bound: Double
  /// The one without whom most opens first; where ranges overlap, the order says nothing.
  public var contributors: [ContributorLoss]
  /// Contributors that were not looked at before the time was over or the user stopped the run.
  public var unfinished: Int
}

/// The plan without one contributor.
public struct ContributorLoss: Sendable, Equatable {
  public var contributor: String
  /// Its own pledges, and those that others make with it; both are lost.
  public var pledges: [String]
  public var joint: [String]
  /// Weighted gap in days that opens if units may be divided: exact.
  public var divisible: Double
  /// Weighted gap in days that opens in whole units: proved to lie between these.
  public var opens: ValueRange
  /// Ranks that it may have among all contributors, 1 the one that is missed most.
  public var ranks: ClosedRange<Int>
  /// By how much needs are covered worse without it, between the two plans found.
  public var needs: [NeedChange]
  /// What others send that they do not send with it there.
  public var takesOver: [TakeOver]

  init(contributor: String, pledges: [String], joint: [String]) {
    self.contributor = contributor
    self.pledges = pledges
    self.joint = joint
    divisible = 0
    opens = ValueRange(low: 0, high: 0)
    ranks = 1...1
    needs = []
    takesOver = []
  }
}

/// More of a pledge, sent to a need in the place of what is lost.
public struct TakeOver: Sendable, Equatable {
  public var pledge: String
  public var need: String
  public var units: Double

  /// What a plan sends to a need beyond what another plan sends there, whatever the day.
  static func between(_ before: PlanState, _ after: PlanState) -> [TakeOver] {
    let scenario = after.model.scenario
    let sent = (before.sentByPair, after.sentByPair)
    return sent.1.keys.sorted { ($0[1], $0[0]) < ($1[1], $1[0]) }.compactMap { pair in
      let more = (sent.1[pair] ?? 0) - (sent.0[pair] ?? 0)
      guard more > 1e-6 else { return nil }
      return TakeOver(pledge: scenario.pledges[pair[0]].id, need: scenario.needs[pair[1]].id, units: more)
    }
  }
}

extension PlanState {
  /// Elements by pledge and need.
  fileprivate var sentByPair: [[Int]: Double] {
    var sum: [[Int]: Double] = [:]
    for (number, deployment) in model.deployments.enumerated() where sent[number] > 0 {
      for leg in deployment.legs { sum[[leg.pledge, leg.need], default: 0] += sent[number] * leg.elements }
    }
    return sum
  }
}
