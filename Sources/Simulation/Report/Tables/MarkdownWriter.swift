/// Writes a table as GitHub-flavoured Markdown: caption, table, notes.
public struct MarkdownWriter: Sendable {
  public init() {}

  public func text(_ table: Table) -> String {
    let shown = table.columns.indices.filter { table.columns[$0].placement != .dataOnly }
    var lines = ["**\(Self.escaped(table.caption))**", ""]
    lines.append(Self.line(shown.map { Self.escaped(table.columns[$0].fullTitle) }))
    lines.append(Self.line(shown.map { table.columns[$0].alignment == .left ? ":---" : "---:" }))
    for row in table.texts(.paper) { lines.append(Self.line(shown.map { Self.escaped(row[$0]) })) }
    let notes = table.notes + table.basis
    if !notes.isEmpty { lines.append("") }
    lines += notes.map { "- " + Self.escaped($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// One line on which nothing is markup and nothing ends the cell.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DisplayText.oneLine(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Table.Column {
  /// Spanner, title and unit in one line.
  package var fullTitle: String {
    spanner.map { "\($0) \(header)" } ?? header
  }
}
