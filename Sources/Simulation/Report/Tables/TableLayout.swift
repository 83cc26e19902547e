/// How wide each column of a table is on a page of a given width.
struct TableLayout {
  static let separator = "  "
  private static let minimumTextWidth = 8
  /// Columns of a page that has room for everything.
  static let roomyWidth = 96

  private(set) var pageWidth: Int
  /// Rows stand a little to the right of the headings over them.
  let indent: String
  /// Positions of the columns shown side by side, and how wide each is.
  private(set) var shown: [Int]
  private(set) var widths: [Int]
  private var cells: [[String]]

  init(_ table: Table, width: Int) {
    indent = table.columns.contains { $0.placement == .heading } ? "  " : ""
    pageWidth = width - indent.count
    shown = table.columns.indices.filter { index in
      let placement = table.columns[index].placement
      return placement == .column || placement == .roomyColumn && width >= Self.roomyWidth
    }
    let columns = shown.map { table.columns[$0] }
    let positions = shown
    cells = table.texts(.compact).map { row in positions.map { DisplayText.oneLine(row[$0]) } }
    for (index, column) in columns.enumerated() where column.kind.hasUncertainty {
      let aligned = Self.withAlignedErrors(cells.map { $0[index] })
      for row in cells.indices { cells[row][index] = aligned[row] }
    }
    widths = columns.map { column in
      DisplayText.oneLine(column.header).split(separator: " ").map { DisplayText.width(String($0)) }.max()
        ?? 0
    }
    for row in cells {
      for (index, text) in row.enumerated() { widths[index] = max(widths[index], DisplayText.width(text)) }
    }
    makeRoomForSpanners(columns)
    shrink(columns)
    flattenHeader(columns)
  }

  /// Figures above one another, what stands after ±, + or − beside them.
  private static func withAlignedErrors(_ texts: [String]) -> [String] {
    let tails = texts.map { text in
      text.lastIndex { "±+−".contains($0) }.map { DisplayText.width(String(text[$0...])) + 1 } ?? 0
    }
    let widest = tails.max() ?? 0
    return zip(texts, tails).map { $0 + String(repeating: " ", count: widest - $1) }
  }

  private var total: Int { widths.reduce(0, +) + Self.separator.count * max(0, widths.count - 1) }

  private mutating func makeRoomForSpanners(_ columns: [Table.Column]) {
    for span in Self.spans(of: columns) {
      guard let title = span.title else { continue }
      let words = DisplayText.oneLine(title).split(separator: " ").map { DisplayText.width(String($0)) }
      let missing = (words.max() ?? 0) - width(of: span)
      if missing > 0 { widths[span.columns.lowerBound] += missing }
    }
  }

  private mutating func shrink(_ columns: [Table.Column]) {
    while total > pageWidth {
      let candidates = columns.indices.filter {
        columns[$0].kind == .text && widths[$0] > Self.minimumTextWidth
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  /// Gives room that the page has left to columns whose titles run over more than two lines.
  private mutating func flattenHeader(_ columns: [Table.Column]) {
    while total < pageWidth {
      let heights = zip(columns, widths).map { DisplayText.wrapped($0.header, width: $1).count }
      guard let tallest = heights.max(), tallest > 2, let column = heights.firstIndex(of: tallest) else {
        return
      }
      widths[column] += 1
    }
  }

  /// Neighbouring columns under one spanner, or a single column without one.
  struct Span {
    var title: String?
    var columns: Range<Int>
  }

  static func spans(of columns: [Table.Column]) -> [Span] {
    columns.indices.reduce(into: []) { spans, index in
      let title = columns[index].spanner
      if title != nil, let last = spans.last, last.title == title {
        spans[spans.count - 1].columns = last.columns.lowerBound..<index + 1
      } else {
        spans.append(Span(title: title, columns: index..<index + 1))
      }
    }
  }

  func width(of span: Span) -> Int {
    widths[span.columns].reduce(0, +) + Self.separator.count * (span.columns.count - 1)
  }

  /// The lines of one row; a long text runs over several.
  func rowLines(_ row: Int, _ columns: [Table.Column]) -> [String] {
    let wrapped = zip(cells[row], zip(columns, widths)).map { text, place in
      place.0.kind == .text
        ? DisplayText.wrapped(text, width: place.1, maxLines: TerminalWriter.maxLines) : [text]
    }
    return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
      assemble(wrapped.map { line < $0.count ? $0[line] : "" }, columns.map(\.alignment))
    }
  }

  func assemble(_ texts: [String], _ alignments: [Table.Alignment]) -> String {
    let padded = zip(texts, zip(widths, alignments)).map { DisplayText.padded($0, to: $1.0, $1.1) }
    return Self.trimmed(padded.joined(separator: Self.separator))
  }

  static func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}

extension Table.Column {
  /// Title and unit without the spanner.
  var header: String { unit.map { "\(title), \($0)" } ?? title }
}
