extension Fields {
  func need() -> Need? {
    let id = required("id")?.identifier()
    let mission = required("mission")?.reference(to: .missions)
    let capability = required("capability")?.reference(to: .capabilities)
    let quantity = required("quantity")?.number(in: .positiveAmount)
    let (from, until) = needDays(of: "needs.\(id ?? "")")
    var need = Need(
      id: id ?? "", mission: mission ?? "", capability: capability ?? "", quantity: quantity ?? 1, from: from,
      until: until)
    need.counted = self["counted"]?.choice() ?? .nominal
    need.weight = self["weight"]?.number(in: .weight) ?? 1
    need.tiers = tiers(upTo: quantity)
    need.accepts = self["accepts"]?.object { $0.acceptance() } ?? Acceptance()
    need.enabledBy = enablers(of: id)
    need.deadlineDays = self["deadlineDays"]?.whole(in: 0...36_500)
    let sites = mission.flatMap { reading.sites[$0] }
    need.site = self["site"].flatMap { site in
      sites.map { site.identifier(among: $0, of: .missions, orElse: "the mission has no site") }
        ?? site.identifier()
    }
    need.evidence = evidence()
    return id == nil || mission == nil || capability == nil ? nil : need
  }

  /// First day and first day after; cut to the horizon.
  private func needDays(of entry: String) -> (from: Int, until: Int) {
    let from = self["from"].map { $0.day() } ?? 0
    let until = self["until"].map { $0.day() } ?? reading.horizonDays
    guard let from, let until, let horizon = reading.horizonDays else { return (0, 1) }
    if from >= horizon {
      report("from", "day \(from) is outside the horizon; allowed: below \(horizon)")
    } else if until <= from {
      report("until", "day \(until) is not after the need's first day, \(from)")
    } else if until <= 0 {
      report("until", "day \(until) is before day 0: the need would ask for nothing")
    } else {
      doubtLastDay("until", until, of: entry)
    }
    return (from, min(until, horizon))
  }

  private func tiers(upTo quantity: Double?) -> [Tier] {
    guard let list = self["tiers"] else { return [] }
    let count = reading.problems.met
    let tiers = list.list { tier in tier.object { $0.tier() } }
    guard reading.problems.met == count, let last = tiers.last else { return tiers }
    for (index, (one, next)) in zip(tiers, tiers.dropFirst()).enumerated() {
      if next.upTo <= one.upTo {
        list.report(
          "tier \(index + 2) is up to \(next.upTo.plain), not above the one before, \(one.upTo.plain)")
      }
      if next.weight > one.weight {
        list.report(
          "tier \(index + 2) weighs \(next.weight.plain), more than the one before, \(one.weight.plain); "
            + "weights may not rise")
      }
    }
    if let quantity, abs(last.upTo - quantity) > 1e-9 * quantity {
      list.report(
        "the last tier is up to \(last.upTo.plain); allowed: the need's quantity, \(quantity.plain)")
    }
    return tiers
  }

  private func tier() -> Tier? {
    let upTo = required("upTo")?.number(in: .positiveAmount)
    let weight = required("weight")?.number(in: .weight)
    guard let upTo, let weight else { return nil }
    return Tier(upTo: upTo, weight: weight)
  }

  private func acceptance() -> Acceptance {
    Acceptance(
      readiness: self["readiness"]?.choice() ?? .unregistered,
      attributes: Set(self["attributes"]?.identifiers() ?? []),
      languages: Set(self["languages"]?.languages() ?? []),
      endorsements: Set(self["endorsements"]?.identifiers() ?? []),
      womenShareAtLeast: self["womenShareAtLeast"]?.number(in: .share) ?? 0)
  }

  private func enablers(of id: String?) -> [String] {
    guard let list = self["enabledBy"] else { return [] }
    let needs = list.references(to: .needs)
    if let id, needs.contains(id) { list.report("the need '\(id)' cannot enable itself") }
    return needs.sorted()
  }
}
