/// Which limits hold a plan back: candidates to be relaxed by one step.
///
/// Prices of the divisible plan and what the whole plan has no room for only say where to look; what a step
/// is worth is found by solving again.
enum BindingLimits {
  /// Steps in the order of the limits.
  ///
  /// - Parameters:
  ///   - state: The plan.
  ///   - base: The model's deployments that belong to the scenario itself come first; so many.
  ///   - prices: Of each limit.
  /// - Returns: Each step once.
  static func steps(of state: PlanState, base: Int, prices: [Double]) -> [LimitStep] {
    let model = state.model
    var binding = Set(model.limits.indices.filter { abs(prices[$0]) > 1e-9 })
    for column in 0..<base where state.gain(column, 1) > 1e-9 {
      if let broken = state.firstBroken(by: column, 1) { binding.insert(broken) }
    }
    var seen: Set<LimitStep> = []
    return binding.sorted().compactMap { LimitStep(of: model.limits[$0].kind) }
      .filter { seen.insert($0).inserted }
  }
}
