import Simulation

extension ExampleRun {
  static var allocation: Allocation {
    Allocation(
      status: .withinGap, stoppedByTime: false, objective: .init(weightedGapDays: 912.5, cost: 12_340_000),
      bound: 908.25, gap: 0.0046575342465753424,
      assignments: [
        Assignment(
          pledge: "ago-company", need: "north-company", units: 1, quantity: 1, requestDay: 0, arrivalDay: 45,
          untilDay: 360, isInPlace: false),
        Assignment(
          pledge: "can-helicopter", need: "north-helicopter", units: 1, quantity: 4, requestDay: 20,
          arrivalDay: 120, untilDay: 360, isInPlace: false),
        Assignment(
          pledge: "ago-company", need: "south-company", units: 1, quantity: 1, requestDay: nil, arrivalDay: 0,
          untilDay: 360, isInPlace: true),
      ],
      needs: needs,
      missions: [
        MissionCoverage(mission: "north", coverage: 0.68, alreadyShort: [.women(.contingents, people: 12)]),
        MissionCoverage(mission: "south", coverage: 0.5, alreadyShort: []),
      ],
      unused: [
        UnusedPledge(
          pledge: "bel-hospital", units: 1,
          reasons: [
            Reason(kind: .caveat, detail: "bel-hospital is not offered to south", pledges: ["bel-hospital"])
          ])
      ])
  }

  static var needs: [NeedCoverage] {
    func need(_ id: String, _ capability: String, _ required: Double, _ pledged: Double, _ coverage: Double)
      -> NeedCoverage
    {
      NeedCoverage(
        need: id, mission: String(id.prefix(5)), capability: capability, required: required, pledged: pledged,
        coverage: coverage, shortfallDays: (1 - coverage) * 360,
        cells: [.init(from: 0, until: 360, coverage: coverage)], reasons: [])
    }
    var needs = [
      need("north-company", "company", 2, 1, 0.4375), need("north-helicopter", "helicopter", 4, 1, 0.7272),
      need("south-company", "company", 1, 1, 1), need("south-hospital", "hospital", 1, 1, 0),
    ]
    needs[0].reasons = [
      Reason(kind: .indivisible, detail: "one company is left to send"),
      Reason(kind: .late, detail: "ago-company cannot be there before day 45", pledges: ["ago-company"]),
    ]
    needs[1].reasons = [Reason(kind: .late, detail: "can-helicopter cannot be there before day 120")]
    needs[3].reasons = [Reason(kind: .caveat, detail: "bel-hospital is not offered to south")]
    return needs
  }

  static var timeline: Timeline {
    Timeline(
      replications: 10_000, seed: 2017, pledges: pledges, needs: timelines,
      missions: [
        MissionTimeline(
          mission: "north", firstArrivalDay: [50: 48, 90: nil], daysToShare: [0.25: [50: 52, 90: nil]],
          standardDays: 60, standardMet: never),
        MissionTimeline(
          mission: "south", firstArrivalDay: [50: 0, 90: 0], daysToShare: [0.25: [50: 0], 0.5: [50: 0]],
          standardDays: 90, standardMet: never),
      ],
      headline: [
        HeadlineShare(standardDays: 30, share: Estimate(mean: 0.125, standardError: 0.0001)),
        HeadlineShare(standardDays: 90, share: Estimate(mean: 0.3333, standardError: 0.0021)),
      ])
  }

  static let never = Chance(probability: 0, low: 0, high: 0.00038)
  static let always = Chance(probability: 1, low: 0.99962, high: 1)
  static let maybe = Chance(probability: 0.3712, low: 0.3618, high: 0.3807)

  private static var pledges: [PledgeTimeline] {
    func pledge(_ id: String, _ need: String, _ mean: Double, _ quantiles: [Int: Int?], _ onTime: Chance)
      -> PledgeTimeline
    {
      PledgeTimeline(
        pledge: id, need: need, never: never, arrivalDay: Estimate(mean: mean, standardError: 0.31),
        arrivalQuantiles: quantiles, onTime: onTime)
    }
    return [
      pledge("ago-company", "north-company", 51.5, [10: 31, 50: 48, 80: 66, 90: 90, 95: nil], maybe),
      pledge("can-helicopter", "north-helicopter", 131, [10: 90, 50: 125, 80: 170, 90: nil, 95: nil], never),
      pledge("ago-company", "south-company", 0, [10: 0, 50: 0, 80: 0, 90: 0, 95: 0], always),
    ]
  }

  private static var timelines: [NeedTimeline] {
    func need(_ id: String, _ chances: [Chance], _ gap: Double, _ error: Double) -> NeedTimeline {
      NeedTimeline(
        need: id, mission: String(id.prefix(5)),
        coverageByDay: [
          .init(day: 0, coverage: Estimate(mean: 0, standardError: 0), p10: 0, p90: 0),
          .init(day: 30, coverage: Estimate(mean: 0.25, standardError: 0.0025), p10: 0, p90: 0.5),
        ],
        fullyCoveredBy: Dictionary(uniqueKeysWithValues: zip([30, 60, 90, 180], chances)),
        gapDays: Estimate(mean: gap, standardError: error))
    }
    return [
      need("north-company", [never, never, never, never], 215.5, 0.42),
      need(
        "north-helicopter", [never, never, maybe, Chance(probability: 0.64, low: 0.6305, high: 0.6493)], 120,
        1.04),
      need("south-company", [always, always, always, always], 0, 0),
      need("south-hospital", [never, never, never, never], 360, 0),
    ]
  }
}
