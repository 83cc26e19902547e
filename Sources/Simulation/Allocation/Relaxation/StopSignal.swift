/// When a solve is to end with what it has: the clock or the user.
package struct StopSignal: Sendable {
  /// A safety net; what it stopped is not promised to repeat.
  package var deadline: ContinuousClock.Instant?
  package var interruption: Interruption?

  package init(deadline: ContinuousClock.Instant? = nil, interruption: Interruption? = nil) {
    self.deadline = deadline
    self.interruption = interruption
  }

  var isPastDeadline: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// Whether the user asks for the best so far.
  var isInterrupted: Bool { interruption?.isRaised == true }

  var isOver: Bool { isInterrupted || isPastDeadline }

  /// One that leaves a share of the time, but no more than some seconds of it.
  func earlier(by share: Double, atMost seconds: Double) -> StopSignal {
    guard let deadline else { return self }
    let left = max(0, ContinuousClock.now.duration(to: deadline) / .seconds(1))
    return StopSignal(deadline: deadline - .seconds(min(share * left, seconds)), interruption: interruption)
  }

  /// Milliseconds to the deadline, at least 1; `nil` where there is none.
  var millisecondsLeft: Int32? {
    guard let deadline else { return nil }
    let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
    return Int32(min(max(left.rounded(.up), 1), Double(Int32.max)))
  }
}
