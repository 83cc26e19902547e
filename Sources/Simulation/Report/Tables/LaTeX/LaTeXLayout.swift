/// Which columns a LaTeX table has, and how wide they are.
///
/// Figures take what they need, at a little over half an em for each digit; columns of longer texts share what the line has
/// left, whatever its width.
struct LaTeXLayout {
  /// Positions of the columns that stand side by side.
  let shown: [Int]
  /// Texts of all columns, as they are to be read, before any escaping.
  let texts: [[String]]
  /// For each shown column, the widest text in characters.
  let widths: [Int]
  /// For each shown column, its share of the room left for texts; 0 where it takes what it needs.
  let shares: [Int]
  let isLong: Bool
  private let language: Language

  /// Texts up to this take what they need.
  private static let shortText = 12
  /// Rows beyond this do not fit on one page.
  private static let mostRows = 44

  init(_ table: Table) {
    let texts = table.texts(.narrowPaper)
    let shown = table.columns.indices.filter { table.columns[$0].placement == .column }
    let cells = shown.map { index in texts.map { DisplayText.width($0[index]) } }
    shares = zip(shown, cells).map { index, widths in
      let column = table.columns[index]
      guard column.kind == .text, column.alignment == .left, let widest = widths.max(),
        widest > Self.shortText
      else { return 0 }
      let mean = widths.reduce(0, +) / max(1, widths.count)
      return max(12, min(60, (mean + min(widest, 120)) / 2))
    }
    widths = zip(shown, cells).map { index, widths in
      let cells = widths.max() ?? 0
      let lines = Self.titleLines(table.columns[index].header, over: cells)
      return max(cells, lines.map(DisplayText.width).max() ?? 0)
    }
    self.shown = shown
    language = table.language
    self.texts = texts
    isLong = Self.lines(table, texts, shown, shares) > Self.mostRows
  }

  /// Lines on a page, roughly: texts wrap at about their share of a hundred characters.
  private static func lines(
    _ table: Table, _ texts: [[String]], _ shown: [Int], _ shares: [Int]
  ) -> Int {
    let total = max(1, shares.reduce(0, +))
    let below = table.columns.indices.filter { table.columns[$0].placement == .below }
    let headings = table.columns.indices.filter { table.columns[$0].placement == .heading }
    let groups = Set(texts.map { row in headings.map { row[$0] } }).count
    return texts.reduce(headings.isEmpty ? 0 : groups) { sum, row in
      let tallest = zip(shown, shares).map { index, share in
        share == 0 ? 1 : DisplayText.width(row[index]) / max(8, 70 * share / total) + 1
      }.max()
      let more = below.filter { row[$0] != NumberText.missing }.reduce(0) { $0 + row[$1].count / 100 + 1 }
      return sum + (tallest ?? 1) + more
    }
  }

  /// Characters that a line across all columns can hold without being broken.
  var longestLine: Int { shares.contains { $0 > 0 } ? 70 : widths.reduce(0, +) }

  /// Room of the columns that take what they need, in tenths of an em.
  private var fixedTenths: Int { zip(widths, shares).reduce(0) { $0 + ($1.1 == 0 ? $1.0 * 52 : 0) } / 10 }

  private var gaps: Int { 2 * max(0, shown.count - 1) }

  private static func ems(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

  /// How wide a line has to be for all of it, in ems.
  var neededEms: String {
    let texts = zip(widths, shares).reduce(0) { $0 + ($1.1 == 0 ? 0 : min($1.0 * 5, 14 * 10)) }
    return Self.ems(fixedTenths + texts + gaps * 4)
  }

  /// Such as `@{}p{…}rr@{}`.
  func specification(_ table: Table) -> String {
    let total = shares.reduce(0, +)
    let columns = zip(shown, shares).map { index, share -> String in
      guard share == 0 else {
        return "p{\\simrunwidth{\(Self.ems(fixedTenths))}{\(gaps)}{\(share)/\(total)}}"
      }
      return table.columns[index].alignment == .left ? "l" : "r"
    }
    return "@{}" + columns.joined() + "@{}"
  }

  /// A title in lines, about as wide as what stands under it.
  func title(_ text: String, over columns: Range<Int>, alignment: String) -> String {
    let width = widths[columns].reduce(0, +) + 2 * (columns.count - 1)
    let lines = Self.titleLines(text, over: width).map { LaTeXText.escaped($0, language) }
    guard lines.count > 1 else { return lines.first ?? "" }
    return "\\begin{tabular}[b]{@{}\(alignment)@{}}" + lines.joined(separator: "\\\\") + "\\end{tabular}"
  }

  /// Broken at blanks only.
  private static func titleLines(_ text: String, over width: Int) -> [String] {
    let longest = text.split(separator: " ").map { DisplayText.width(String($0)) }.max() ?? 0
    return DisplayText.wrapped(text, width: max(width, longest))
  }
}
