extension Allocation {
  /// How good the plan is proved to be, in words that promise no more.
  package var statement: String {
    switch status {
    case .optimal: return "Optimal, proved."
    case .withinGap: return "Within \(gapText) of the best possible, proved."
    case .limit:
      let limit = stoppedByTime ? "time limit (another run may find another plan)" : "work limit"
      return "Stopped by the \(limit): a better plan could avoid at most \(gapText) of the weighted gap left."
    }
  }

  /// The proved gap in percent, rounded up to two figures that count.
  private var gapText: String {
    let percent = gap * 100
    guard percent.isFinite else { return "an unknown part" }
    let decimals = percent >= 10 ? 0 : percent >= 0.95 ? 1 : percent >= 0.095 ? 2 : 3
    return "\(NumberText.roundedUp(max(0, percent), decimals: decimals)) %"
  }
}
