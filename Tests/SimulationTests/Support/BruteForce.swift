import Simulation

/// Tries every plan of a tiny scenario without processes, and keeps the best.
struct BruteForce {
  let scenario: Scenario
  private let fixed: [DayLedger.Sending]
  private let options: [[[DayLedger.Sending]]]

  /// The smallest weighted gap, and the smallest cost at it.
  private(set) var best: (gap: Double, cost: Double) = (.infinity, .infinity)

  init(_ scenario: Scenario) {
    self.scenario = scenario
    fixed = scenario.pledges.compactMap { pledge in
      guard let need = scenario.needs.first(where: { $0.id == pledge.inPlace }) else { return nil }
      return DayLedger.Sending(
        pledge: pledge, need: need, elements: Double(pledge.units), arrival: 0,
        end: min(pledge.until, need.until, scenario.horizon.days), isInPlace: true)
    }
    options = scenario.pledges.filter { $0.inPlace == nil }.map { Self.choices(of: $0, in: scenario) }
    search(0, [])
  }

  private mutating func search(_ pledge: Int, _ chosen: [DayLedger.Sending]) {
    guard pledge < options.count else {
      let ledger = DayLedger(scenario, fixed + chosen)
      let gap = ledger.weightedGap
      guard gap < best.gap + 1e-9, ledger.brokenLimits.isEmpty else { return }
      if gap < best.gap - 1e-9 { best = (gap, ledger.cost) }
      best = (min(gap, best.gap), min(best.cost, ledger.cost))
      return
    }
    for choice in options[pledge] { search(pledge + 1, chosen + choice) }
  }

  /// Every way to send none, some or all elements of a pledge, one to a need and a day each.
  private static func choices(of pledge: Pledge, in scenario: Scenario) -> [[DayLedger.Sending]] {
    var choices: [[DayLedger.Sending]] = [[]]
    for _ in 0..<pledge.units {
      choices += choices.flatMap { chosen in
        single(pledge, scenario).filter { order($0) >= (chosen.last.map(order) ?? "") }.map { chosen + [$0] }
      }
    }
    var seen: Set<[String]> = []
    return choices.filter { seen.insert($0.map(order)).inserted }
  }

  private static func order(_ sending: DayLedger.Sending) -> String {
    "\(sending.need.id) \(sending.arrival + 100)"
  }

  private static func single(_ pledge: Pledge, _ scenario: Scenario) -> [DayLedger.Sending] {
    scenario.needs.flatMap { need -> [DayLedger.Sending] in
      let fits =
        need.capability == pledge.capability
        || scenario.substitutions.contains { $0.of == pledge.capability && $0.target == need.capability }
      guard fits else { return [] }
      let first = max(pledge.from, pledge.requestFrom, need.from, 0)
      let starts = stride(from: 0, to: scenario.horizon.days, by: scenario.horizon.periodDays).filter {
        $0 > first
      }
      return ([first] + starts).compactMap { arrival in
        let end = min(
          arrival + (pledge.tourDays ?? 10_000), pledge.until, need.until, scenario.horizon.days)
        guard end > arrival else { return nil }
        return DayLedger.Sending(
          pledge: pledge, need: need, elements: 1, arrival: arrival, end: end, isInPlace: false)
      }
    }
  }
}
