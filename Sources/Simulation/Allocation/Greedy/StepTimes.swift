/// Whether there is time for steps that cannot be ended early, told from how long the model took to build on this
/// machine, today.
struct StepTimes: Sendable {
  /// Seconds that building the model took.
  let modelSeconds: Double
  let stop: StopSignal

  /// Steps of a part's search before its relaxation can be ended, in times that its model takes to build.
  ///
  /// Differences, the program into the solver, the interior point's order. 0.8 to 1.1 were measured.
  static let search = 1.25
  /// Steps behind the relaxation, before cutting can be ended.
  ///
  /// Sums to branch on, the program twice into the solver, scale, start.
  static let proof = 2.0
  /// Taking the model apart and building the parts; 0.8 to 1.2 were measured.
  static let parts = 1.5

  /// Whether a step that takes so many times as long as the model took to build ends before the deadline.
  func allow(_ step: Double) -> Bool {
    if stop.isOver { return false }
    guard let left = stop.millisecondsLeft else { return true }
    return step * modelSeconds * 1_000 <= Double(left)
  }
}
