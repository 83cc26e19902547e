/// Why there is no plan.
public struct SolverFailure: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Reason: Sendable, Equatable {
    /// Decisions already taken contradict limits; the names are in the scenario's words.
    case contradiction([String])
    case unbounded
    case numericalTrouble
    case outOfMemory
    case unexpected
  }

  public let reason: Reason
  /// The routine that gave up, with what it returned.
  public let routine: String

  public init(reason: Reason, routine: String) {
    self.reason = reason
    self.routine = routine
  }

  public var description: String {
    switch reason {
    case .contradiction(let names):
      "no plan satisfies what is already decided together with the limits: \(names.joined(separator: "; "))"
    case .unbounded: "the program has no finite optimum (\(routine))"
    case .numericalTrouble: "the solver lost precision and found no way round (\(routine))"
    case .outOfMemory: "the program is too large for the memory (\(routine))"
    case .unexpected: "the solver stopped for a reason of its own (\(routine))"
    }
  }
}
