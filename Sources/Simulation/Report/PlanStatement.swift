extension RunResult {
  /// How good the plan is proved to be, in words that promise no more.
  ///
  /// `nil` where there is none.
  package var planStatement: String? {
    guard let allocation else { return nil }
    switch allocation.status {
    case .optimal: return "Optimal, proved."
    case .withinGap: return "Within \(allocation.gapText) of the best possible, proved."
    case .limit:
      return "Stopped \(whyStopped(allocation)): a better plan could avoid at most \(allocation.gapText) of "
        + "the weighted gap left."
    }
  }

  private func whyStopped(_ allocation: Allocation) -> String {
    if interruptedIn == .solve { return "when it was interrupted" }
    return allocation.stoppedByTime
      ? "by the time limit (another run may find another plan)" : "by the work limit"
  }
}

extension Allocation {
  /// The proved gap in percent, rounded up to two figures that count.
  fileprivate var gapText: String {
    let percent = gap * 100
    guard percent.isFinite else { return "an unknown part" }
    let decimals = percent >= 10 ? 0 : percent >= 0.95 ? 1 : percent >= 0.095 ? 2 : 3
    return "\(NumberText.roundedUp(max(0, percent), decimals: decimals)) %"
  }
}
