extension LeadTime {
  /// What a lead time depends on, within one scenario.
  package struct Key: Hashable, Sendable {
    fileprivate var process: String?
    fileprivate var mission: String
    fileprivate var stages: [String]
    fileprivate var sorties: [Int]
  }

  /// Two pledges with equal keys in the same scenario have the same lead time.
  package static func sharedKey(pledge: Pledge, mission: Mission, scenario: Scenario) -> Key {
    let graph = StageGraph(pledge: pledge, mission: mission, scenario: scenario)
    let sorties = graph.nodes.compactMap { node -> Int? in
      if case .lift(_, let sorties) = node.task { sorties } else { nil }
    }
    // A pledge without a process has the same lead time, none, in every mission.
    return Key(
      process: graph.nodes.isEmpty ? nil : pledge.process, mission: graph.nodes.isEmpty ? "" : mission.id,
      stages: graph.nodes.map(\.stage), sorties: sorties)
  }
}
