/// Which season takes how much of the days on the calendar on which a stage is worked on.
///
/// A day at multiplier f takes 1 − 1/f of itself, a closed day all of it; where seasons overlap the slowest takes
/// it, since it alone slows the work down. So the days of all seasons together are those that the work takes
/// beyond its own.
struct SeasonShares: Sendable {
  /// Places among the causes, in the order of the seasons.
  let causes: [Int]
  /// Those of seasons that slow the same day alike: whose day it is cannot be told.
  let alike: Set<Int>
  /// By season, then day: days taken before it, of those of the calendar.
  private let taken: [[Double]]
  private let firstDay: Int

  /// - Parameters:
  ///   - seasons: Of one mission.
  ///   - effects: Of a stage, by season.
  ///   - scenario: Whose calendar counts.
  ///   - cause: The place of a season among the causes.
  init(
    _ seasons: [Season], effects: [String: Stage.SeasonEffect], scenario: Scenario, cause: (Season) -> Int
  ) {
    let days = scenario.calendarDays
    let own = seasons.compactMap { season in
      SeasonCalendar(seasons: [season], effects: effects, dayZero: scenario.dayZero, days: days)
        .map { (cause: cause(season), calendar: $0) }
    }
    firstDay = days.lowerBound
    causes = own.map(\.cause)
    var alike: Set<Int> = []
    var taken = own.map { _ in [0.0] }
    for day in days {
      let paces = own.map { $0.calendar.daysPerWorkDay(on: day) }
      let slowest = paces.max() ?? 1
      let slow = slowest > 1 ? paces.indices.filter { paces[$0] == slowest } : []
      if slow.count > 1 { alike.formUnion(slow.map { own[$0].cause }) }
      for season in own.indices {
        taken[season].append(taken[season][day - firstDay] + (slow.first == season ? 1 - 1 / slowest : 0))
      }
    }
    (self.alike, self.taken) = (alike, taken)
  }

  /// Days that a season takes of those from `start` until `finish`, in days since the scenario's day zero.
  func days(of season: Int, from start: Double, until finish: Double) -> Double {
    before(finish, season) - before(start, season)
  }

  /// Beyond its ends the calendar goes on as it begins and ends.
  private func before(_ time: Double, _ season: Int) -> Double {
    let days = taken[season]
    let day = max(0, min(Int(time.rounded(.down)) - firstDay, days.count - 2))
    return days[day] + (time - Double(firstDay + day)) * (days[day + 1] - days[day])
  }
}
