import Simulation
import Testing

@Suite("Dates")
struct CalendarDateTests {
  @Test("A date and the days to it lead back to the same date, across centuries")
  func roundTrip() throws {
    let start = try #require(CalendarDate(year: 1899, month: 12, day: 31))
    var previous = start
    for offset in 1...80_000 {
      let date = start.advanced(byDays: offset)
      #expect(date.days(since: start) == offset)
      #expect(previous < date)
      previous = date
    }
  }

  @Test("Days between known dates agree with the calendar")
  func knownSpans() throws {
    let vancouver = try #require(CalendarDate(iso: "2017-11-15"))
    #expect(vancouver.advanced(byDays: 228).description == "2018-07-01")
    #expect(try #require(CalendarDate(iso: "2020-03-01")).days(since: vancouver) == 837)
  }

  @Test("Days that no calendar has are refused", arguments: ["2017-02-29", "2017-13-01", "2017-1-01", "x"])
  func impossible(text: String) { #expect(CalendarDate(iso: text) == nil) }
}
