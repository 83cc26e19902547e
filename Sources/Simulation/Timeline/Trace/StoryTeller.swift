/// Tells what was written down of a replication in the scenario's names.
struct StoryTeller {
  let scenario: Scenario
  let units: [PlannedUnit]
  let parts: UnitParts
  let graph: ActivityGraph
  let recorder: ReplicationRecorder
  /// Within its block.
  let number: Int

  private var record: ReplicationRecord { recorder.record }

  var stories: [UnitStory] {
    let doings = Dictionary(grouping: record.doings.indices) {
      graph.activities[record.doings[$0].activity].unit
    }
    return units.indices.map { story(of: $0, doings[$0] ?? []) }
  }

  var gates: [GateStory] {
    record.gates.sorted { $0.key < $1.key }.map { gate, day in
      GateStory(
        gate: scenario.gates[gate].id, mission: scenario.gates[gate].mission, opensAt: day.finite)
    }
  }

  private func story(of index: Int, _ places: [Int]) -> UnitStory {
    let unit = units[index]
    let stages = stages(of: places)
    let ready = unit.isInPlace ? 0 : readyTime(of: index)
    let days = parts.rows[index].map(part)
    return UnitStory(
      pledge: scenario.pledges[unit.pledge].id, need: scenario.needs[unit.need].id, elements: unit.elements,
      quantity: unit.quantity, support: unit.support, requestDay: unit.isInPlace ? nil : unit.requestDay,
      isInPlace: unit.isInPlace, stages: stages, readyAt: ready.finite,
      outcome: outcome(of: index, ready: ready, days, stages), parts: days,
      withdrawnOn: withdrawal(of: index, days))
  }

  private func readyTime(of unit: Int) -> Double {
    let arrival = graph.activities.firstIndex { $0.unit == unit && $0.kind == .arrival }
    return arrival.map { record.settled[$0] } ?? 0
  }

  private func part(_ row: Int) -> PartStory {
    let place = row * UnitDays.size + number
    let arrival = recorder.days.arrivals[place]
    guard arrival < recorder.days.never else { return PartStory(share: parts.list[row].share) }
    return PartStory(
      share: parts.list[row].share, arrivalDay: Int(arrival), untilDay: Int(recorder.days.departures[place]))
  }

  /// The day of withdrawal, where that and nothing else ends the unit's stay.
  private func withdrawal(of index: Int, _ parts: [PartStory]) -> Int? {
    let first = parts.filter { $0.arrivalDay != nil }
      .min { ($0.arrivalDay ?? 0) < ($1.arrivalDay ?? 0) }
    guard recorder.stay(of: index) != nil, let arrival = first?.arrivalDay, let until = first?.untilDay,
      until < min(units[index].endDay, arrival + (units[index].tourDays ?? scenario.horizon.days))
    else { return nil }
    return until
  }

  // MARK: Why it never comes

  private func outcome(
    of index: Int, ready: Double, _ parts: [PartStory], _ stages: [StageStory]
  ) -> UnitStory.Outcome {
    if parts.allSatisfy({ $0.arrivalDay != nil }) { return .comes }
    if parts.contains(where: { $0.arrivalDay != nil }) { return .comesInPart }
    if ready < .infinity { return .tooLate }
    if let reason = brokenWord(of: index) { return reason }
    for stage in stages {
      if let risk = stage.strikes.first(where: { $0.effect == .cancels }) {
        return .cancelled(risk: risk.risk, stage: stage.stage)
      }
    }
    for stage in stages {
      if let wait = stage.waits.first(where: { $0.until == nil }) {
        switch wait.cause {
        case .gate(let gate): return .gateStaysClosed(gate: gate, stage: stage.stage)
        case .queue(let queue, _): return .neverServed(queue: queue, stage: stage.stage)
        }
      }
    }
    return closedGate(of: index) ?? .neverEnds(stage: stages.last?.stage ?? "")
  }

  /// Its own word that is not kept, or that of one with which it comes together or not at all.
  private func brokenWord(of unit: Int) -> UnitStory.Outcome? {
    guard !units[unit].isInPlace else { return nil }
    let pledge = scenario.pledges[units[unit].pledge]
    if !recorder.isKept(pledge) { return .notKept }
    let partner = scenario.partners(of: pledge.id, among: units).first { !recorder.isKept($0) }
    return partner.map { .partnerNotKept(pledge: $0.id) }
  }

  /// A gate that never opens before a stage that never begins.
  private func closedGate(of unit: Int) -> UnitStory.Outcome? {
    for activity in graph.activities where activity.unit == unit {
      for gate in activity.gates where record.gates[gate] == .infinity {
        return .gateStaysClosed(gate: scenario.gates[gate].id, stage: activity.stage)
      }
    }
    return nil
  }
}

extension Double {
  /// The number, or `nil` for never.
  var finite: Double? { isFinite ? self : nil }
}
