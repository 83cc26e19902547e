import Backtest
import Foundation
import Testing

@Suite("Recorded strengths")
struct RecordedStrengthTests {
  private static let titles = "scenario,date,strength,scored,source,note"

  private func read(_ text: String) throws -> [RecordedStrength] {
    let path = NSTemporaryDirectory() + "records-\(UUID().uuidString).csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try RecordedStrength.read(path: path)
  }

  @Test("Are read with quoted cells and blank lines")
  func good() throws {
    let records = try read(Self.titles + "\nm,2004-04-30,8322,yes,\"A, B\",\n\nm,2004-05-31,0,no,C,D\n")
    #expect(
      records == [
        RecordedStrength(scenario: "m", date: date(2004, 4, 30), people: 8322),
        RecordedStrength(scenario: "m", date: date(2004, 5, 31), people: 0, isScored: false),
      ])
  }

  @Test(
    "Are refused with what is wrong",
    arguments: [
      ("mission,date\n", "the titles have to be"), (titles + "\nm,2004-04-31,1,yes,A,\n", "2004-04-31"),
      (titles + "\nm,2004-04-30,-1,yes,A,\n", "0 or more"),
      (titles + "\nm,2004-04-30,1,maybe,A,\n", "yes or no"), (titles + "\nm,2004-04-30,1\n", "3 cells"),
      (titles + "\nm,2004-04-30,1,yes,\"A,\n", "row"),
    ])
  func bad(text: String, says: String) {
    let failure = #expect(throws: BacktestFailure.self) { try read(text) }
    #expect(failure?.description.contains(says) == true, "\(failure?.description ?? "")")
  }
}
