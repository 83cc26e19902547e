/// Writes a table as comma-separated values (RFC 4180): one header line, all digits, shares as 0 … 1.
///
/// A value with an interval or a standard error takes several columns (`key.probability`, `key.low`,
/// `key.high`; `key.mean`, `key.standardError`; `key.value`, `key.measure`). Texts that a spreadsheet would
/// run as a formula begin with an apostrophe. Missing values are empty.
public struct CSVWriter: Sendable {
  public init() {}

  public func text(_ table: Table) -> String {
    let header = table.columns.flatMap { column in
      Self.fields(of: column.kind).map { $0.isEmpty ? column.key : "\(column.key).\($0)" }
    }
    let lines = table.rows.map { row in
      zip(table.columns, row.cells).flatMap { Self.values(of: $1, in: $0.kind) }
    }
    return ([header] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func fields(of kind: Table.Kind) -> [String] {
    switch kind {
    case .chance: ["probability", "low", "high"]
    case .estimate, .shareEstimate: ["mean", "standardError"]
    case .quantity: ["value", "measure"]
    default: [""]
    }
  }

  private static func values(of cell: Cell, in kind: Table.Kind) -> [String] {
    let values = texts(of: cell)
    // A text among chances, or a missing value, leaves the other columns of its cell empty.
    return values + Array(repeating: "", count: max(0, fields(of: kind).count - values.count))
  }

  private static func texts(of cell: Cell) -> [String] {
    func exact(_ value: Double) -> String { NumberText.exact(value) ?? "" }
    return switch cell {
    case .missing: [""]
    case .text(let text): [quoted(defused(text))]
    case .number(let value), .share(let value): [exact(value)]
    case .quantity(let value, let measure): [exact(value), measure?.rawValue ?? ""]
    case .chance(let chance): [exact(chance.probability), exact(chance.low), exact(chance.high)]
    case .estimate(let estimate): [exact(estimate.mean), exact(estimate.standardError)]
    case .day(let day): [String(day)]
    case .date(let date): [date.description]
    }
  }

  /// Spreadsheets skip leading blanks before they look for a formula, so the first visible sign decides.
  private static func defused(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0.value > 32 && $0.value != 0xA0 }),
      "=+-@＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
      || text.hasPrefix(" ") || text.hasSuffix(" ")
    return needsQuotes
      ? "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\"" : text
  }
}
