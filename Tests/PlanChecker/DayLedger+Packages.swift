import Simulation

/// Row 9: packages that are one column.
extension DayLedger {
  var brokenPackages: [BrokenRow] {
    scenario.packages.compactMap { package in
      let sent = sendings.filter { package.members.contains($0.pledge.id) && !$0.isInPlace }
      guard !sent.isEmpty else { return nil }
      switch package.kind {
      case .atMost: return nil
      case .allOrNothing(let offsets):
        return wrongWhole(package, sent, offsets).map { BrokenRow(.allOrNothing, "\(package.id): \($0)") }
      case .rotation(let overlap):
        return wrongTurns(package, sent, overlap).map { BrokenRow(.rotation, "\(package.id): \($0)") }
      }
    }
  }

  /// First day on which a pledge can be at a need: its own, or the need's.
  private func firstDay(_ sending: Sending) -> Int? {
    guard let mission = rules.missions[sending.need.mission] else { return nil }
    let there = PlannedDays(rules).presence(
      sending.pledge, to: mission, support: sending.support, requestedOn: sending.pledge.requestFrom)
    return there.map { max($0, sending.pledge.from, rules.span(sending.need).lowerBound) }
  }

  private func wrongWhole(_ package: Package, _ sent: [Sending], _ offsets: [String: Int]) -> String? {
    guard Set(sent.map(\.pledge.id)) == Set(package.members), sent.count == package.members.count,
      sent.allSatisfy({ $0.elements == Double($0.pledge.units) })
    else { return "not every member whole" }
    guard Set(sent.map(\.need.mission)).count == 1 else { return "in several missions" }
    let firsts = sent.compactMap(firstDay)
    guard firsts.count == sent.count, let start = firsts.max() else { return "a member cannot come" }
    let late = sent.first { $0.arrival != start + (offsets[$0.pledge.id] ?? 0) }
    return late.map { "\($0.pledge.id) comes on day \($0.arrival), the package on day \(start)" }
  }

  private func wrongTurns(_ package: Package, _ sent: [Sending], _ overlap: Int) -> String? {
    guard Set(sent.map(\.need.id)).count == 1 else { return "in several posts" }
    guard sent.allSatisfy({ $0.elements == Double($0.pledge.units) }) else { return "a member in part" }
    let turns = package.members.compactMap { member in sent.first { $0.pledge.id == member } }
    guard turns.count == sent.count, turns.map(\.pledge.id) == Array(package.members.prefix(turns.count))
    else { return "turns left out" }
    for (before, next) in zip(turns, turns.dropFirst()) {
      guard let own = firstDay(next) else { return "\(next.pledge.id) cannot come" }
      let due = max(before.end - overlap, own)
      if next.arrival != due { return "\(next.pledge.id) comes on day \(next.arrival), not \(due)" }
    }
    return nil
  }
}
