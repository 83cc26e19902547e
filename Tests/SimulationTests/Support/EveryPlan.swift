import PlanChecker
import Simulation

/// Every plan of a tiny scenario whose processes take fixed times that keeps all limits, with what it is worth.
///
/// Counted day by day by the plan checker's ledger, which shares no code with the allocator.
struct EveryPlan {
  struct Plan {
    var smallestCoverage: Double
    var gap: Double
    var cost: Double
    /// Elements by pledge, need and arrival day.
    var elements: [[String]: Double]
  }

  private(set) var all: [Plan] = []
  private let rules: Rules
  private let fixed: [Sending]

  init(_ scenario: Scenario) {
    rules = Rules(scenario)
    fixed = scenario.pledges.compactMap { pledge in
      guard let need = scenario.needs.first(where: { $0.id == pledge.inPlace }) else { return nil }
      let end = min(pledge.until, need.until, scenario.horizon.days)
      return Sending(
        pledge: pledge, need: need, elements: Double(pledge.units), arrival: 0, end: end, isInPlace: true)
    }
    let ways = WaysToSend(scenario)
    let together = Set(scenario.packages.filter(\.isOneColumn).flatMap(\.members))
    let single = scenario.pledges.filter { $0.inPlace == nil && !together.contains($0.id) }
    let choices = single.map(ways.choices) + scenario.packages.filter(\.isOneColumn).map(ways.choices)
    take(choices[...], [])
  }

  private mutating func take(_ choices: ArraySlice<[[Sending]]>, _ chosen: [Sending]) {
    guard let first = choices.first else { return count(fixed + chosen) }
    for choice in first { take(choices.dropFirst(), chosen + choice) }
  }

  private mutating func count(_ sendings: [Sending]) {
    let ledger = DayLedger(rules, sendings)
    guard ledger.brokenLimits.isEmpty else { return }
    let elements = Dictionary(
      sendings.map { ([$0.pledge.id, $0.need.id, "\($0.arrival)"], $0.elements) }, uniquingKeysWith: +)
    all.append(
      Plan(
        smallestCoverage: ledger.smallestCoverage, gap: ledger.weightedGap, cost: ledger.cost,
        elements: elements))
  }
}

extension DayLedger {
  /// The smallest coverage of a mission: the mean of its needs', weighted by their own weights.
  var smallestCoverage: Double {
    let scenario = rules.scenario
    let byDay = (0..<scenario.horizon.days).map { coverage(on: $0) }
    let coverages = scenario.missions.compactMap { mission -> Double? in
      let needs = scenario.needs.indices.filter { scenario.needs[$0].mission == mission.id }
      let weight = needs.reduce(0) { $0 + scenario.needs[$1].weight }
      guard weight > 0 else { return nil }
      return needs.reduce(0) { sum, number in
        let need = scenario.needs[number]
        let first = max(0, need.from)
        let days = first..<max(first, min(need.until, scenario.horizon.days))
        let covered = days.reduce(0) { $0 + byDay[$1][number] }
        return sum + need.weight / weight * (days.isEmpty ? 1 : covered / Double(days.count))
      }
    }
    return coverages.min() ?? 1
  }
}
