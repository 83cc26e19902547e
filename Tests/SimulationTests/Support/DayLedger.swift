import Simulation

/// A plan written out day by day from the method's page, sharing no code with the allocator.
///
/// Everything is summed over single days, the slow way, so that it can judge the allocator's cells, averages
/// and limits.
struct DayLedger {
  struct Sending {
    var pledge: Pledge
    var need: Need
    var elements: Double
    var arrival: Int
    var end: Int
    var isInPlace: Bool
  }

  let scenario: Scenario
  let sendings: [Sending]

  init(_ scenario: Scenario, _ sendings: [Sending]) {
    self.scenario = scenario
    self.sendings = sendings
  }

  init(_ scenario: Scenario, _ allocation: Allocation) throws {
    sendings = try allocation.assignments.map { assignment in
      guard let pledge = scenario.pledges.first(where: { $0.id == assignment.pledge }),
        let need = scenario.needs.first(where: { $0.id == assignment.need })
      else { throw LedgerError.unknownEntry }
      return Sending(
        pledge: pledge, need: need, elements: assignment.units, arrival: assignment.arrivalDay,
        end: assignment.untilDay, isInPlace: assignment.isInPlace)
    }
    self.scenario = scenario
  }

  enum LedgerError: Error { case unknownEntry }

  /// Weighted gap in days.
  var weightedGap: Double {
    scenario.needs.reduce(0) { sum, need in
      let days = max(0, need.from)..<max(max(0, need.from), min(need.until, scenario.horizon.days))
      let weight = scenario.missions.first { $0.id == need.mission }?.weight ?? 1
      return sum + days.reduce(0) { $0 + weight * loss(need, shortfall(need, on: $1)) / need.quantity }
    }
  }

  func shortfall(_ need: Need, on day: Int) -> Double {
    let there = sendings.filter { $0.need.id == need.id && $0.arrival <= day && day < $0.end }
    let met = there.reduce(0) { $0 + worth($1) * $1.elements }
    let missing = need.quantity - met
    return missing > 1e-9 * need.quantity ? missing : 0
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

  private func worth(_ sending: Sending) -> Double {
    var worth = sending.pledge.quantity / Double(sending.pledge.units)
    if sending.pledge.capability != sending.need.capability {
      worth *=
        scenario.substitutions.first {
          $0.of == sending.pledge.capability && $0.target == sending.need.capability
        }?.effectiveness ?? 0
    }
    if sending.need.counted == .serviceable {
      worth *= scenario.capabilities.first { $0.id == sending.pledge.capability }?.serviceability ?? 1
    }
    return worth
  }

  /// US dollars.
  var cost: Double { sendings.reduce(0) { $0 + cost(of: $1) } }

  func cost(of sending: Sending) -> Double {
    let share = sending.elements / Double(sending.pledge.units)
    let once = sending.isInPlace ? 0 : sending.pledge.cost.deployment(to: sending.need.mission)
    let days = Double(max(0, sending.end - sending.arrival))
    return share * (once + sending.pledge.cost.perDay(in: sending.need.mission) * days)
  }
}
