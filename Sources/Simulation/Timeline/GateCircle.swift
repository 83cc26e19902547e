/// Gates and stages of a plan that wait for one another in a circle, so that none can ever begin.
public struct GateCircle: Error, Equatable, Sendable, CustomStringConvertible {
  /// Gates, needs, pledges and stages in the order in which each waits for the next; the first again at the
  /// end.
  public let steps: [String]

  public var description: String {
    "the plan cannot begin: gates and stages wait for one another in a circle: "
      + steps.joined(separator: " -> ")
  }
}

/// Finds gates that nothing can open because they wait for one another.
struct GateCircleSearch {
  /// A stage of a unit that waits for a gate.
  private struct Wait {
    var gate: Int
    var unit: Int
    var stage: String
  }

  let scenario: Scenario
  let units: [PlannedUnit]
  let parts: UnitParts
  private let openings: [Int: CoverageOpening]
  private let waits: [Wait]

  init(
    graph: ActivityGraph, openings: [CoverageOpening], units: [PlannedUnit], parts: UnitParts,
    scenario: Scenario
  ) {
    self.scenario = scenario
    self.units = units
    self.parts = parts
    self.openings = Dictionary(uniqueKeysWithValues: openings.map { ($0.gate, $0) })
    let waiting = Set(openings.map(\.gate))
    waits = graph.activities.flatMap { activity in
      activity.gates.filter(waiting.contains).map {
        Wait(gate: $0, unit: activity.unit, stage: activity.stage)
      }
    }
  }

  /// One circle; `nil` where every gate can open, or lacks units and not a beginning.
  func find() -> GateCircle? {
    let stuck = stuckGates()
    for start in stuck.sorted() {
      var walk: [Int] = []
      var steps: [[String]] = []
      var gate = start
      while !walk.contains(gate) {
        guard let wait = firstWait(of: gate, among: stuck) else { break }
        walk.append(gate)
        steps.append(words(gate, wait))
        gate = wait.gate
      }
      if let first = walk.firstIndex(of: gate) {
        return GateCircle(steps: steps[first...].flatMap(\.self) + ["gate \(scenario.gates[gate].id)"])
      }
    }
    return nil
  }

  private func words(_ gate: Int, _ wait: Wait) -> [String] {
    let unit = units[wait.unit]
    return [
      "gate \(scenario.gates[gate].id)", "need \(scenario.needs[unit.need].id)",
      "pledge \(scenario.pledges[unit.pledge].id)", "stage \(wait.stage)",
    ]
  }

  /// A unit that could open a gate and itself waits for one of `stuck`.
  private func firstWait(of gate: Int, among stuck: Set<Int>) -> Wait? {
    let opening = Set((openings[gate]?.parts ?? []).map { parts.list[$0.row].unit })
    return waits.first { opening.contains($0.unit) && stuck.contains($0.gate) }
  }

  /// What is left when every gate is opened that units without a closed gate before them can open, again and
  /// again.
  private func stuckGates() -> Set<Int> {
    var stuck = Set(openings.keys)
    var count = -1
    while count != stuck.count {
      count = stuck.count
      let late = Set(waits.filter { stuck.contains($0.gate) }.map(\.unit))
      stuck = stuck.filter { gate in
        guard let opening = openings[gate] else { return false }
        let free = opening.parts.filter { !late.contains(parts.list[$0.row].unit) }
        return free.reduce(0) { $0 + $1.coverage } < opening.level
      }
    }
    return stuck
  }
}
