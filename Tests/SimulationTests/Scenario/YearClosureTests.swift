import Simulation
import Testing

@Suite("Seasons that close a stage")
struct YearClosureTests {
  /// What is said of a stage that is closed in the season from one day to the other, and in the dry season.
  private func messages(rains: (from: String, to: String), dry: (from: String, to: String)) -> [String] {
    let season = #"{"id": "rains", "from": "06-15", "to": "10-31"}"#
    let seasons = """
      {"id": "rains", "from": "\(rains.from)", "to": "\(rains.to)"},
      {"id": "dry", "from": "\(dry.from)", "to": "\(dry.to)"}
      """
    let text = Fixture.small.replacing(season, with: seasons)
      .replacing(#""lift": "airlift","#, with: #""days": 3, "season": {"rains": "closed", "dry": "closed"},"#)
    return Fixture.issues(text).map(\.message)
  }

  private let refusal = "the whole year is closed in the mission 'minusma': the stage could never end"

  @Test("A stage that no day of the year allows is refused")
  func wholeYear() {
    #expect(messages(rains: ("01-01", "12-31"), dry: ("05-01", "05-02")) == [refusal])
    #expect(messages(rains: ("06-15", "06-14"), dry: ("05-01", "05-02")) == [refusal])
  }

  @Test("Two seasons that together leave no day are refused, the leap day counting as one")
  func together() {
    #expect(messages(rains: ("06-15", "10-31"), dry: ("11-01", "06-14")) == [refusal])
    #expect(messages(rains: ("03-01", "12-31"), dry: ("01-01", "02-28")) == [])
  }

  @Test("One open day a year is enough")
  func oneDay() {
    #expect(messages(rains: ("06-15", "10-31"), dry: ("11-01", "06-13")) == [])
  }
}
