/// How the seasons of a mission stretch the work of a stage.
///
/// A stage is so many days of work. On a day at multiplier f one part in f of a day's work is done, on a
/// closed day none; where seasons overlap, the slowest counts. Time is in days since 00:00 of the scenario's
/// day zero, so that the calendar day of time t is the whole part of t.
package struct SeasonCalendar: Sendable, Equatable {
  /// Days of one speed in a row.
  private struct Stretch: Equatable {
    var end: Double
    /// Days that one day of work takes; infinite where no work is done.
    var daysPerWorkDay: Double
  }

  /// Work that is left because of rounding only, in days: it must not wait for the end of a closure.
  private static let noise = 1e-9

  private let stretches: [Stretch]
  private let stretchOfDay: [Int32]
  private let firstDay: Int

  /// `nil` where the mission has none of the seasons, or they change nothing.
  package init?(
    seasons: [Season], effects: [String: Stage.SeasonEffect], dayZero: CalendarDate, days: Range<Int>
  ) {
    var daysPerWorkDay = [Double](repeating: 0, count: days.count)
    for season in seasons {
      guard let effect = effects[season.id] else { continue }
      for span in Self.spans(of: season, dayZero: dayZero, days: days) {
        for day in span { daysPerWorkDay[day - days.lowerBound].slow(to: effect) }
      }
    }
    // A day that no season touches is still 0 here.
    for index in daysPerWorkDay.indices where daysPerWorkDay[index] == 0 { daysPerWorkDay[index] = 1 }
    guard daysPerWorkDay.contains(where: { $0 != 1 }) else { return nil }
    firstDay = days.lowerBound
    (stretches, stretchOfDay) = Self.joined(daysPerWorkDay, firstDay: firstDay)
  }

  /// The place of a day, a whole number, in the four years after which seasons repeat.
  ///
  /// Exact from 1901 to 2099, in which every fourth year is a leap year.
  static func dayInCycle(of day: Double) -> Double {
    let day = day.rounded(.down)
    return day - (day / Double(cycleDays)).rounded(.down) * Double(cycleDays)
  }

  static let cycleDays = 4 * 365 + 1

  /// Days that one day of work takes on a day of the calendar; infinite where no work is done.
  func daysPerWorkDay(on day: Int) -> Double {
    stretches[Int(stretchOfDay[day - firstDay])].daysPerWorkDay
  }

  /// When work begun at `start` is done; never before `start`, and exactly `start + work` where no season
  /// touches it.
  ///
  /// Infinite where it is not done by the end of the calendar.
  @inline(__always)
  package func finish(start: Double, work: Double) -> Double {
    if work <= 0 { return start }
    let offset = max(0, start - Double(firstDay))
    guard offset < Double(stretchOfDay.count) else { return .infinity }
    var index = Int(stretchOfDay[Int(offset)])
    var at = start
    var left = work
    while index < stretches.count {
      let stretch = stretches[index]
      let days = left * stretch.daysPerWorkDay
      if days <= stretch.end - at { return at + days }
      left -= (stretch.end - at) / stretch.daysPerWorkDay
      if left <= Self.noise { return stretch.end }
      at = stretch.end
      index += 1
    }
    return .infinity
  }

  private static func joined(_ daysPerWorkDay: [Double], firstDay: Int) -> ([Stretch], [Int32]) {
    var stretches: [Stretch] = []
    var stretchOfDay: [Int32] = []
    for (index, value) in daysPerWorkDay.enumerated() {
      if stretches.last?.daysPerWorkDay != value { stretches.append(Stretch(end: 0, daysPerWorkDay: value)) }
      stretches[stretches.count - 1].end = Double(firstDay + index + 1)
      stretchOfDay.append(Int32(stretches.count - 1))
    }
    return (stretches, stretchOfDay)
  }

  /// The season's days in each year, both ends included, cut to `days`.
  ///
  /// Where a year has no 29 February, a season that begins then begins on 1 March, and one that ends then
  /// ends on 28 February.
  private static func spans(of season: Season, dayZero: CalendarDate, days: Range<Int>) -> [Range<Int>] {
    let crossesYear = season.to < season.from
    let years =
      dayZero.advanced(byDays: days.lowerBound).year - 1...dayZero.advanced(byDays: days.upperBound).year
    return years.compactMap { year in
      guard let start = firstDay(notBefore: season.from, of: year),
        let end = firstDay(after: season.to, of: crossesYear ? year + 1 : year)
      else { return nil }
      let span = start.days(since: dayZero)..<max(start.days(since: dayZero), end.days(since: dayZero))
      let cut = span.clamped(to: days)
      return cut.isEmpty ? nil : cut
    }
  }

  private static func firstDay(notBefore day: MonthDay, of year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: day.month, day: day.day) ?? CalendarDate(year: year, month: 3, day: 1)
  }

  private static func firstDay(after day: MonthDay, of year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: day.month, day: day.day)?.advanced(byDays: 1)
      ?? CalendarDate(year: year, month: 3, day: 1)
  }
}

extension Double {
  /// Of this and the effect's days per day of work, the slower; 0 stands for none yet.
  fileprivate mutating func slow(to effect: Stage.SeasonEffect) {
    switch effect {
    case .factor(let factor): self = max(self, factor)
    case .closed: self = .infinity
    }
  }
}
