import Simulation

extension DayLedger {
  /// Every limit that the plan breaks, in words; empty for a plan that keeps them all.
  var brokenLimits: [String] { brokenPromises + brokenMissionLimits + brokenBudgets + brokenPins }

  private var brokenPromises: [String] {
    let supplies = scenario.pledges.filter { pledge in
      sendings.filter { $0.pledge.id == pledge.id }.reduce(0) { $0 + $1.elements } > Double(pledge.units)
        + 1e-6
    }.map { "supply of \($0.id)" }
    let packages = scenario.packages.filter { package in
      guard case .atMost(let personnel) = package.kind else { return false }
      let sent = sendings.filter { package.members.contains($0.pledge.id) && !$0.isInPlace }
      return sent.reduce(0) { $0 + people($1) } > personnel + 1e-6
    }.map { "package \($0.id)" }
    return supplies + packages
  }

  private var brokenBudgets: [String] {
    var broken: [String] = []
    let sunk = sendings.filter(\.isInPlace)
    if let most = scenario.allocation.budget,
      cost > max(most, sunk.reduce(0) { $0 + cost(of: $1) }) + 1e-6
    {
      broken.append("budget")
    }
    for mission in scenario.missions {
      let own = sendings.filter { $0.need.mission == mission.id }
      let least = own.filter(\.isInPlace).reduce(0) { $0 + cost(of: $1) }
      if let most = mission.budget, own.reduce(0, { $0 + cost(of: $1) }) > max(most, least) + 1e-6 {
        broken.append("budget of \(mission.id)")
      }
    }
    return broken
  }

  private var brokenPins: [String] {
    scenario.allocation.pins.filter { pin in
      let sent = sendings.filter {
        $0.pledge.id == pin.pledge && $0.need.id == pin.need
          && (pin.arrivalDay == nil || pin.arrivalDay == $0.arrival)
      }
      return sent.reduce(0) { $0 + $1.elements } < Double(pin.units) - 1e-6
    }.map { "pin of \($0.pledge)" }
  }

  private var brokenMissionLimits: [String] {
    scenario.missions.flatMap { mission in
      stride(from: 0, to: scenario.horizon.days, by: scenario.horizon.periodDays).flatMap { start in
        let days = start..<min(start + scenario.horizon.periodDays, scenario.horizon.days)
        return broken(mission, days).map { "\($0) of \(mission.id) from day \(start)" }
      }
    }
  }

  private func broken(_ mission: Mission, _ days: Range<Int>) -> [String] {
    var broken: [String] = []
    for (category, ceiling) in mission.ceilings {
      let new = mean(mission, days) { category.includes($0) ? $1 : 0 }
      if new > max(0, ceiling - present(mission, category, days)) + 1e-6 { broken.append("ceiling") }
    }
    if let share = mission.languageShare {
      let spare =
        presentSpeakers(mission, days)
        - share * (present(mission, .military, days) + present(mission, .police, days))
      let added = meanOf(mission, days) { speakers($0) - share * people($0) }
      if added < min(0, -spare) - 1e-6 { broken.append("language share") }
    }
    for (category, share) in mission.womenShare {
      let spare = presentWomen(mission, category, days) - share * present(mission, category, days)
      let added = meanOf(mission, days) {
        category.includes(self.category($0)) ? women($0) - share * people($0) : 0
      }
      if added < min(0, -spare) - 1e-6 { broken.append("share of women") }
    }
    return broken
  }

  // MARK: Counting people

  private func category(_ sending: Sending) -> PersonnelCategory {
    scenario.capabilities.first { $0.id == sending.pledge.capability }?.category ?? .civilian
  }

  private func people(_ sending: Sending) -> Double {
    sending.elements * sending.pledge.personnel / Double(sending.pledge.units)
  }

  private func women(_ sending: Sending) -> Double {
    sending.elements * sending.pledge.women / Double(sending.pledge.units)
  }

  private func speakers(_ sending: Sending) -> Double {
    let working = scenario.missions.first { $0.id == sending.need.mission }?.languages ?? []
    let home = scenario.contributors.first { $0.id == sending.pledge.contributor }?.languages ?? []
    let shares = working.map { language in
      sending.pledge.languages.isEmpty
        ? (home.contains(language) ? 1 : 0) : sending.pledge.languages[language] ?? 0
    }
    return people(sending) * (shares.max() ?? 0)
  }

  private func mean(
    _ mission: Mission, _ days: Range<Int>, _ count: (PersonnelCategory, Double) -> Double
  ) -> Double { meanOf(mission, days) { count(category($0), people($0)) } }

  /// Of what is newly sent, averaged over the days.
  private func meanOf(_ mission: Mission, _ days: Range<Int>, _ count: (Sending) -> Double) -> Double {
    let new = sendings.filter { $0.need.mission == mission.id && !$0.isInPlace }
    let sum = days.reduce(0) { sum, day in
      sum + new.filter { $0.arrival <= day && day < $0.end }.reduce(0) { $0 + count($1) }
    }
    return sum / Double(days.count)
  }

  /// Of what was in place and has left, averaged over the days.
  private func gone(_ mission: Mission, _ days: Range<Int>, _ count: (Sending) -> Double) -> Double {
    let left = sendings.filter { $0.need.mission == mission.id && $0.isInPlace }
    let sum = days.reduce(0) { sum, day in
      sum + left.filter { day >= $0.pledge.until }.reduce(0) { $0 + count($1) }
    }
    return sum / Double(days.count)
  }

  private func present(_ mission: Mission, _ category: PersonnelCategory, _ days: Range<Int>) -> Double {
    let start =
      mission.present[category]
      ?? category.parts.filter { $0 != category }.reduce(0) { $0 + (mission.present[$1] ?? 0) }
    return max(0, start - gone(mission, days) { category.includes(self.category($0)) ? people($0) : 0 })
  }

  private func presentWomen(_ mission: Mission, _ category: PersonnelCategory, _ days: Range<Int>) -> Double {
    let start = mission.presentWomen[category] ?? 0
    return max(0, start - gone(mission, days) { category.includes(self.category($0)) ? women($0) : 0 })
  }

  private func presentSpeakers(_ mission: Mission, _ days: Range<Int>) -> Double {
    max(0, (mission.presentSpeakers ?? 0) - gone(mission, days) { speakers($0) })
  }
}
