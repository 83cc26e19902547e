import Simulation
import Testing

@Suite("Tables as CSV")
struct CSVWriterTests {
  @Test("Odd texts come back as they were, but for the apostrophe before a formula")
  func roundTrip() throws {
    let rows = Self.parse(CSVWriter().text(OddNames.table))
    #expect(rows.first == ["name", "days"])
    for (row, text) in zip(rows.dropFirst(), OddNames.texts) {
      let isFormula = ["=", "+", "-", "@"].contains { text.drop { $0.isWhitespace }.hasPrefix($0) }
      #expect(row == [isFormula ? "'" + text : text, "-1.25"])
    }
    #expect(rows.count == OddNames.texts.count + 1)
  }

  @Test("Intervals, errors and measures have columns of their own, with all digits")
  func columns() {
    let table = Table(
      name: "t", caption: "c",
      columns: [
        Table.Column("chance", "C", .chance), Table.Column("gap", "G", .estimate(decimals: 1)),
        Table.Column("sent", "S", .quantity), Table.Column("day", "D", .day), Table.Column("on", "O", .date),
      ],
      rows: [
        Table.Row([
          .chance(ExampleRun.maybe), .estimate(Estimate(mean: 1.0 / 3, standardError: 0.25)),
          .quantity(4, measure: .beds), .day(-3), .date(CalendarDate.someDay),
        ]),
        Table.Row([.missing, .missing, .missing, .missing, .text("in place")]),
      ])
    #expect(
      CSVWriter().text(table) == """
        chance.probability,chance.low,chance.high,gap.mean,gap.standardError,sent.value,sent.measure,day,on\r
        0.3712,0.3618,0.3807,0.3333333333333333,0.25,4,beds,-3,2000-01-01\r
        ,,,,,,,,in place\r

        """)
  }

  @Test("Every table of a run has rows as long as its header, and keys of its own")
  func consistent() {
    for table in ExampleRun.result.tables + ExampleRun.planOnly.tables {
      #expect(Set(table.columns.map(\.key)).count == table.columns.count, "\(table.name)")
      #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.name)")
      let lines = Self.parse(CSVWriter().text(table))
      #expect(Set(lines.map(\.count)).count == 1, "\(table.name)")
    }
  }

  /// A reader of RFC 4180, written apart from the writer.
  static func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch (scalar, isQuoted) {
      case ("\"", true) where next == "\"":
        field.append("\"")
        next = scalars.next()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(String(field))
        field = .init()
      case ("\r", false) where next == "\n":
        rows.append(row + [String(field)])
        (row, field) = ([], .init())
        next = scalars.next()
      default: field.append(scalar)
      }
    }
    return rows
  }
}
