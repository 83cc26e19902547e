extension Fields {
  func allocationSettings() -> AllocationSettings {
    var settings = AllocationSettings()
    settings.fairness = self["fairness"]?.flag() ?? settings.fairness
    settings.wholeUnits = self["wholeUnits"]?.flag() ?? settings.wholeUnits
    settings.gap = self["gap"]?.number(in: .share) ?? settings.gap
    settings.workLimit = self["workLimit"]?.whole(in: 1...1_000_000_000_000)
    let seconds = Bounds(low: 0, high: 1e6)
    settings.timeLimitSeconds = self["timeLimitSeconds"]?.number(in: seconds) ?? settings.timeLimitSeconds
    settings.planningPercentile =
      self["planningPercentile"]?.number(in: .percentile) ?? settings.planningPercentile
    settings.budget = self["budget"]?.number(in: .dollars)
    settings.pins = pins()
    settings.bans = bans()
    return settings
  }

  /// Sorted by pledge, need, day.
  private func pins() -> [Pin] {
    let pins = self["pins"]?.list { pin in pin.object { $0.pin() } } ?? []
    return pins.sorted {
      ($0.pledge, $0.need, $0.arrivalDay ?? -1, $0.units)
        < ($1.pledge, $1.need, $1.arrivalDay ?? -1, $1.units)
    }
  }

  private func pin() -> Pin? {
    let pledge = required("pledge")?.reference(to: .pledges)
    let need = required("need")?.reference(to: .needs)
    let most = pledge.flatMap { reading.pledges[$0]?.units } ?? 1_000_000
    let units = required("units")?.whole(in: 1...most)
    let arrivalDay = self["arrivalDay"]?.day()
    if let arrivalDay, let horizon = reading.horizonDays, !(0..<horizon).contains(arrivalDay) {
      report("arrivalDay", "day \(arrivalDay) is outside the horizon; allowed: 0 to \(horizon - 1)")
    }
    guard let pledge, let need, let units else { return nil }
    return Pin(pledge: pledge, need: need, units: units, arrivalDay: arrivalDay)
  }

  /// Sorted by pledge, need, mission.
  private func bans() -> [Ban] {
    let bans = self["bans"]?.list { ban in ban.object { $0.ban() } } ?? []
    return bans.sorted {
      ($0.pledge, $0.need ?? "", $0.mission ?? "") < ($1.pledge, $1.need ?? "", $1.mission ?? "")
    }
  }

  private func ban() -> Ban? {
    let pledge = required("pledge")?.reference(to: .pledges)
    let need = self["need"]?.reference(to: .needs)
    let mission = self["mission"]?.reference(to: .missions)
    if need != nil, mission != nil {
      cursor.report("give need or mission, not both; without either the pledge is banned everywhere")
    }
    return pledge.map { Ban(pledge: $0, need: need, mission: mission) }
  }

  func simulationSettings() -> SimulationSettings {
    var settings = SimulationSettings()
    settings.replications = self["replications"]?.whole(in: 1...1_000_000_000) ?? settings.replications
    settings.seed = self["seed"]?.seed() ?? settings.seed
    settings.precision = self["precision"]?.number(
      in: Bounds(low: 0, high: 0.5, isAboveLow: true, isBelowHigh: true))
    guard let standards = self["standards"] else { return settings }
    settings.standards = standards.list { $0.whole(in: 1...36_500) }.sorted()
    if standards.isEmptyList { standards.report("the list is empty; give at least one number of days") }
    for (one, next) in zip(settings.standards, settings.standards.dropFirst()) where one == next {
      standards.report("\(one) is listed twice")
    }
    return settings
  }
}
