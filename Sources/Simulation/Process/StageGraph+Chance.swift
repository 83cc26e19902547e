extension StageGraph {
  /// Whether luck decides how long it takes, risk events left aside.
  func isRandom(in scenario: Scenario) -> Bool {
    let gates = nodes.flatMap(\.gates).map { scenario.gates[$0] }
    return scenario.trigger.onDay.constant == nil || gates.contains { $0.isRandom }
      || nodes.contains { $0.task.isRandom(in: scenario) }
  }
}

extension StageGraph.Task {
  fileprivate func isRandom(in scenario: Scenario) -> Bool {
    switch self {
    case .work(let days, _): days.map { $0.constant == nil } ?? false
    case .lift(let pool, _): scenario.lift[pool].cycleDays.constant == nil
    }
  }
}

extension Gate {
  fileprivate var isRandom: Bool {
    if case .onDay(let day) = opening { day.constant == nil } else { false }
  }
}
