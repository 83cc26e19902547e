extension Fields {
  /// People, tonnes, money and parts: totals of the whole pledge.
  func readSize(into pledge: inout Pledge) {
    let capability = reading.capabilities[pledge.capability]
    let usualPeople = capability?.usualPeople(of: pledge.quantity) ?? 0
    pledge.personnel = self["personnel"].map { $0.number(in: .amount) ?? 0 } ?? usualPeople
    pledge.women = self["women"]?.number(in: .amount) ?? 0
    pledge.tonnes = self["tonnes"]?.number(in: .amount) ?? 0
    pledge.cost = self["cost"]?.object { $0.cost() } ?? PledgeCost()
    pledge.parts = parts()
    pledge.withdrawalPerYear = self["withdrawal"]?.object { $0["perYear"]?.number(in: .share) } ?? 0
    pledge.shared = self["shared"]?.flag() ?? false
  }

  private func cost() -> PledgeCost {
    let byMission = self["byMission"]?.table(
      key: { $0.reference(to: .missions) }, value: { cursor in cursor.object { $0.rate() } })
    return PledgeCost(general: rate(), byMission: byMission ?? [:])
  }

  private func rate() -> PledgeCost.Rate {
    PledgeCost.Rate(
      deployment: self["deployment"]?.number(in: .dollars), perDay: self["perDay"]?.number(in: .dollars))
  }

  /// Sorted by lag; their shares sum to 1.
  private func parts() -> [PledgePart] {
    guard let list = self["parts"] else { return [] }
    let count = reading.problems.met
    let parts = list.list { part in part.object { $0.part() } }
    let sum = parts.reduce(0) { $0 + $1.share }
    if reading.problems.met == count, !parts.isEmpty, abs(sum - 1) > 1e-9 {
      list.report("the shares sum to \(sum.plain); allowed: 1")
    }
    return parts.sorted { ($0.lagDays, $0.share) < ($1.lagDays, $1.share) }
  }

  private func part() -> PledgePart? {
    let share = required("share")?.number(in: .positiveShare)
    let lagDays = self["lagDays"].map { $0.number(in: .days) } ?? 0
    guard let share, let lagDays else { return nil }
    return PledgePart(share: share, lagDays: lagDays)
  }
}

extension Capability {
  /// People that so much of it usually has; 0 where the scenario does not say.
  func usualPeople(of quantity: Double) -> Double {
    if measure == .personnel { return quantity }
    guard let usualSize, let personnel = usualSize.personnel else { return 0 }
    return quantity * personnel / usualSize.quantity
  }
}
