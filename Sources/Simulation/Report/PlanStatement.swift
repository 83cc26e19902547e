extension RunResult {
  /// How good the plan is proved to be, in words that promise no more.
  ///
  /// `nil` where there is none.
  package var planStatement: String? {
    guard let allocation else { return nil }
    switch allocation.status {
    case .optimal: return "Optimal\(allocation.condition), proved."
    case .withinGap:
      return "Within \(allocation.gapText) of the best possible\(allocation.condition), proved."
    case .given: return "As given; how near it is to the best possible was not looked at."
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
  /// Among which plans it is the best, where not among all.
  fileprivate var condition: String { fairness == nil ? "" : " for the smallest coverage reached" }

  /// What fairness has reached, and how far that is proved; `nil` where it was not asked for.
  func fairnessStatement(_ labels: Labels) -> String? {
    guard let fairness else { return nil }
    let names = fairness.missions.map(labels.mission).joined(separator: ", ")
    let reached =
      "Fairness first: no mission is covered less than "
      + "\(NumberText.roundedDown(fairness.smallestCoverage * 100, decimals: 2)) % (\(names))"
    return fairness.isProved
      ? "\(reached); no plan leaves the smallest coverage higher, proved."
      : "\(reached); more than \(NumberText.roundedUp(fairness.bound * 100, decimals: 2)) % is impossible, "
        + "and what lies between is not settled."
  }

  /// What is changed of an earlier plan; `nil` where none was given.
  package var changesStatement: String? {
    guard let changes else { return nil }
    let added = changes.added == 0 ? "" : " and adds \(changes.added)"
    return "Changes \(changes.changed) of \(changes.assignments) assignments of the earlier plan\(added)."
  }

  /// The proved gap in percent, rounded up to two figures that count.
  fileprivate var gapText: String {
    let percent = gap * 100
    guard percent.isFinite else { return "an unknown part" }
    let decimals = percent >= 10 ? 0 : percent >= 0.95 ? 1 : percent >= 0.095 ? 2 : 3
    return "\(NumberText.roundedUp(max(0, percent), decimals: decimals)) %"
  }
}
