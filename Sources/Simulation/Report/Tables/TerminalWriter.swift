/// Writes a table as aligned text for a terminal or a plain file.
///
/// Columns are as wide as their cells need; where that is more than the page, the widest text column is
/// wrapped. Heading columns become lines above their rows, below columns lines under their row.
public struct TerminalWriter: Sendable {
  /// Columns of the page; only numbers that need more go beyond it.
  public var width: Int
  public var style: TextStyle
  /// Lines that one text may take before it is cut.
  static let maxLines = 3

  public init(width: Int = 100, style: TextStyle = .plain) {
    self.width = width
    self.style = style
  }

  /// Caption, header, rows and notes; lines end with a line feed and carry no blanks at their ends.
  public func text(_ table: Table) -> String {
    var lines = heading(table.caption)
    if !table.rows.isEmpty { lines += TableLayout(table, width: width).lines(of: table, style: style) }
    for note in table.notes + table.basis {
      lines += DisplayText.wrapped(note, width: width).map(style.dim)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The name of a section, underlined so that it strikes the eye without colours too.
  func heading(_ text: String) -> [String] {
    let lines = DisplayText.wrapped(text, width: width)
    let longest = lines.map(DisplayText.width).max() ?? 0
    return (lines + [String(repeating: "═", count: longest)]).map(style.bold)
  }
}
