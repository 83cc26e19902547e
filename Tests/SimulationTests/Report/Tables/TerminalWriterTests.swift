import Simulation
import Testing

@Suite("Tables on a terminal")
struct TerminalWriterTests {
  @Test("No line is wider than the page, whatever the names are", arguments: [60, 80, 100])
  func fits(width: Int) {
    for line in TerminalWriter(width: width).text(OddNames.table).split(separator: "\n") {
      #expect(DisplayText.width(String(line)) <= width, "\(line)")
    }
  }

  @Test("Without colours there is not a single control character; with them lines are as wide as without")
  func colours() {
    let plain = TerminalWriter().text(OddNames.table)
    #expect(!plain.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    let coloured = TerminalWriter(style: TextStyle(usesColour: true)).text(OddNames.table)
    #expect(coloured.contains("\u{1B}[1m"))
    var stripped = coloured
    for code in ["1", "2", "1;31", "0"] { stripped.replace("\u{1B}[\(code)m", with: "") }
    #expect(stripped == plain)
  }

  @Test("Headings stand over their rows, spanners over their columns, remarks below; errors are aligned")
  func layout() {
    let table = Table(
      name: "t", caption: "Made up",
      columns: [
        Table.Column("mission", "Mission", placement: .heading), Table.Column("need", "Need"),
        Table.Column("by30", "30", .chance, spanner: "Full by day"),
        Table.Column("by60", "60", .chance, spanner: "Full by day"),
        Table.Column("gap", "Gap", .estimate(decimals: 1), unit: "days"),
        Table.Column("why", "Why", placement: .below),
      ],
      rows: [
        Table.Row([
          .text("North"), .text("Company"), .chance(ExampleRun.never), .chance(ExampleRun.maybe),
          .estimate(Estimate(mean: 215.5, standardError: 0.42)), .text("nobody"),
        ]),
        Table.Row([
          .text("North"), .text("Level 2 hospital"), .chance(ExampleRun.maybe), .chance(ExampleRun.always),
          .estimate(Estimate(mean: 3, standardError: 0)), .missing,
        ]),
        Table.Row([.text("South"), .text("Boats"), .missing, .missing, .missing, .missing]),
      ], notes: ["One note."])
    #expect(
      TerminalWriter().text(table) == """
        Made up
        ═══════
                             Full by day
          Need                 30      60   Gap, days
          ────────────────  ─────  ──────  ──────────
        North
          Company            0      37 ±1  215.5 ±0.5
              Why: nobody
          Level 2 hospital  37 ±1  100       3.0 ±0.0
        South
          Boats              –       –         –
        One note.

        """)
  }

  @Test("A table without rows is its caption and its notes")
  func empty() {
    let table = Table(
      name: "t", caption: "None", columns: [Table.Column("a", "A")], rows: [], notes: ["Nothing is sent."])
    #expect(TerminalWriter().text(table) == "None\n════\nNothing is sent.\n")
  }
}
