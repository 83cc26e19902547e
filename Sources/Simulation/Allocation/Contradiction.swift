/// Names the pins and limits that no plan can satisfy together.
struct Contradiction {
  let model: AllocationModel

  /// A smallest set in the sense that none of it can be left out; in the scenario's words.
  ///
  /// Each limit in turn is left out: where the rest still contradicts itself, it stays out.
  var names: [String] {
    var kept = Array(model.limits.indices)
    for limit in model.limits.indices {
      let without = kept.filter { $0 != limit }
      if !isSatisfiable(without) { kept = without }
    }
    return kept.map { model.limits[$0].words }
  }

  private func isSatisfiable(_ limits: [Int]) -> Bool {
    let part = AllocationModel(
      scenario: model.scenario, deployments: model.deployments, cells: [],
      limits: limits.map { model.limits[$0] }, wholeUnits: false)
    let outcome = Result { () throws(SolverFailure) in
      try LinearSolver.relaxation(of: part.program)
    }
    switch outcome {
    case .success: return true
    case .failure(let failure):
      if case .contradiction = failure.reason { return false }
      return true
    }
  }
}
