extension TableLayout {
  /// Header, rule, and rows with their headings and what stands below them.
  func lines(of table: Table, style: TextStyle) -> [String] {
    let columns = shown.map { table.columns[$0] }
    var lines = headerLines(columns).map { style.bold(indent + $0) }
    var heading = ""
    for (index, row) in table.rows.enumerated() {
      let next = Self.texts(row, of: table, placements: [.heading]).joined(separator: ": ")
      if next != heading, !next.isEmpty { lines += wrapped(next, width: pageWidth).map(style.bold) }
      heading = next
      let texts = rowLines(index, columns).map { indent + $0 }
      lines += row.tone == .alarm ? texts.map(style.alarm) : texts
      for text in Self.texts(row, of: table, placements: [.below, .aside]) {
        lines += wrapped(text, width: pageWidth - 4).map { style.dim(indent + "    " + $0) }
      }
    }
    return lines
  }

  private func wrapped(_ text: String, width: Int) -> [String] {
    DisplayText.wrapped(text, width: width, maxLines: TerminalWriter.maxLines)
  }

  /// Titles at the foot of their columns, spanners above them, a rule below.
  private func headerLines(_ columns: [Table.Column]) -> [String] {
    let titles = zip(columns, widths).map { DisplayText.wrapped($0.header, width: $1) }
    let height = titles.map(\.count).max() ?? 0
    let rows = (0..<height).map { line in
      assemble(
        titles.map { $0.count + line >= height ? $0[$0.count + line - height] : "" },
        columns.map(\.alignment))
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.separator)
    return spannerLines(columns) + rows + [rule]
  }

  private func spannerLines(_ columns: [Table.Column]) -> [String] {
    let spans = Self.spans(of: columns)
    let titles = spans.map { span in
      span.title.map { DisplayText.wrapped($0, width: width(of: span)) } ?? []
    }
    let height = titles.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let texts = zip(spans, titles).map { span, lines in
        let text = lines.count + line >= height ? lines[lines.count + line - height] : ""
        return Self.centred(text, in: width(of: span))
      }
      return Self.trimmed(texts.joined(separator: Self.separator))
    }
  }

  private static func centred(_ text: String, in width: Int) -> String {
    let left = (width - DisplayText.width(text)) / 2
    return DisplayText.padded(String(repeating: " ", count: max(0, left)) + text, to: width, .left)
  }

  /// What a row's columns of some placements say; below it with their titles.
  private static func texts(
    _ row: Table.Row, of table: Table, placements: [Table.Placement]
  ) -> [String] {
    let wording = Wording(table.language)
    return zip(table.columns, row.cells)
      .filter { placements.contains($0.placement) && $1 != .missing }
      .map { column, cell in
        let text = DisplayText.oneLine(cell.text(in: column.kind, form: .compact, wording))
        guard column.placement != .heading else { return text }
        return wording(en: "\(column.title): \(text)", fr: "\(column.title) : \(text)")
      }
  }
}
