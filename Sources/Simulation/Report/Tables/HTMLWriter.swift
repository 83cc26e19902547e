/// Writes a table as HTML: caption, heads with scopes, figures on the right, notes.
///
/// Cells with figures carry `data-value`, all digits of what is shown, by which a page can sort, where the text is
/// another; missing ones carry none.
public struct HTMLWriter: Sendable {
  public init() {}

  /// The table in a `figure`, to be put into a page; its identifier is the table's name.
  public func fragment(_ table: Table) -> String {
    let name = HTMLText.escaped(table.name)
    var lines = ["<figure class=\"simrun-table\" id=\"\(name)\" lang=\"\(table.language.rawValue)\">"]
    lines.append("<table data-name=\"\(name)\">")
    lines.append("<caption>\(HTMLText.escaped(table.caption))</caption>")
    lines += head(table) + body(table)
    lines.append("</table>")
    let notes = table.notes.map { "<p>\(HTMLText.escaped($0))</p>" }
    let basis = table.basis.map { "<p class=\"basis\">\(HTMLText.escaped($0))</p>" }
    if !(notes + basis).isEmpty { lines += ["<figcaption>"] + notes + basis + ["</figcaption>"] }
    return (lines + ["</figure>"]).map { $0 + "\n" }.joined()
  }

  /// A whole page that holds the table alone.
  public func text(_ table: Table) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(table.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLText.escaped(table.caption))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    \(fragment(table))</body>
    </html>

    """
  }

  private func head(_ table: Table) -> [String] {
    let columns = shown(table)
    let spans = TableLayout.spans(of: columns.map { table.columns[$0] })
    let hasSpanners = spans.contains { $0.title != nil }
    var lines = ["<thead>"]
    if hasSpanners {
      let cells = spans.map { span -> String in
        guard let title = span.title else {
          return Self.head(table.columns[columns[span.columns.lowerBound]], "scope=\"col\" rowspan=\"2\"")
        }
        return
          "<th scope=\"colgroup\" colspan=\"\(span.columns.count)\">\(HTMLText.escaped(title))</th>"
      }
      lines.append("<tr>\(cells.joined())</tr>")
    }
    let below = columns.map { table.columns[$0] }.filter { !hasSpanners || $0.spanner != nil }
    lines.append("<tr>\(below.map { Self.head($0, "scope=\"col\"") }.joined())</tr>")
    return lines + ["</thead>"]
  }

  private static func head(_ column: Table.Column, _ scope: String) -> String {
    let number = column.alignment == .right ? " class=\"number\"" : ""
    return "<th \(scope) data-key=\"\(HTMLText.escaped(column.key))\"\(number)>"
      + "\(HTMLText.escaped(column.header))</th>"
  }

  private func body(_ table: Table) -> [String] {
    let columns = shown(table)
    // The row's own name: the first text that is not shared with its neighbours.
    let header = columns.first { table.columns[$0].kind == .text && table.columns[$0].placement == .column }
    let rows = zip(table.rows, table.texts(.paper)).map { row, texts in
      let cells = columns.map { index in
        Self.cell(row.cells[index], texts[index], table.columns[index], isHeader: index == header)
      }
      return "<tr\(row.tone == .alarm ? " class=\"alarm\"" : "")>\(cells.joined())</tr>"
    }
    return ["<tbody>"] + rows + ["</tbody>"]
  }

  private static func cell(
    _ cell: Cell, _ text: String, _ column: Table.Column, isHeader: Bool
  ) -> String {
    // What is all digits already is its own value.
    let value = cell.sortValue.flatMap { $0 == text ? nil : " data-value=\"\($0)\"" } ?? ""
    let number = column.alignment == .right ? " class=\"number\"" : ""
    let element = isHeader ? ("th scope=\"row\"", "th") : ("td", "td")
    // Names may be written from right to left; figures never are.
    let direction =
      if case .text(let own) = cell, DisplayText.isRightToLeft(own) { " dir=\"auto\"" } else { "" }
    return "<\(element.0)\(number)\(value)\(direction)>\(HTMLText.escaped(text))</\(element.1)>"
  }

  private func shown(_ table: Table) -> [Int] {
    table.columns.indices.filter { table.columns[$0].placement != .dataOnly }
  }

  /// Enough for a table that stands alone; pages bring their own.
  static let style = """
    body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; }
    table { border-collapse: collapse; border-top: 2px solid; border-bottom: 2px solid; }
    caption { text-align: left; font-weight: bold; padding-bottom: 0.5em; }
    thead { border-bottom: 1px solid; }
    th, td { padding: 0.2em 0.6em; text-align: left; vertical-align: top; }
    th { vertical-align: bottom; } tbody th { font-weight: normal; vertical-align: top; }
    th[colspan] { text-align: center; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    figcaption { font-size: 85%; max-width: 60em; } figcaption p { margin: 0.4em 0; }
    .basis { overflow-wrap: anywhere; }
    """
}

extension Cell {
  /// What to sort by, all digits; `nil` for texts, which sort as they are, and for what is missing.
  package var sortValue: String? {
    switch self {
    case .missing, .text: nil
    case .number(let value), .share(let value), .quantity(let value, _): NumberText.exact(value)
    case .chance(let chance): NumberText.exact(chance.probability)
    case .estimate(let estimate): NumberText.exact(estimate.mean)
    case .day(let day): String(day)
    case .date(let date): date.description
    }
  }
}
