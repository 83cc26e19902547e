// Gates that open with the coverage of units of the group.
extension EventRunner {
  /// All gates closed and no unit of the group there; those who come before are looked at when they come.
  mutating func beginGates(_ replication: Int, _ days: inout UnitDays, _ program: borrowing Program) {
    guard !openings.isEmpty else { return }
    for task in plan.tasks.indices where plan.tasks[task].unit >= 0 {
      days.set(plan.tasks[task].unit, replication, time: .infinity, stay: nil)
    }
    for gate in openings.indices {
      isOpen[gate] = false
      for place in openings[gate].parts.indices {
        lookLater(gate: gate, openings[gate].parts[place], replication, days, program)
      }
    }
  }

  /// A unit is there: the gates that it may open are looked at on the days on which its parts come.
  mutating func arrive(
    _ task: Int, _ replication: Int, _ rows: borrowing BlockRows, _ days: inout UnitDays,
    _ program: borrowing Program
  ) {
    let unit = plan.tasks[task].unit
    let stay = plan.stays[unit].map {
      rows.value(of: program.draws[$0], turn: .first, replication: replication, program: program)
    }
    days.set(unit, replication, time: times[task * Self.size + replication], stay: stay)
    for gate in openings.indices {
      for place in openings[gate].parts.indices {
        let part = openings[gate].parts[place]
        if days.unit(of: part.row) == unit { lookLater(gate: gate, part, replication, days, program) }
      }
    }
  }

  private mutating func lookLater(
    gate: Int, _ part: CoveragePlan.Part, _ replication: Int, _ days: borrowing UnitDays,
    _ program: borrowing Program
  ) {
    guard let day = openings[gate].comes(part, replication, days) else { return }
    heap.push(ArrivalKey.make(time: Double(day) + program.leadDays, rank: gate))
  }

  /// Opens a gate, once, where its need's coverage is reached on a day.
  mutating func lookAt(gate: Int, on day: Int, _ replication: Int, _ days: borrowing UnitDays) {
    guard !isOpen[gate], openings[gate].isReached(on: day, replication, days) else { return }
    isOpen[gate] = true
    if journal != nil { note(.opens(gate: plan.gates[gate].opening, on: Double(day))) }
    for place in plan.gates[gate].next.indices {
      release(plan.gates[gate].next[place], at: Double(day), replication)
    }
  }

  /// What waits for a gate that did not open never begins.
  mutating func endTasksThatWait(_ replication: Int) {
    for index in waitsFor.indices where waitsFor[index] > 0 && plan.tasks[index].row >= 0 {
      times[index * Self.size + replication] = .infinity
    }
  }
}
