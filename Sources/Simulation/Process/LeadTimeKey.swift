extension LeadTime {
  /// What a lead time depends on, within one scenario.
  package struct Key: Hashable, Sendable {
    fileprivate var process: String?
    fileprivate var mission: String
    fileprivate var stages: [String]
    fileprivate var sorties: [Int]
    /// The stage that a support shortens, and its factor.
    fileprivate var shortened: String?
    fileprivate var factor: Double
  }

  /// Two pledges with equal keys in the same scenario have the same lead time.
  package static func sharedKey(
    pledge: Pledge, mission: Mission, scenario: Scenario, support: Support? = nil
  ) -> Key {
    let graph = StageGraph(pledge: pledge, mission: mission, scenario: scenario, support: support)
    let sorties = graph.nodes.compactMap { node -> Int? in
      if case .lift(_, let sorties) = node.task { sorties } else { nil }
    }
    let effect = support?.effect.flatMap { effect in
      graph.nodes.contains { $0.stage == effect.stage } ? effect : nil
    }
    // What no season and no gate can touch takes as long in every mission; without a process it takes none.
    let isTouched = graph.nodes.contains { $0.season != nil || !$0.gates.isEmpty }
    return Key(
      process: graph.nodes.isEmpty ? nil : pledge.process, mission: isTouched ? mission.id : "",
      stages: graph.nodes.map(\.stage), sorties: sorties, shortened: effect?.stage,
      factor: effect?.factor ?? 1)
  }
}
