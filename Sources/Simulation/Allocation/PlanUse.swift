/// Who serves what in a plan, looked up instead of searched for.
struct PlanUse {
  /// Elements of each pledge that are sent anywhere.
  let sent: [Double]
  /// Needs that each pledge serves, in order.
  let needs: [[Int]]
  /// Pledges that serve each need, in order.
  let pledges: [[Int]]

  init(_ scenario: Scenario, _ state: PlanState) {
    var sent = [Double](repeating: 0, count: scenario.pledges.count)
    var needs = [Set<Int>](repeating: [], count: scenario.pledges.count)
    var pledges = [Set<Int>](repeating: [], count: scenario.needs.count)
    for (number, deployment) in state.model.deployments.enumerated() where state.sent[number] > 1e-9 {
      for leg in deployment.legs {
        sent[leg.pledge] += state.sent[number] * leg.elements
        needs[leg.pledge].insert(leg.need)
        pledges[leg.need].insert(leg.pledge)
      }
    }
    self.sent = sent
    self.needs = needs.map { $0.sorted() }
    self.pledges = pledges.map { $0.sorted() }
  }
}
