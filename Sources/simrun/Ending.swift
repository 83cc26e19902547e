internal import ArgumentParser
internal import Simulation

/// How a command ends: with what message, and with what exit status.
enum Ending {
  /// Does the work, under a watch for Ctrl-C.
  ///
  /// - Throws: The exit status, where it is not 0; what is wrong has been said by then.
  static func of(_ work: (Interruption) throws -> ExitStatus) throws {
    let interruption = Interruption()
    let watch = SignalWatch(interruption)
    let status = withExtendedLifetime(watch) { Self.status(of: work, interruption) }
    if status != .done { throw ExitCode(status.rawValue) }
  }

  private static func status(
    of work: (Interruption) throws -> ExitStatus, _ interruption: Interruption
  ) -> ExitStatus {
    do {
      return try work(interruption)
    } catch {
      StandardStreams.complain(String(describing: error))
      return ExitStatus(endingWith: error)
    }
  }
}
