/// The way from the top of a JSON text to one value, as `$.needs[3].quantity`; in a CSV file from its row, as
/// `row 4, column 2 'quantity'`.
package indirect enum JSONPath: Sendable, CustomStringConvertible {
  case root
  /// A row of a CSV file, counted as a spreadsheet does.
  case row(CSVTitles, Int)
  case key(JSONPath, String)
  case index(JSONPath, Int)

  package var description: String {
    switch self {
    case .root: "$"
    case .row(_, let number): "row \(number)"
    case .key, .index: rowDescription ?? stepDescription
    }
  }

  private var stepDescription: String {
    switch self {
    case .root, .row: ""
    case .key(let parent, let key): "\(parent)\(Self.isPlain(key) ? ".\(key)" : "[\(quoted(key))]")"
    case .index(let parent, let index): "\(parent)[\(index)]"
    }
  }

  /// In a row of a CSV file: the row, the column, and where in its value; `nil` elsewhere.
  private var rowDescription: String? {
    var keys: [String] = []
    var rest: [String] = []
    var path = self
    while true {
      switch path {
      case .root: return nil
      case .row(let titles, let number):
        return "row \(number), " + titles.column(of: keys.reversed()) + rest.reversed().joined()
      case .key(let parent, let key):
        keys.append(key)
        path = parent
      case .index(let parent, let index):
        // What is inside a value is not a column.
        rest += keys.map { ", \($0)" }
        keys = []
        rest.append(", item \(index + 1)")
        path = parent
      }
    }
  }

  /// The same place in the first row, that of the titles.
  var inTitleRow: JSONPath {
    switch self {
    case .root: self
    case .row(let titles, _): .row(titles, 1)
    case .key(let parent, let key): .key(parent.inTitleRow, key)
    case .index(let parent, let index): .index(parent.inTitleRow, index)
    }
  }

  /// The key at the top of the file that it leads through.
  var topKey: String? {
    switch self {
    case .root, .row: nil
    case .key(.root, let key): key
    case .key(let parent, _), .index(let parent, _): parent.topKey
    }
  }

  /// Whether it is a key for which its CSV file has no column; false outside of CSV files.
  var lacksColumn: Bool {
    var keys: [String] = []
    var path = self
    while case .key(let parent, let key) = path {
      keys.append(key)
      path = parent
    }
    guard case .row(let titles, _) = path else { return false }
    return !titles.has(keys.reversed())
  }

  /// Whether it is in a CSV file.
  var isInTable: Bool {
    switch self {
    case .root: false
    case .row: true
    case .key(let parent, _), .index(let parent, _): parent.isInTable
    }
  }

  private static func isPlain(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.count <= 60
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "$"):
          true
        default: false
        }
      }
  }
}
