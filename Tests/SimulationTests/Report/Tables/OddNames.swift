import Simulation

/// A table whose texts try to break out of every format.
enum OddNames {
  static let texts = [
    "a|b", "say \"no\"", "two\nlines", "=1+1", "+1", "-1", "@SUM(A1)", " \t=2", "<script>&\\_*`", "a,b;c",
    "שלום עולם",
    "中国部队", String(repeating: "long name ", count: 30), "", "👩‍🚒 fire", "C0\u{0}\u{1B}[2J",
  ]

  static var table: Table {
    Table(
      name: "odd", caption: "Odd | names <b>",
      columns: [
        Table.Column("name", "Name"), Table.Column("days", "Days", .number(decimals: 1), unit: "days"),
      ],
      rows: texts.map { Table.Row([.text($0), .number(-1.25)]) }, notes: ["Made up_"])
  }
}
