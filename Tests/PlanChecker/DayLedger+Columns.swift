import Simulation

/// Whether each thing sent could be sent there at all, on that day, in that number.
extension DayLedger {
  var brokenColumns: [BrokenRow] {
    sendings.flatMap { sending -> [BrokenRow] in
      let name = "\(sending.pledge.id) to \(sending.need.id)"
      var broken: [BrokenRow] = []
      if let why = refusal(of: sending) { broken.append(BrokenRow(.refused, "\(name): \(why)")) }
      if let why = wrongDay(of: sending) { broken.append(BrokenRow(.days, "\(name): \(why)")) }
      return broken
    } + brokenPlaces
  }

  /// What is in place on day 0 is sent whole, and nothing else counts as in place.
  private var brokenPlaces: [BrokenRow] {
    scenario.pledges.compactMap { pledge in
      let own = sendings.filter { $0.pledge.id == pledge.id }
      let isRight =
        pledge.inPlace == nil
        ? !own.contains(where: \.isInPlace)
        : own.isEmpty && !couldStay(pledge)
          || own.count == 1 && own[0].isInPlace && own[0].need.id == pledge.inPlace
            && own[0].elements == Double(pledge.units)
      return isRight ? nil : BrokenRow(.days, "\(pledge.id) is not where it is in place")
    }
  }

  private func couldStay(_ pledge: Pledge) -> Bool {
    guard let need = pledge.inPlace.flatMap({ rules.needs[$0] }) else { return false }
    return rules.effectiveness(pledge, need) > 0 && min(pledge.until, rules.span(need).upperBound) > 0
  }

  private func refusal(of sending: Sending) -> String? {
    let (pledge, need) = (sending.pledge, sending.need)
    if rules.effectiveness(pledge, need) <= 0 { return "its capability does not fit" }
    if sending.isInPlace { return nil }
    let accepts = need.accepts
    let contributor = rules.contributors[pledge.contributor]
    let refuses = rules.missions[need.mission]?.refuses ?? Refusals()
    if !pledge.missions.allows(need.mission) || need.site.map({ !pledge.sites.allows($0) }) ?? false {
      return "its caveats"
    }
    if ([pledge.contributor] + pledge.partners).contains(where: refuses.contributors.contains)
      || refuses.capabilities.contains(pledge.capability)
    {
      return "the host state"
    }
    if !accepts.attributes.isSubset(of: pledge.attributes) { return "its attributes" }
    if !accepts.endorsements.isSubset(of: contributor?.endorsements ?? []) { return "its endorsements" }
    if rules.readiness(pledge, sending.support) < accepts.readiness { return "its readiness" }
    let spoken =
      pledge.languages.isEmpty
      ? contributor?.languages ?? [] : pledge.languages.filter { $0.value > 0 }.map(\.key)
    if !accepts.languages.isEmpty, accepts.languages.isDisjoint(with: spoken) { return "its languages" }
    let women = pledge.personnel > 0 ? pledge.women / pledge.personnel : 0
    return women < accepts.womenShareAtLeast - Self.tolerance ? "its share of women" : nil
  }

  private func wrongDay(of sending: Sending) -> String? {
    let (pledge, need) = (sending.pledge, sending.need)
    let span = rules.span(need)
    let last = min(pledge.until, span.upperBound)
    if sending.isInPlace {
      return sending.arrival == 0 && sending.end == max(0, last) ? nil : "in place from 0 to \(last)"
    }
    let end = min(last, pledge.tourDays.map { sending.arrival + $0 } ?? last)
    if sending.end != end { return "until \(sending.end), not \(end)" }
    if sending.arrival < max(pledge.from, span.lowerBound) { return "before its first day" }
    if sending.end <= sending.arrival { return "gone before it comes" }
    guard let mission = rules.missions[need.mission] else { return "no mission" }
    let support = sending.support.flatMap { rules.supports[$0] }
    let firstRequest = max(pledge.requestFrom, support?.from ?? pledge.requestFrom)
    guard let request = sending.request, request >= firstRequest else { return "requested too early" }
    if let support, sending.arrival >= support.until { return "after its support has gone" }
    func presence(_ day: Int) -> Int? {
      PlannedDays(rules).presence(pledge, to: mission, support: sending.support, requestedOn: day)
    }
    guard let there = presence(request), there <= sending.arrival else { return "cannot be there so soon" }
    // The day of the request is the latest that will do.
    if request < sending.arrival, let later = presence(request + 1), later <= sending.arrival {
      return "could be requested later"
    }
    return nil
  }
}
