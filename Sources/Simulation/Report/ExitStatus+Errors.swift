extension ExitStatus {
  /// What the program is to end with after an error of the library.
  public init(endingWith error: any Error) {
    switch error {
    case let rejected as ScenarioRejected:
      self = rejected.isWrongUsage ? .wrongUsage : .scenarioRefused
    case is GateCircle, is ProgressRefused: self = .scenarioRefused
    case let refused as FrontierRefused: self = refused.isWrongUsage ? .wrongUsage : .scenarioRefused
    case is ComparisonStopped: self = .interrupted
    case is TemplateRefused: self = .scenarioRefused
    case is CannotWrite: self = .cannotWrite
    case let failure as SolverFailure: self = failure.isContradiction ? .scenarioRefused : .solverFailed
    default: self = .solverFailed
    }
  }
}

extension SolverFailure {
  /// Whether the scenario is to blame and not the solver.
  fileprivate var isContradiction: Bool {
    if case .contradiction = reason { true } else { false }
  }
}
