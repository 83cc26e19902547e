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
    let movable = package.members.filter { rules.pledges[$0]?.inPlace == nil }
    guard Set(sent.map(\.pledge.id)) == Set(movable), sent.count == movable.count,
      sent.allSatisfy({ $0.elements == Double($0.pledge.units) })
    else { return "not every member whole" }
    guard Set(sent.map(\.need.mission)).count == 1 else { return "in several missions" }
    let firsts = sent.compactMap(firstDay)
    guard firsts.count == sent.count, let first = firsts.max() else { return "a member cannot come" }
    let starts = Set(sent.map { $0.arrival - (offsets[$0.pledge.id] ?? 0) })
    guard starts.count == 1, let start = starts.first else { return "the members start on several days" }
    let isOffered = start == first || start > first && periods.contains { $0.lowerBound == start }
    return isOffered ? nil : "starts on day \(start), could on day \(first)"
  }

  private func wrongTurns(_ package: Package, _ sent: [Sending], _ overlap: Int) -> String? {
    guard Set(sent.map(\.need.id)).count == 1 else { return "in several posts" }
    guard sent.allSatisfy({ $0.elements == Double($0.pledge.units) }) else { return "a member in part" }
    let movable = package.members.filter { rules.pledges[$0]?.inPlace == nil }
    let turns = movable.compactMap { member in sent.first { $0.pledge.id == member } }
    guard turns.count == sent.count, turns.map(\.pledge.id) == Array(movable.prefix(turns.count)) else {
      return "turns left out"
    }
    for (before, next) in zip(turns, turns.dropFirst()) {
      guard let own = firstDay(next) else { return "\(next.pledge.id) cannot come" }
      let due = max(before.end - overlap, before.arrival, own)
      if next.arrival != due { return "\(next.pledge.id) comes on day \(next.arrival), not \(due)" }
    }
    guard turns.count < movable.count, let last = turns.last else { return nil }
    // Only a turn that would begin when the need is over, or that only an overlap would bring, is not sent.
    let needEnd = rules.span(last.need).upperBound
    let next = rules.pledges[movable[turns.count]].flatMap { pledge in
      firstDay(Sending(pledge: pledge, need: last.need, elements: 1, arrival: 0, end: 0))
    }
    let isOver = last.end >= needEnd || max(last.end - overlap, next ?? needEnd) >= needEnd
    return isOver ? nil : "the turn after \(last.pledge.id) is missing"
  }
}
