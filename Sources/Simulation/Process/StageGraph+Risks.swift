extension StageGraph {
  /// Puts the risk events that a pledge may meet in a mission on the last nodes of their stages.
  ///
  /// One that sends back to a stage that does not come before its own in this process has no place in it.
  static func addRisks(
    to nodes: inout [Node], process: ProcessPlan, pledge: Pledge, mission: Mission, scenario: Scenario
  ) {
    for (index, risk) in scenario.risks.enumerated() where risk.mayMeet(pledge, in: mission) {
      guard let node = nodes.lastIndex(where: { $0.stage == risk.stage }) else { continue }
      switch risk.effect {
      case .delay, .cancel: nodes[node].risks.append(Risk(risk: index, again: []))
      case .sendBack(let stage):
        let stages = process.stagesFrom(stage)
        guard stages.contains(risk.stage) else { continue }
        let again = waysTo(node, in: nodes).filter { stages.contains(nodes[$0].stage) }
        nodes[node].risks.append(Risk(risk: index, again: again))
      }
    }
  }

  /// A node and all that it waits for, directly or not, in order.
  private static func waysTo(_ node: Int, in nodes: [Node]) -> [Int] {
    var found: Set<Int> = [node]
    for index in nodes.indices.reversed() where found.contains(index) { found.formUnion(nodes[index].after) }
    return found.sorted()
  }
}

extension RiskEvent {
  fileprivate func mayMeet(_ pledge: Pledge, in mission: Mission) -> Bool {
    probability > 0 && (contributors.isEmpty || contributors.contains(pledge.contributor))
      && (missions.isEmpty || missions.contains(mission.id))
  }
}

extension ProcessPlan {
  /// A stage and all that wait for it, directly or not.
  fileprivate func stagesFrom(_ first: String) -> Set<String> {
    var found: Set<String> = [first]
    var count = 0
    while count < found.count {
      count = found.count
      for stage in stages where stage.after.contains(where: found.contains) { found.insert(stage.id) }
    }
    return found
  }
}
