import PlanChecker
import Simulation

/// Every way to send a pledge or a package of a tiny scenario whose processes are chains of fixed times.
struct WaysToSend {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Every way to send none, some or all elements of a pledge, one to a need and a day each.
  func choices(of pledge: Pledge) -> [[Sending]] {
    let single = scenario.needs.flatMap { need in
      supports(for: pledge, need).flatMap { sendings(pledge, need, $0) }
    }
    var choices: [[Sending]] = [[]]
    var longest = choices
    for _ in 0..<pledge.units {
      longest = longest.flatMap { chosen in
        single.filter { name($0) >= (chosen.last.map(name) ?? "") }.map { chosen + [$0] }
      }
      choices += longest
    }
    return choices
  }

  /// Every way to send a package that is one column, and not to send it.
  func choices(of package: Package) -> [[Sending]] {
    let members = package.members.compactMap { id in
      scenario.pledges.first { $0.id == id && $0.inPlace == nil }
    }
    switch package.kind {
    case .atMost: return [[]]
    case .allOrNothing(let offsets): return [[]] + together(members, offsets)
    case .rotation(let overlap):
      let turns = turns(members, overlap).map { turns in
        turns.map { turn in
          var turn = turn
          turn.package = package.id
          return turn
        }
      }
      return [[]] + turns
    }
  }

  private func together(_ members: [Pledge], _ offsets: [String: Int]) -> [[Sending]] {
    scenario.missions.flatMap { mission -> [[Sending]] in
      var places: [[(pledge: Pledge, need: Need)]] = [[]]
      for member in members {
        let needs = scenario.needs.filter { need in
          need.mission == mission.id && accepts(need, member, nil) && firstDay(member, need, nil) != nil
        }
        places = places.flatMap { chosen in needs.map { chosen + [(member, $0)] } }
      }
      return places.flatMap { places -> [[Sending]] in
        let first = places.compactMap { firstDay($0.pledge, $0.need, nil) }.max() ?? 0
        return starts(from: first).compactMap { start in
          let sent = places.compactMap {
            sending(
              $0.pledge, $0.need, nil, on: start + (offsets[$0.pledge.id] ?? 0), Double($0.pledge.units))
          }
          return sent.count == places.count ? sent : nil
        }
      }
    }
  }

  private func turns(_ members: [Pledge], _ overlap: Int) -> [[Sending]] {
    scenario.needs.flatMap { need -> [[Sending]] in
      guard let first = members.first, members.allSatisfy({ accepts(need, $0, nil) }) else { return [] }
      return sendings(first, need, nil).compactMap { start in
        var turns: [Sending] = []
        for member in members {
          guard let own = firstDay(member, need, nil) else { return nil }
          var arrival = start.arrival
          if let before = turns.last {
            let needEnd = min(need.until, scenario.horizon.days)
            arrival = max(before.end - overlap, before.arrival, own)
            if before.end >= needEnd || arrival >= needEnd { break }
          }
          guard let turn = sending(member, need, nil, on: arrival, Double(member.units)) else { return nil }
          turns.append(turn)
        }
        return turns
      }
    }
  }

  /// One element on each day on which it may arrive.
  private func sendings(_ pledge: Pledge, _ need: Need, _ support: Support?) -> [Sending] {
    guard accepts(need, pledge, support), let first = firstDay(pledge, need, support) else { return [] }
    return starts(from: first).compactMap { sending(pledge, need, support, on: $0, 1) }
  }

  /// The first day, and the first day of each later period.
  private func starts(from first: Int) -> [Int] {
    let periods = stride(from: 0, to: scenario.horizon.days, by: scenario.horizon.periodDays)
    return [first] + periods.filter { $0 > first }
  }

  private func sending(
    _ pledge: Pledge, _ need: Need, _ support: Support?, on arrival: Int, _ elements: Double
  ) -> Sending? {
    let end = min(arrival + (pledge.tourDays ?? 10_000), pledge.until, need.until, scenario.horizon.days)
    guard end > arrival else { return nil }
    return Sending(
      pledge: pledge, need: need, elements: elements, request: arrival - leadDays(pledge, support),
      arrival: arrival, end: end, support: support?.id)
  }

  private func firstDay(_ pledge: Pledge, _ need: Need, _ support: Support?) -> Int? {
    max(pledge.from, pledge.requestFrom + leadDays(pledge, support), need.from, 0)
  }

  /// A chain of fixed times, flights included.
  private func leadDays(_ pledge: Pledge, _ support: Support?) -> Int {
    guard let process = scenario.processes.first(where: { $0.id == pledge.process }) else { return 0 }
    let days = process.stages.reduce(0) { sum, stage in
      var days = stage.days?.mean ?? 0
      if let effect = support?.effect, effect.stage == stage.id { days *= effect.factor }
      guard let pool = scenario.lift.first(where: { $0.id == stage.lift }) else { return sum + days }
      let sorties = pool.sorties(
        tonnes: pledge.tonnes / Double(pledge.units), people: pledge.personnel / Double(pledge.units))
      return sum + days + pool.cycleDays.mean
        * (Double(sorties) / Double(pool.carriers)).rounded(.up)
    }
    return Int(days.rounded(.up))
  }

  private func supports(for pledge: Pledge, _ need: Need) -> [Support?] {
    [nil] + scenario.supports.filter { $0.kind == .training && $0.capabilities.contains(pledge.capability) }
  }

  private func accepts(_ need: Need, _ pledge: Pledge, _ support: Support?) -> Bool {
    let fits =
      need.capability == pledge.capability
      || scenario.substitutions.contains { $0.of == pledge.capability && $0.target == need.capability }
    let readiness = max(pledge.readiness, support?.raisesReadinessTo ?? .unregistered)
    return fits && readiness >= need.accepts.readiness
  }

  private func name(_ sending: Sending) -> String {
    "\(sending.need.id) \(sending.arrival + 100) \(sending.support ?? "")"
  }
}
