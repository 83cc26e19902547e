/// Whether there is time for steps that cannot be ended early, told from how long the model took to build on this
/// machine, today.
struct StepTimes: Sendable {
  /// Seconds that building the whole model took.
  let modelSeconds: Double
  let stop: StopSignal

  /// Steps of a part's search before its relaxation can be ended, in times that its model takes to build: sums to
  /// branch on, the program twice into the solver, scale, start.
  static let search = 3.0
  /// Taking the model apart and building the parts.
  static let parts = 2.0

  /// - Parameters:
  ///   - step: How long it takes, in times that the model took to build.
  ///   - share: Share of the model that it is done to.
  /// - Returns: Whether it ends before the deadline.
  func allow(_ step: Double, share: Double = 1) -> Bool {
    if stop.isOver { return false }
    guard let left = stop.millisecondsLeft else { return true }
    return step * share * modelSeconds * 1_000 <= Double(left)
  }
}
