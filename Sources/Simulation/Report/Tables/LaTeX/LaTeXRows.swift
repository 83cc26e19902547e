/// Head, rows and notes of a LaTeX table.
struct LaTeXRows {
  private let table: Table
  private let layout: LaTeXLayout
  private let w: Wording

  init(_ table: Table, _ layout: LaTeXLayout) {
    self.table = table
    self.layout = layout
    w = Wording(table.language)
  }

  private var caption: String {
    "\\caption{\(escaped(table.caption))}\\label{tab:\(table.name)}"
  }

  private var notes: String {
    let lines = (table.notes + table.basis).map(escaped)
    return lines.isEmpty ? "" : "\\simrunnotes{\(lines.joined(separator: "\\par\n  "))}\n"
  }

  private func escaped(_ text: String) -> String { LaTeXText.escaped(text, table.language) }

  private var specification: String { layout.specification(table) }

  /// For tables that fit on a page.
  var floating: String {
    """
    \\begin{table}[htbp]
    \\abovecaptionskip0pt\\belowcaptionskip4pt
    \(caption)
    \\simrunfit{\(layout.neededEms)}\\setlength{\\tabcolsep}{3pt}%
    \\noindent\\begin{tabular}{\(specification)}
    \\toprule
    \(head)\\midrule
    \(rows)\\bottomrule
    \\end{tabular}
    \(notes)\\end{table}

    """
  }

  /// For tables that run over several pages.
  var longTable: String {
    let count = layout.shown.count
    let continued = w(en: "continued", fr: "suite")
    return """
      \\begingroup
      \\simrunfit{\(layout.neededEms)}\\setlength{\\tabcolsep}{3pt}%
      \\begin{longtable}[l]{\(specification)}
      \(caption)\\tabularnewline
      \\toprule
      \(head)\\midrule
      \\endfirsthead
      \\multicolumn{\(count)}{@{}l}{\\tablename~\\thetable{} (\(continued))}\\tabularnewline
      \\toprule
      \(head)\\midrule
      \\endhead
      \\bottomrule
      \\endfoot
      \(rows)\\end{longtable}
      \(notes)\\endgroup

      """
  }

  // MARK: Head

  private var columns: [Table.Column] { layout.shown.map { table.columns[$0] } }

  private var head: String {
    let titles = columns.enumerated().map { index, column in
      layout.shares[index] > 0
        ? "\\raggedright " + escaped(column.header)
        : layout.title(
          column.header, over: index..<index + 1, alignment: column.alignment == .left ? "l" : "r")
    }
    return spanners + Self.line(titles)
  }

  private var spanners: String {
    let spans = TableLayout.spans(of: columns)
    guard spans.contains(where: { $0.title != nil }) else { return "" }
    let cells = spans.map { span in
      span.title.map {
        "\\multicolumn{\(span.columns.count)}{c}{\(layout.title($0, over: span.columns, alignment: "c"))}"
      } ?? ""
    }
    let rules = spans.filter { $0.title != nil }.map {
      "\\cmidrule(lr){\($0.columns.lowerBound + 1)-\($0.columns.upperBound)}"
    }
    return Self.line(cells) + rules.joined() + "\n"
  }

  // MARK: Rows

  private var rows: String {
    var heading = ""
    var result = ""
    for (row, texts) in zip(table.rows, layout.texts) {
      let next = self.texts(row, texts, .heading).map(\.text).joined(separator: ": ")
      if next != heading, !next.isEmpty {
        result +=
          (result.isEmpty ? "" : "\\addlinespace\n")
          + whole(
            "\\itshape " + escaped(next), isShort: DisplayText.width(next) <= layout.longestLine)
      }
      heading = next
      result += Self.line(
        layout.shown.enumerated().map { place, index in
          (layout.shares[place] > 0 ? "\\raggedright " : "") + escaped(texts[index])
        })
      for below in self.texts(row, texts, .below) {
        let text = escaped(below.text)
        result += whole(
          "\\leftskip1em " + escaped(below.title + w(en: ": ", fr: " : ")) + text, isShort: false)
      }
    }
    return result
  }

  /// What a row's columns of one placement say, with their titles.
  private func texts(
    _ row: Table.Row, _ texts: [String], _ placement: Table.Placement
  ) -> [(title: String, text: String)] {
    table.columns.indices.filter {
      table.columns[$0].placement == placement && row.cells[$0] != .missing
    }.map { (table.columns[$0].title, texts[$0]) }
  }

  /// A line across all columns, or several where it is long; not wider than the table, which would stretch
  /// its last column.
  private func whole(_ text: String, isShort: Bool) -> String {
    let count = max(1, layout.shown.count)
    let column = isShort ? "l" : "p{0.9\\linewidth}"
    return
      "\\multicolumn{\(count)}{@{}\(column)@{}}{\(isShort ? "" : "\\raggedright ")\(text)}\\tabularnewline\n"
  }

  private static func line(_ cells: [String]) -> String {
    cells.joined(separator: " & ") + "\\tabularnewline\n"
  }
}
