/// What the program's exit status tells the shell.
public enum ExitStatus: Int32, Sendable {
  case done = 0
  case wrongUsage = 64
  /// The scenario was refused, contradicting pins included.
  case scenarioRefused = 65
  case solverFailed = 70
  case cannotWrite = 73
  case interrupted = 130
}
