import PlanChecker
import Simulation

/// Tries every plan of a tiny scenario whose processes take fixed times, and keeps the best.
struct BruteForce {
  private let rules: Rules
  private let ways: WaysToSend
  private let fixed: [Sending]
  private let options: [[[Sending]]]

  /// The smallest weighted gap, and the smallest cost at it.
  private(set) var best: (gap: Double, cost: Double) = (.infinity, .infinity)

  init(_ scenario: Scenario) {
    rules = Rules(scenario)
    ways = WaysToSend(scenario)
    fixed = scenario.pledges.compactMap { pledge in
      guard let need = scenario.needs.first(where: { $0.id == pledge.inPlace }) else { return nil }
      return Sending(
        pledge: pledge, need: need, elements: Double(pledge.units), arrival: 0,
        end: min(pledge.until, need.until, scenario.horizon.days), isInPlace: true)
    }
    let together = Set(scenario.packages.filter(\.isOneColumn).flatMap(\.members))
    let single = scenario.pledges.filter { $0.inPlace == nil && !together.contains($0.id) }
    options = single.map(ways.choices) + scenario.packages.filter(\.isOneColumn).map(ways.choices)
    search(0, [])
  }

  private mutating func search(_ option: Int, _ chosen: [Sending]) {
    guard option < options.count else {
      let ledger = DayLedger(rules, fixed + chosen)
      let gap = ledger.weightedGap
      guard gap < best.gap + 1e-9, ledger.brokenLimits.isEmpty else { return }
      if gap < best.gap - 1e-9 { best = (gap, ledger.cost) }
      best = (min(gap, best.gap), min(best.cost, ledger.cost))
      return
    }
    for choice in options[option] { search(option + 1, chosen + choice) }
  }
}

extension Package {
  /// Whether its members are sent all together or in turns, as one.
  var isOneColumn: Bool {
    if case .atMost = kind { false } else { true }
  }
}
