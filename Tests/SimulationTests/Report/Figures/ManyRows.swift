import Simulation

/// A made-up run of any size, with long and odd names, for looks and layout.
enum ManyRows {
  /// So many needs, spread over missions of at most twelve; each has a pledge of its own, every third none.
  static func run(_ count: Int) -> RunResult {
    var result = RunResult(
      scenario: scenario(count), digest: "sha256:0", seed: 1, threads: 1, wantsTimeline: true,
      solverVersion: "5.0")
    result.allocation = allocation(count)
    result.timeline = timeline(count)
    return result
  }

  static let names = [
    "Infantry battalion", "Medium utility helicopter, night-capable, for evacuation of casualties",
    "<script>alert(\"x\")</script> & sons", "وحدة هندسة", "🚁 Squadron", String(repeating: "Long ", count: 60),
    "Unbrokennamewithoutanyblankthatisfarlongerthananycolumnofanypaper", "野战医院二级",
  ]

  static func mission(_ index: Int) -> String { "mission-\(index / 12)" }

  private static func scenario(_ count: Int) -> Scenario {
    var scenario = Scenario(
      id: "many", title: "Many rows", dayZero: .someDay, horizon: Horizon(days: 720))
    scenario.missions = (0...(max(0, count - 1) / 12)).map {
      var mission = Mission(id: "mission-\($0)", name: $0 == 1 ? names[2] : "UNMISSION\($0)")
      mission.country = $0 == 0 ? names[5] : "Ruritania"
      return mission
    }
    scenario.capabilities = names.indices.map {
      Capability(id: "capability-\($0)", name: names[$0], measure: .units, category: .contingents)
    }
    scenario.contributors = [
      Contributor(id: "one", name: names[5]), Contributor(id: "two", name: "Ruritania"),
    ]
    for index in 0..<count {
      var need = Need(
        id: "need-\(index)", mission: mission(index), capability: "capability-\(index % names.count)",
        quantity: 2, from: index % 5 * 20, until: 720)
      need.weight = Double(index % 4 + 1)
      scenario.needs.append(need)
      var pledge = Pledge(
        id: "pledge-\(index)", contributor: index % 2 == 0 ? "one" : "two", capability: need.capability,
        quantity: 2, units: 2, until: 720)
      pledge.tourDays = index % 2 == 0 ? 180 : nil
      scenario.pledges.append(pledge)
    }
    return scenario
  }

  private static func isMet(_ index: Int) -> Bool { index % 3 != 2 }

  private static func allocation(_ count: Int) -> Allocation {
    Allocation(
      status: .optimal, stoppedByTime: false, objective: .init(weightedGapDays: 100, cost: 1e6), bound: 100,
      gap: 0,
      assignments: (0..<count).filter(isMet).map {
        Assignment(
          pledge: "pledge-\($0)", need: "need-\($0)", units: 2, quantity: 2, requestDay: 0,
          arrivalDay: 30 + $0 * 7 % 400, untilDay: 720, isInPlace: $0 % 7 == 0)
      },
      needs: (0..<count).map {
        let coverage = isMet($0) ? 0.6 + Double($0 % 4) / 10 : 0
        return NeedCoverage(
          need: "need-\($0)", mission: mission($0), capability: "capability-\($0 % names.count)", required: 2,
          pledged: 1, coverage: coverage, shortfallDays: (1 - coverage) * 720,
          cells: [.init(from: 0, until: 200, coverage: 0), .init(from: 200, until: 720, coverage: coverage)],
          reasons: isMet($0)
            ? [] : [Reason(kind: .nobody, detail: BilingualText(name: "nobody pledged \(names[2])"))])
      },
      missions: [],
      unused: (0..<count).filter { !isMet($0) }.map {
        UnusedPledge(
          pledge: "pledge-\($0)", units: 2,
          reasons: [Reason(kind: .late, detail: BilingualText(name: names[5]))])
      })
  }

  private static let half = Chance(probability: 0.5, low: 0.49, high: 0.51)

  private static func timeline(_ count: Int) -> Timeline {
    var timeline = Timeline(
      replications: 10_000, seed: 1,
      pledges: (0..<count).filter(isMet).map { index in
        let day = 30 + index * 7 % 400
        var pledge = PledgeTimeline(
          pledge: "pledge-\(index)", need: "need-\(index)", never: half, arrivalDay: nil,
          arrivalQuantiles: [10: day - 10, 50: day + 20, 80: day + 60, 90: index % 2 == 0 ? nil : day + 90],
          onTime: half)
        pledge.arrivedBy = stride(from: 0, through: 710, by: 10).map {
          .init(day: $0, share: $0 < day ? 0 : 0.8)
        }
        return pledge
      },
      needs: (0..<count).map { index in
        NeedTimeline(
          need: "need-\(index)", mission: mission(index),
          coverageByDay: stride(from: 0, to: 720, by: 30).map {
            let mean = isMet(index) ? min(0.9, Double($0) / 500) : 0
            return .init(
              day: $0, coverage: Estimate(mean: mean, standardError: 0.001), p10: mean / 2,
              p90: min(1, mean * 1.2))
          },
          fullyCoveredBy: [30: half, 60: half, 90: half, 180: half],
          gapDays: Estimate(mean: Double(700 - index), standardError: 1))
      }, missions: [],
      headline: [HeadlineShare(standardDays: 30, share: .init(mean: 0.3, standardError: 0.01))])
    timeline.causes = TimelineCauses(replications: 1_024, causes: (0..<count).flatMap(causes))
    return timeline
  }

  /// A risk whose removal closes less and less, and in the end opens, with the unit of each pledge.
  private static func causes(_ index: Int) -> [Cause] {
    var risk = Cause(kind: .risk, name: names[index % names.count])
    risk.gapDaysIfRemoved = Estimate(mean: Double(index * 40 - 900), standardError: Double(index + 1))
    var unit = Cause(kind: .unit, name: "pledge-\(index)")
    unit.need = "need-\(index)"
    unit.criticality = Estimate(mean: 1, standardError: 0)
    return [risk, unit]
  }

  /// So many milestones, of which the last meets all.
  static func progress(_ count: Int) -> RunResult {
    var result = run(3)
    result.allocation = nil
    result.timeline = nil
    let milestones = (0..<count).map { index in
      let share = Double(index + 1) / Double(count)
      return MilestoneProgress(
        milestone: Milestone(id: "m\(index)", name: names[index % names.count], day: index * 30),
        pledges: index,
        changes: [], pledged: share, planned: share / 2,
        inTime: [HeadlineShare(standardDays: 90, share: .init(mean: share / 2, standardError: 0.02))],
        weightedGapDays: 100, bound: 90, needs: [])
    }
    result.inquiry = .progress(
      Progress(milestones: milestones, seed: 1, replications: 100, undated: [], later: [], unfinished: 0))
    return result
  }

  /// So many needs whose gaps close or open between two scenarios.
  static func comparison(_ count: Int) -> RunResult {
    var result = run(count)
    result.allocation = nil
    result.timeline = nil
    let plan = Comparison.Plan(
      title: names[2], digest: "sha256:1", weightedGapDays: 10, bound: 9, replications: 100, seed: 1)
    let figures = (0..<count).map { index -> FigureDifference in
      var figure = FigureDifference(
        kind: .gapDays, first: 100, second: 100 + Double((index + 1) * (index % 2 == 0 ? 20 : -15)))
      figure.mission = mission(index)
      figure.need = "need-\(index)"
      figure.standardError = 2.5
      return figure
    }
    result.inquiry = .compare(
      Comparison(first: plan, second: plan, inputs: [], figures: figures, isPaired: true))
    return result
  }

  /// Ranges with names of all lengths, some that reach below nothing.
  static func ranges(_ count: Int) -> [RangeChart.Row] {
    (0..<count).map {
      let low = Double(900 - $0 * 40)
      return RangeChart.Row(
        name: names[$0 % names.count], low: low, high: low + Double($0 * 30 + 5), other: low + 100,
        text: "\(Int(low)) to \(Int(low) + $0 * 30 + 5)")
    }
  }
}
