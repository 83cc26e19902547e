import Simulation

/// Rows 2, 4, 5, 10 and 11, and the at-most packages of row 9.
extension DayLedger {
  var brokenPromises: [BrokenRow] {
    brokenSupply + brokenAtMost + brokenBudgets + brokenLift + brokenSupports + brokenPins + brokenBans
  }

  private func isMore(_ value: Double, than most: Double) -> Bool {
    value > most + Self.tolerance * max(1, abs(most))
  }

  private var brokenSupply: [BrokenRow] {
    var sent: [String: Double] = [:]
    for sending in sendings { sent[sending.pledge.id, default: 0] += sending.elements }
    return scenario.pledges.compactMap { pledge in
      isMore(sent[pledge.id] ?? 0, than: Double(pledge.units)) ? BrokenRow(.supply, pledge.id) : nil
    }
  }

  private var brokenAtMost: [BrokenRow] {
    scenario.packages.compactMap { package in
      guard case .atMost(let personnel) = package.kind else { return nil }
      let people = sendings.filter { package.members.contains($0.pledge.id) && !$0.isInPlace }
        .reduce(0) { $0 + $1.share(of: $1.pledge.personnel) }
      return isMore(people, than: personnel) ? BrokenRow(.atMost, package.id) : nil
    }
  }

  private var brokenBudgets: [BrokenRow] {
    var broken: [BrokenRow] = []
    if let most = scenario.allocation.budget, isOverspent(most, sendings) {
      broken.append(BrokenRow(.budget, "all missions"))
    }
    for mission in scenario.missions {
      guard let most = mission.budget else { continue }
      if isOverspent(most, sendings.filter { $0.need.mission == mission.id }) {
        broken.append(BrokenRow(.missionBudget, mission.id))
      }
    }
    return broken
  }

  /// What is in place costs what it costs: it may use a budget up.
  private func isOverspent(_ most: Double, _ sendings: [Sending]) -> Bool {
    let sunk = sendings.filter(\.isInPlace).reduce(0) { $0 + cost(of: $1) }
    return isMore(sendings.reduce(0) { $0 + cost(of: $1) }, than: max(most, sunk))
  }

  private var brokenLift: [BrokenRow] {
    scenario.lift.flatMap { pool -> [BrokenRow] in
      let loads = sendings.flatMap { liftLoads(of: $0, on: pool) }
      return periods.compactMap { days in
        let used = loads.filter { days.contains($0.day) }.reduce(0) { $0 + $1.sorties }
        guard isMore(used, than: carrierDays(of: pool, days) / pool.cycleDays.mean) else { return nil }
        return BrokenRow(.lift, "\(pool.id) from day \(days.lowerBound)")
      }
    }
  }

  private func carrierDays(of pool: LiftPool, _ days: Range<Int>) -> Double {
    let own = Double(pool.carriers * days.count)
    return scenario.supports.filter { $0.kind == .lift && $0.pool == pool.id }.reduce(own) { sum, support in
      sum + Double(support.carriers * days.count { $0 >= support.from && $0 < support.until })
    }
  }

  /// Each part of what is sent flies by itself, in time to be there.
  private func liftLoads(of sending: Sending, on pool: LiftPool) -> [(day: Int, sorties: Double)] {
    guard !sending.isInPlace, let process = sending.pledge.process.flatMap({ rules.processes[$0] }),
      let mission = rules.missions[sending.need.mission]
    else { return [] }
    let readiness = rules.readiness(sending.pledge, sending.support)
    let flights = process.stages.filter { stage in
      stage.lift == pool.id && !sending.pledge.done.contains(stage.id)
        && !(stage.skipFrom.map { readiness >= $0 } ?? false)
    }
    guard !flights.isEmpty, let request = sending.request,
      let after = PlannedDays(rules).fromLiftToPresence(
        sending.pledge, to: mission, support: sending.support, requestedOn: request)
    else { return [] }
    let all = sending.pledge.parts.isEmpty ? [PledgePart(share: 1, lagDays: 0)] : sending.pledge.parts
    // A part that would come when the others leave does not fly.
    let parts = all.filter { Double(sending.arrival) + $0.lagDays <= Double(sending.end - 1) }
    let elements = Double(sending.pledge.units)
    return flights.flatMap { _ in
      parts.map { part in
        let sorties = pool.sorties(
          tonnes: part.share * sending.pledge.tonnes / elements,
          people: part.share * sending.pledge.personnel / elements)
        let day = sending.arrival + Int(part.lagDays.rounded(.up)) - after
        return (day: day, sorties: sending.elements * Double(sorties))
      }
    }
  }

  private var brokenSupports: [BrokenRow] {
    var broken = sendings.compactMap { sending -> BrokenRow? in
      guard let id = sending.support else { return nil }
      guard let support = rules.supports[id], rules.fits(support, sending.pledge) else {
        return BrokenRow(.support, "\(id) is not for \(sending.pledge.id)")
      }
      return nil
    }
    for support in scenario.supports where support.kind != .lift {
      let used = sendings.filter { $0.support == support.id }.reduce(0) { $0 + $1.elements }
      if isMore(used, than: Double(support.capacity)) { broken.append(BrokenRow(.support, support.id)) }
    }
    return broken
  }

  private var brokenPins: [BrokenRow] {
    scenario.allocation.pins.compactMap { pin in
      let sent = sendings.filter {
        $0.pledge.id == pin.pledge && $0.need.id == pin.need
          && (pin.arrivalDay == nil || pin.arrivalDay == $0.arrival)
      }
      let elements = sent.reduce(0) { $0 + $1.elements }
      return isMore(Double(pin.units), than: elements) ? BrokenRow(.pin, "\(pin.pledge) to \(pin.need)") : nil
    }
  }

  private var brokenBans: [BrokenRow] {
    sendings.filter { sending in
      !sending.isInPlace && sending.elements > 0
        && scenario.allocation.bans.contains { ban in
          ban.pledge == sending.pledge.id && (ban.need ?? sending.need.id) == sending.need.id
            && (ban.mission ?? sending.need.mission) == sending.need.mission
        }
    }.map { BrokenRow(.ban, "\($0.pledge.id) to \($0.need.id)") }
  }
}
