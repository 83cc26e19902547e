import Simulation

/// How long a pledge takes from its request, by itself.
///
/// Where every stage takes a fixed time this is a longest path, walked here; where chance, seasons or gates
/// come in, it is the Process layer's lead time, which the allocator only reads.
struct PlannedDays {
  let rules: Rules

  init(_ rules: Rules) { self.rules = rules }

  /// First day of presence; `nil` where it is never there.
  func presence(_ pledge: Pledge, to mission: Mission, support: String?, requestedOn day: Int) -> Int? {
    if let walk = walk(pledge, to: mission, support: support) { return day + Int(walk.finish.rounded(.up)) }
    return leadTime(pledge, mission, support).presence(requestedOn: day)
  }

  func fromLiftToPresence(
    _ pledge: Pledge, to mission: Mission, support: String?, requestedOn day: Int
  ) -> Int? {
    if let walk = walk(pledge, to: mission, support: support) {
      return walk.liftEnd.map { Int((walk.finish - $0).rounded(.up)) }
    }
    return leadTime(pledge, mission, support).daysFromLiftToPresence(requestedOn: day)
  }

  private func leadTime(_ pledge: Pledge, _ mission: Mission, _ support: String?) -> LeadTime {
    LeadTime(
      pledge: pledge, mission: mission, scenario: rules.scenario,
      support: support.flatMap { rules.supports[$0] })
  }

  /// Days from the request to presence and to the end of the last lift; `nil` unless every time is fixed.
  private func walk(
    _ pledge: Pledge, to mission: Mission, support: String?
  ) -> (finish: Double, liftEnd: Double?)? {
    guard let process = pledge.process.flatMap({ rules.processes[$0] }) else { return (0, nil) }
    let effect = support.flatMap { rules.supports[$0] }?.effect
    let readiness = rules.readiness(pledge, support)
    var ends: [String: Double] = [:]
    var liftEnd: Double?
    for stage in ordered(process.stages) {
      let start = stage.after.reduce(0) { max($0, ends[$1] ?? 0) }
      let isSkipped = pledge.done.contains(stage.id) || stage.skipFrom.map { readiness >= $0 } ?? false
      if isSkipped {
        ends[stage.id] = start
        continue
      }
      guard let fixed = fixedDays(stage, pledge, mission) else { return nil }
      let factor = effect?.stage == stage.id ? effect?.factor ?? 1 : 1
      if stage.lift != nil { liftEnd = max(liftEnd ?? 0, start + fixed.flight) }
      ends[stage.id] = start + fixed.flight + fixed.work * factor
    }
    return (ends.values.max() ?? 0, liftEnd)
  }

  private func fixedDays(
    _ stage: Stage, _ pledge: Pledge, _ mission: Mission
  ) -> (flight: Double, work: Double)? {
    let hasGate = rules.scenario.gates.contains { $0.kind == stage.gate && $0.mission == mission.id }
    guard stage.season.isEmpty, !hasGate else { return nil }
    var flight = 0.0
    if let pool = stage.lift.flatMap({ rules.pools[$0] }) {
      guard let cycle = fixed(pool.cycleDays) else { return nil }
      let elements = Double(pledge.units)
      let sorties = pool.sorties(tonnes: pledge.tonnes / elements, people: pledge.personnel / elements)
      flight = cycle * Double((sorties + pool.carriers - 1) / pool.carriers)
    }
    guard let work = stage.days else { return (flight, 0) }
    return fixed(work).map { (flight, $0) }
  }

  private func fixed(_ days: Distribution) -> Double? {
    guard case .fixed(let value) = days.shape else { return nil }
    return max(0, value + days.shift)
  }

  /// Each stage behind those it waits for.
  private func ordered(_ stages: [Stage]) -> [Stage] {
    var rest = stages
    var done: Set<String> = []
    var order: [Stage] = []
    while let next = rest.firstIndex(where: { $0.after.allSatisfy(done.contains) }) {
      done.insert(rest[next].id)
      order.append(rest.remove(at: next))
    }
    return order
  }
}
