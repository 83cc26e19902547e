import Simulation

/// A plan written out day by day from the method's page, sharing no code with the allocator.
///
/// Everything is summed over single days, the slow way, so that it can judge the allocator's cells, averages
/// and limits.
package struct DayLedger {
  package let rules: Rules
  package let sendings: [Sending]
  /// Relative slack that sums of decimal figures need.
  static let tolerance = 1e-9

  package init(_ rules: Rules, _ sendings: [Sending]) {
    self.rules = rules
    self.sendings = sendings
  }

  var scenario: Scenario { rules.scenario }

  /// Weighted gap in days.
  package var weightedGap: Double {
    var sum = 0.0
    for day in 0..<scenario.horizon.days {
      let shares = coverage(on: day)
      for (need, share) in zip(scenario.needs, shares) where rules.span(need).contains(day) {
        let weight = rules.missions[need.mission]?.weight ?? 1
        sum += weight * loss(need, (1 - share) * need.quantity) / need.quantity
      }
    }
    return sum
  }

  /// Share of each need that is met on a day, 0 … 1: of its own, and no more than what enables it.
  ///
  /// The largest shares that keep every such bound, since each only ever falls to another's.
  package func coverage(on day: Int) -> [Double] {
    var shares = scenario.needs.map { ownShare($0, on: day) }
    guard scenario.needs.contains(where: { !$0.enabledBy.isEmpty }) else { return shares }
    let place = Dictionary(uniqueKeysWithValues: scenario.needs.enumerated().map { ($1.id, $0) })
    var isFalling = true
    while isFalling {
      isFalling = false
      for (number, need) in scenario.needs.enumerated() where rules.span(need).contains(day) {
        for enabler in need.enabledBy.compactMap({ place[$0] })
        where rules.span(scenario.needs[enabler]).contains(day) && shares[enabler] < shares[number] {
          shares[number] = shares[enabler]
          isFalling = true
        }
      }
    }
    return shares
  }

  private func ownShare(_ need: Need, on day: Int) -> Double {
    var met = 0.0
    var turns: [String: Double] = [:]
    for sending in sendings where sending.need.id == need.id {
      let brought =
        rules.effectiveness(sending.pledge, need) * sending.share(of: sending.pledge.quantity)
        * sending.presence(on: day)
      // Two members of a rotation that overlap hold one post.
      if let package = sending.package, rules.rotations.contains(package) {
        turns[package] = max(turns[package] ?? 0, brought)
      } else {
        met += brought
      }
    }
    for package in turns.keys.sorted() { met += turns[package] ?? 0 }
    let share = met / need.quantity
    return share > 1 - Self.tolerance ? 1 : share
  }

  /// With tiers the part missed first is the last one.
  private func loss(_ need: Need, _ missing: Double) -> Double {
    guard !need.tiers.isEmpty else { return need.weight * missing }
    let met = need.quantity - missing
    var sum = 0.0
    var low = 0.0
    for tier in need.tiers {
      sum += tier.weight * max(0, tier.upTo - max(met, low))
      low = tier.upTo
    }
    return sum
  }

  /// US dollars.
  package var cost: Double { sendings.reduce(0) { $0 + cost(of: $1) } }

  func cost(of sending: Sending) -> Double {
    let once = sending.isInPlace ? 0 : sending.pledge.cost.deployment(to: sending.need.mission)
    let days = Double(max(0, sending.end - sending.arrival))
    return sending.share(of: once + sending.pledge.cost.perDay(in: sending.need.mission) * days)
  }
}
