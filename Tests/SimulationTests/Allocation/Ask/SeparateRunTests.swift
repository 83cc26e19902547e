import Simulation
import Testing

/// Whatever is said of another case is what a run of that case, by itself, gives.
@Suite("Asks against separate runs")
struct SeparateRunTests {
  private struct Run {
    let divisible: Double
    let objective: Double
    let bound: Double

    init(_ scenario: Scenario) throws {
      let parts = try Allocator(scenario: scenario, options: AllocationOptions(wholeUnits: false)).allocate()
      divisible = parts.objective.weightedGapDays
      let whole = try Allocator(scenario: scenario).allocate()
      objective = whole.objective.weightedGapDays
      bound = whole.bound
    }

    /// By how much the weighted gap falls to another run, as far as both are proved.
    func fall(to other: Run) -> ClosedRange<Double> {
      bound - other.objective...max(bound - other.objective, objective - other.bound)
    }
  }

  private static func scenario(_ ask: Ask, in scenario: Scenario) -> Scenario {
    switch ask.subject {
    case .step(let step): return step.applied(to: scenario)
    case .unit(let unit):
      var more = scenario
      more.pledges.append(unit.pledge)
      more.pledges.sort { $0.id < $1.id }
      more.contributors.append(unit.contributor)
      more.contributors.sort { $0.id < $1.id }
      return more
    }
  }

  private static func isInside(_ range: ValueRange, _ found: ClosedRange<Double>) -> Bool {
    let noise = 1e-6 * max(1, found.upperBound.magnitude)
    return range.low <= found.upperBound + noise && range.high >= found.lowerBound - noise
  }

  @Test("An ask is worth what a plan with the pledge, or the limit, in the file closes", arguments: 0..<16)
  func asks(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    let base = try Run(scenario)
    let advice = try AskFinder(scenario: scenario, options: AllocationOptions(), count: 2).find()
    #expect(advice.unfinished == 0)
    #expect(agree(advice.weightedGapDays, base.objective))
    for ask in advice.asks {
      let run = try Run(Self.scenario(ask, in: scenario))
      #expect(agree(ask.divisible, base.divisible - run.divisible), "\(ask.subject)")
      #expect(Self.isInside(ask.value, base.fall(to: run)), "\(ask.subject) \(ask.value)")
      #expect(ask.value.high - ask.value.low < 1e-6 * max(1, base.objective), "small enough to be proved")
    }
  }

  @Test("A step of a limit named in a reason is worth what a divisible plan with the step taken closes")
  func stepsOfReasons() throws {
    var steps = 0
    for seed in 0..<60 as Range<UInt64> {
      let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
      let gains = try Allocator(scenario: scenario).allocate().stepGains
      steps += gains.count
      guard !gains.isEmpty else { continue }
      let base = try Run(scenario)
      for (step, gain) in gains {
        let run = try Run(step.applied(to: scenario))
        #expect(agree(gain, base.divisible - run.divisible), "seed \(seed), \(step)")
      }
    }
    #expect(steps >= 20)
  }

  @Test("In a larger scenario, too, the two ends hold what separate runs prove", arguments: [3])
  func larger(seed: UInt64) throws {
    var scenario = Scenario.random(seed: seed, pledges: 60, needs: 24)
    scenario.allocation.workLimit = 50
    let base = try Run(scenario)
    let advice = try AskFinder(scenario: scenario, options: AllocationOptions(threads: 2), count: 2).find()
    for ask in advice.asks.prefix(2) + advice.asks.suffix(1) {
      let run = try Run(Self.scenario(ask, in: scenario))
      #expect(agree(ask.divisible, base.divisible - run.divisible), "\(ask.subject)")
      #expect(Self.isInside(ask.value, base.fall(to: run)), "\(ask.subject) \(ask.value)")
    }
  }

  @Test("The best set closes what a plan with its pledges in the file closes", arguments: 0..<8)
  func sets(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 3, needs: 4)
    let base = try Run(scenario)
    let advice = try AskFinder(scenario: scenario, options: AllocationOptions(), count: 2).find()
    guard let best = advice.best, let greedy = advice.greedy else { return }
    var more = scenario
    for (unit, count) in best.units {
      more.contributors.append(unit.contributor)
      for number in 0..<count {
        var pledge = unit.pledge
        pledge.id += "-\(number)"
        more.pledges.append(pledge)
      }
    }
    more.pledges.sort { $0.id < $1.id }
    #expect(best.units.reduce(0) { $0 + $1.count } <= 2)
    #expect(Self.isInside(best.value, base.fall(to: try Run(more))))
    #expect(greedy.weightedGapDays >= best.weightedGapDays)
    for ask in advice.asks {
      guard case .unit = ask.subject else { continue }
      #expect(best.value.high >= ask.value.low - 1e-6, "two asks close at least as much as one")
    }
  }

  @Test("Without a contributor is without its pledges, alone or joint, in the file", arguments: 0..<12)
  func indispensable(seed: UInt64) throws {
    var scenario = Scenario.random(seed: seed, pledges: 5, needs: 4)
    scenario.contributors.append(Contributor(id: "CCC", name: "CCC", languages: ["en"]))
    scenario.pledges[0].partners = ["CCC"]
    let base = try Run(scenario)
    let found = try Indispensables(scenario: scenario, options: AllocationOptions()).find()
    let named = scenario.pledges.flatMap { [$0.contributor] + $0.partners }
    #expect(Set(found.contributors.map(\.contributor)) == Set(named))
    for loss in found.contributors {
      var less = scenario
      less.pledges.removeAll { $0.contributor == loss.contributor || $0.partners.contains(loss.contributor) }
      let gone = Set(scenario.pledges.map(\.id)).subtracting(less.pledges.map(\.id))
      #expect(Set(loss.pledges + loss.joint) == gone)
      for number in less.packages.indices { less.packages[number].members.removeAll(where: gone.contains) }
      let run = try Run(less)
      #expect(agree(loss.divisible, run.divisible - base.divisible), "\(loss.contributor)")
      #expect(Self.isInside(loss.opens, run.fall(to: base)), "\(loss.contributor) \(loss.opens)")
    }
  }

  @Test("Each point of a frontier is what a run with that limit gives", arguments: 0..<8)
  func frontier(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 4, needs: 4)
    let choices: [LimitChoice] = [
      .budget, .missionBudget(mission: "east"), .ceiling(mission: "west", category: .military),
    ]
    for choice in choices {
      guard let finder = try? FrontierFinder(scenario: scenario, options: AllocationOptions(), limit: choice)
      else { continue }
      let frontier = try finder.find()
      #expect(!frontier.curve.isEmpty)
      for point in frontier.curve {
        let run = try Run(choice.applied(point.limit, to: scenario))
        #expect(agree(point.weightedGapDays, run.divisible), "\(choice.text) at \(point.limit)")
      }
      for plan in frontier.plans {
        let run = try Run(choice.applied(plan.limit, to: scenario))
        #expect(agree(plan.weightedGapDays, run.objective), "\(choice.text) at \(plan.limit)")
        #expect(agree(plan.bound, run.objective))
      }
      let beyond = choice.applied((frontier.curve.last?.limit ?? 0) * 2 + 1000, to: scenario)
      #expect(
        agree(try Run(beyond).divisible, frontier.curve.last?.weightedGapDays ?? 0), "level beyond its end")
    }
  }

  @Test("The middle of a straight piece is what its slope says")
  func straight() throws {
    let scenario = Scenario.random(seed: 7, pledges: 6, needs: 5)
    let frontier = try FrontierFinder(scenario: scenario, options: AllocationOptions(), limit: .budget).find()
    for (left, right) in zip(frontier.curve, frontier.curve.dropFirst()) {
      let middle = (left.limit + right.limit) / 2
      let run = try Run(LimitChoice.budget.applied(middle, to: scenario))
      #expect(agree(left.weightedGapDays - left.perUnit * (middle - left.limit), run.divisible))
    }
  }

  @Test("Threads change nothing", arguments: [2, 3])
  func threads(count: Int) throws {
    let scenario = Scenario.random(seed: 11, pledges: 5, needs: 5)
    let (one, many) = (AllocationOptions(threads: 1), AllocationOptions(threads: count))
    #expect(
      try AskFinder(scenario: scenario, options: one, count: 2).find()
        == AskFinder(scenario: scenario, options: many, count: 2).find())
    #expect(
      try Indispensables(scenario: scenario, options: one).find()
        == Indispensables(scenario: scenario, options: many).find())
    #expect(
      try FrontierFinder(scenario: scenario, options: one, limit: .budget).find()
        == FrontierFinder(scenario: scenario, options: many, limit: .budget).find())
  }

  @Test("Once the user has stopped it, nothing more is begun, and what is left out is counted")
  func interrupted() throws {
    let scenario = Scenario.random(seed: 11, pledges: 5, needs: 5)
    let interruption = Interruption()
    let options = AllocationOptions(interruption: interruption)
    let asks = try AskFinder(scenario: scenario, options: options, count: 2)
    let losses = try Indispensables(scenario: scenario, options: options)
    let frontier = try FrontierFinder(scenario: scenario, options: options, limit: .budget)
    interruption.raise()
    let advice = try asks.find()
    #expect(advice.asks.isEmpty && advice.unfinished > 0 && advice.best == nil)
    let lost = try losses.find()
    #expect(lost.contributors.isEmpty && lost.unfinished > 0)
    #expect(try frontier.find().isCut)
  }
}
