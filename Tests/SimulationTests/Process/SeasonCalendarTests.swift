import Simulation
import Testing

@Suite("Seasons")
struct SeasonCalendarTests {
  /// Day 0 is 15 November 2017, so that 1 January 2018 is day 47.
  private func calendar(
    _ season: Season, _ effect: Stage.SeasonEffect, days: Range<Int> = -366..<2000
  ) throws -> SeasonCalendar {
    try #require(
      SeasonCalendar(
        seasons: [season], effects: [season.id: effect], dayZero: date(2017, 11, 15), days: days))
  }

  private let newYear = Season(id: "snow", from: monthDay(12, 25), to: monthDay(1, 5))

  @Test("At multiplier two, work takes twice the days that fall in the season")
  func factor() throws {
    // Days 40 to 51 are slow, both ends included: 25 December to 5 January.
    let calendar = try calendar(newYear, .factor(2))
    #expect(calendar.finish(start: 30, work: 10) == 40)
    #expect(calendar.finish(start: 30, work: 11) == 42)
    #expect(calendar.finish(start: 40, work: 6) == 52)
    #expect(calendar.finish(start: 38, work: 10) == 54)
    #expect(calendar.finish(start: 51.5, work: 1) == 52.75)
  }

  @Test("In a closed season work stops, and goes on across the year's end")
  func closed() throws {
    let calendar = try calendar(newYear, .closed)
    #expect(calendar.finish(start: 30, work: 10) == 40)
    #expect(calendar.finish(start: 30, work: 10.5) == 52.5)
    #expect(calendar.finish(start: 45, work: 3) == 55)
    #expect(calendar.finish(start: 45.25, work: 0) == 45.25)
    // 365 days later again.
    #expect(calendar.finish(start: 404, work: 2) == 418)
  }

  @Test("Work that no season touches takes exactly its days")
  func untouched() throws {
    let calendar = try calendar(newYear, .factor(3))
    for work in [0.1, 0.3, 7.7, 20.3] { #expect(calendar.finish(start: 0.7, work: work) == 0.7 + work) }
    // Ends with the last open day, but for the last bit of a sum.
    #expect(abs(calendar.finish(start: 9.7, work: 30.3) - 40) < 1e-9)
  }

  @Test(
    "A season that ends on 29 February ends on 28 February in other years",
    arguments: [(2018, 28.0), (2019, 28), (2020, 29)])
  func leapDay(year: Int, days: Double) throws {
    let winter = Season(id: "winter", from: monthDay(2, 1), to: monthDay(2, 29))
    let calendar = try calendar(winter, .closed)
    let start = Double(date(year, 2, 1).days(since: date(2017, 11, 15)))
    #expect(calendar.finish(start: start, work: 1) == start + days + 1)
  }

  @Test("What is closed all year is never done")
  func closedForEver() throws {
    let year = Season(id: "year", from: monthDay(1, 1), to: monthDay(12, 31))
    #expect(try calendar(year, .closed).finish(start: 0, work: 0.5) == .infinity)
    #expect(try calendar(year, .factor(4)).finish(start: 10, work: 5) == 30)
  }

  @Test("Whoever starts later is never done sooner")
  func monotone() throws {
    for effect in [Stage.SeasonEffect.closed, .factor(2.7), .factor(0.4)] {
      let calendar = try calendar(newYear, effect)
      for work in [0.3, 5, 90] {
        let ends = stride(from: 0, to: 500, by: 0.37).map { calendar.finish(start: $0, work: work) }
        #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
      }
    }
  }

  @Test("Where seasons overlap the slowest counts, and a season the stage does not know changes nothing")
  func overlap() throws {
    let seasons = [newYear, Season(id: "all", from: monthDay(1, 1), to: monthDay(12, 31))]
    let calendar = try #require(
      SeasonCalendar(
        seasons: seasons, effects: ["snow": .factor(4), "all": .factor(2)], dayZero: date(2017, 11, 15),
        days: -366..<2000))
    #expect(calendar.finish(start: 38, work: 2) == 44)
    #expect(
      SeasonCalendar(
        seasons: seasons, effects: ["rains": .closed], dayZero: date(2017, 11, 15), days: 0..<99) == nil)
  }
}
