/// The rows of a CSV file as entries of a list.
package struct CSVTable: Sendable {
  /// Rows that have a value; at most as many as a list may have.
  package var rows: [CSVRow]
  /// Further rows, which were counted only.
  package var omitted = 0
  package var titles: CSVTitles
}

/// An entry that stands in a row of a CSV file.
package struct CSVRow: Sendable {
  /// As a spreadsheet counts: the titles are row 1.
  package var number: Int
  /// An object whose values are cells.
  package var node: JSONNode
}

/// The titles of a CSV file's columns, which are keys: `cost.deployment` is a key in an object `cost`.
package final class CSVTitles: Sendable {
  /// Number of each column from 1, by title.
  private let numbers: [String: Int]

  init(_ titles: [String]) {
    numbers = Dictionary(zip(titles, 1...), uniquingKeysWith: { first, _ in first })
  }

  /// Whether a column has this key, or keys in its object.
  func has(_ keys: [String]) -> Bool {
    let title = keys.joined(separator: ".")
    return numbers.keys.contains { $0 == title || $0.hasPrefix(title + ".") }
  }

  /// In words, the column that holds the value of a key, and where in that value the key is.
  func column(of keys: [String]) -> String {
    for count in stride(from: keys.count, to: 0, by: -1) {
      let title = keys[..<count].joined(separator: ".")
      guard let number = numbers[title] else { continue }
      return "column \(number) \(quoted(title))" + keys[count...].map { ", \($0)" }.joined()
    }
    return "column \(quoted(keys.joined(separator: ".")))"
  }
}
