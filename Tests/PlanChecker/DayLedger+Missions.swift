import Simulation

/// Rows 3, 6 and 7: people of a mission, averaged over the days of each period.
extension DayLedger {
  var brokenMissionRows: [BrokenRow] {
    scenario.missions.flatMap { mission -> [BrokenRow] in
      guard mission.ceilings.count + mission.womenShare.count > 0 || mission.languageShare != nil else {
        return []
      }
      return periods.flatMap { days in
        (ceilings(mission, days) + languageShare(mission, days) + womenShares(mission, days)).map {
          BrokenRow($0, "\(mission.id) from day \(days.lowerBound)")
        }
      }
    }
  }

  var periods: [Range<Int>] {
    stride(from: 0, to: scenario.horizon.days, by: scenario.horizon.periodDays).map {
      $0..<min($0 + scenario.horizon.periodDays, scenario.horizon.days)
    }
  }

  private func ceilings(_ mission: Mission, _ days: Range<Int>) -> [BrokenRow.Kind] {
    mission.ceilings.compactMap { category, ceiling in
      let new = mean(mission, days, category) { $0.share(of: $0.pledge.personnel) }
      let room = max(0, ceiling - present(mission, category, days))
      return new > room + Self.tolerance * max(1, room) ? .ceiling : nil
    }
  }

  private func languageShare(_ mission: Mission, _ days: Range<Int>) -> [BrokenRow.Kind] {
    guard let share = mission.languageShare else { return [] }
    let uniformed = present(mission, .military, days) + present(mission, .police, days)
    let spare = presentSpeakers(mission, days) - share * uniformed
    let added = [.military, .police].reduce(0) { sum, category in
      sum
        + mean(mission, days, category) {
          rules.speakers($0) - share * $0.share(of: $0.pledge.personnel)
        }
    }
    return added < min(0, -spare) - Self.tolerance * max(1, abs(spare)) ? [.languageShare] : []
  }

  private func womenShares(_ mission: Mission, _ days: Range<Int>) -> [BrokenRow.Kind] {
    mission.womenShare.compactMap { category, share in
      let spare = presentWomen(mission, category, days) - share * present(mission, category, days)
      let added = mean(mission, days, category) {
        $0.share(of: $0.pledge.women) - share * $0.share(of: $0.pledge.personnel)
      }
      return added < min(0, -spare) - Self.tolerance * max(1, abs(spare)) ? .womenShare : nil
    }
  }

  /// Of what is newly sent in a category, averaged over the days.
  private func mean(
    _ mission: Mission, _ days: Range<Int>, _ category: PersonnelCategory, _ count: (Sending) -> Double
  ) -> Double {
    let new = sendings.filter {
      $0.need.mission == mission.id && !$0.isInPlace && category.includes(rules.category($0))
    }
    let sum = new.reduce(0) { sum, sending in
      sum + count(sending) * days.reduce(0) { $0 + sending.presence(on: $1) }
    }
    return sum / Double(days.count)
  }

  // MARK: Who is there already

  private func present(_ mission: Mission, _ category: PersonnelCategory, _ days: Range<Int>) -> Double {
    let start = Self.figure(mission.present, category)
    return max(0, start - gone(mission, days, category) { $0.share(of: $0.pledge.personnel) })
  }

  private func presentWomen(_ mission: Mission, _ category: PersonnelCategory, _ days: Range<Int>) -> Double {
    let start = Self.figure(mission.presentWomen, category)
    return max(0, start - gone(mission, days, category) { $0.share(of: $0.pledge.women) })
  }

  private func presentSpeakers(_ mission: Mission, _ days: Range<Int>) -> Double {
    let left = gone(mission, days, .military, rules.speakers) + gone(mission, days, .police, rules.speakers)
    return max(0, (mission.presentSpeakers ?? 0) - left)
  }

  private static func figure(_ figures: [PersonnelCategory: Double], _ category: PersonnelCategory) -> Double
  {
    figures[category] ?? category.parts.filter { $0 != category }.reduce(0) { $0 + (figures[$1] ?? 0) }
  }

  /// Of what was in place and has left, averaged over the days.
  private func gone(
    _ mission: Mission, _ days: Range<Int>, _ category: PersonnelCategory, _ count: (Sending) -> Double
  ) -> Double {
    let left = sendings.filter {
      $0.need.mission == mission.id && $0.isInPlace && category.includes(rules.category($0))
    }
    let sum = left.reduce(0) { sum, sending in
      sum + count(sending) * Double(days.count { $0 >= sending.pledge.until })
    }
    return sum / Double(days.count)
  }
}
