/// Days of a need on which the same other needs bound how far it counts.
///
/// A need counts no further than each need that enables it, chains and circles followed; one that is not
/// required on a day bounds nothing on it, nor does what enables it.
struct EnablingSpan: Sendable, Equatable {
  var days: Range<Int>
  /// Among the plan's needs, rising; never the need itself.
  var enablers: [Int]
}

/// Finds the spans of a plan's needs.
struct EnablingSpans {
  private let needs: [CoveragePlan.NeedPlan]
  /// Of each of the plan's needs, those that enable it, among the plan's.
  private let direct: [[Int]]

  init(needs: [CoveragePlan.NeedPlan], scenario: Scenario) {
    self.needs = needs
    let places = Dictionary(uniqueKeysWithValues: needs.enumerated().map { (scenario.needs[$1.need].id, $0) })
    direct = needs.map { scenario.needs[$0.need].enabledBy.compactMap { places[$0] } }
  }

  /// One after the other over all of a need's days; empty where nothing ever bounds it.
  func spans(of need: Int) -> [EnablingSpan] {
    let all = reached(from: need) { _ in true }
    guard !all.isEmpty else { return [] }
    let own = needs[need].start..<needs[need].end
    let cuts = Set(all.flatMap { [needs[$0].start, needs[$0].end] }).filter { own.contains($0) }
    let starts = cuts.union([own.lowerBound]).sorted()
    let spans = zip(starts, starts.dropFirst() + [own.upperBound]).map { start, end in
      EnablingSpan(days: start..<end, enablers: reached(from: need) { $0.start <= start && start < $0.end })
    }
    return spans.contains { !$0.enablers.isEmpty } ? spans : []
  }

  /// What a need hangs on by way of needs that are required.
  private func reached(from need: Int, _ isRequired: (CoveragePlan.NeedPlan) -> Bool) -> [Int] {
    var seen: Set<Int> = [need]
    var open = direct[need]
    while let next = open.popLast() {
      guard isRequired(needs[next]), seen.insert(next).inserted else { continue }
      open += direct[next]
    }
    return seen.subtracting([need]).sorted()
  }
}
