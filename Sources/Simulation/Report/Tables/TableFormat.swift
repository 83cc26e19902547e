/// A format that a table can be written in.
public enum TableFormat: String, Sendable, CaseIterable {
  case markdown = "md"
  case csv
  case latex = "tex"
  case html
  case text = "txt"

  /// The table as a file's text; its name ends with the format's raw value.
  public func text(of table: Table) -> String {
    switch self {
    case .markdown: MarkdownWriter().text(table)
    case .csv: CSVWriter().text(table)
    case .latex: LaTeXWriter().text(table)
    case .html: HTMLWriter().text(table)
    case .text: TerminalWriter().text(table)
    }
  }
}
