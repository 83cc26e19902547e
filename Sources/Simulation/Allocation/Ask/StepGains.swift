/// What one step of a limit would close if units could be divided: found by solving again.
struct StepGains: Sendable {
  private let scenario: Scenario
  private let deployments: [Deployment]
  private let threads: Int
  private let stop: StopSignal
  private let model: AllocationModel
  private let trials: GapTrials

  /// Finds the optimum that steps are compared with.
  ///
  /// - Parameters:
  ///   - scenario: What is planned for.
  ///   - deployments: All that can be sent.
  ///   - near: Elements of each deployment near that optimum, where they are known.
  ///   - threads: Never change what is found.
  ///   - stop: When to end.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  init(
    scenario: Scenario, deployments: [Deployment], near: [Double]?, threads: Int, stop: StopSignal
  ) throws(SolverFailure) {
    self.scenario = scenario
    self.deployments = deployments
    self.threads = threads
    self.stop = stop
    model = AllocationModel(of: scenario, deployments: deployments, wholeUnits: false)
    trials = try GapTrials(model.program, near: near, threads: threads, stop: stop)
  }

  /// Weighted gap in days that each step closes, never negative; without the steps that the time did not
  /// allow.
  ///
  /// - Throws: ``SolverFailure`` where the solver gives up.
  func gains(of steps: [LimitStep]) throws(SolverFailure) -> [LimitStep: Double] {
    guard let base = trials.base?.objective, !steps.isEmpty, !stop.isOver else { return [:] }
    var seen: Set<LimitStep> = []
    let steps = steps.filter { seen.insert($0).inserted }
    let tried = model.trials(of: steps, threads: threads, stop: stop, model(with:))
    let outcomes = try trials.outcomes(of: tried)
    var gains: [LimitStep: Double] = [:]
    for (step, outcome) in zip(steps, outcomes) {
      if let outcome { gains[step] = gain(from: base, to: outcome.objective) }
    }
    return gains
  }

  private func gain(from before: Double, to after: Double) -> Double {
    let gain = before - after
    return gain < ValueRange.noise * max(1, before) ? 0 : gain
  }

  private func model(with step: LimitStep) -> AllocationModel {
    let scenario = step.applied(to: scenario)
    let deployments =
      step.changesDeployments
      ? DeploymentCatalogue(scenario: scenario, threads: 1).deployments : deployments
    return AllocationModel(of: scenario, deployments: deployments, wholeUnits: false)
  }
}
