import Simulation
import Testing

@Suite("Tables as Markdown")
struct MarkdownWriterTests {
  @Test("No text breaks out of its cell or becomes markup")
  func escaping() {
    let lines = MarkdownWriter().text(OddNames.table).split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.filter { $0.hasPrefix("|") }
    #expect(rows.count == OddNames.texts.count + 2)
    for row in rows {
      let bars = row.indices.filter { row[$0] == "|" && (row[..<$0].last ?? " ") != "\\" }
      #expect(bars.count == 3, "\(row)")
      #expect(!row.contains("<"))
    }
    #expect(MarkdownWriter.escaped("a\\|b") == "a\\\\\\|b")
    #expect(lines.first == "**Odd \\| names &lt;b&gt;**")
  }

  @Test("Figures stand the way papers print them")
  func layout() {
    let table = Table(
      name: "t", caption: "Chances",
      columns: [
        Table.Column("id", "Id", placement: .dataOnly), Table.Column("need", "Need"),
        Table.Column("by30", "30", .chance, unit: "%", spanner: "Full by day"),
        Table.Column("gap", "Gap", .estimate(decimals: 1), unit: "days"),
      ],
      rows: [
        Table.Row([
          .text("n"), .text("Company"), .chance(ExampleRun.maybe),
          .estimate(Estimate(mean: 215.54, standardError: 0.42)),
        ]), Table.Row([.text("m"), .missing, .missing, .missing]),
      ], notes: ["One note."])
    #expect(
      MarkdownWriter().text(table) == """
        **Chances**

        | Need | Full by day 30, % | Gap, days |
        | :--- | ---: | ---: |
        | Company | 37.1 (36.1–38.1) | 215.5 ± 0.5 |
        | – | – | – |

        - One note.

        """)
  }
}
