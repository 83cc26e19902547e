/// A value of a CSV file, not empty, whose type is not known yet.
package struct CSVValue: Sendable, Hashable {
  package var text: String
  /// Column from 0.
  package var column: Int
  /// Whether it is one item of a value that was read as a list.
  package var isItem = false
}

/// What a value of a CSV file may be read as; only what reads it knows.
enum CSVKind: UInt8, Sendable {
  case text, number, flag
  /// A number where it looks like one: a day or a date, a factor or a word.
  case numberOrText
  /// Items between `;`, or a JSON list.
  case list
  /// A JSON object.
  case object
  /// A JSON object where it begins like one, a number where it looks like one, else a text.
  case law
  /// A JSON object where it begins like one, else a text.
  case objectOrText
}

/// Why the JSON in a cell cannot be read.
struct CellFailure: Error {
  let message: String
}

extension CSVValue {
  /// The value as one kind; what does not fit comes back as a text, for the reader to refuse.
  func value(as kind: CSVKind, at place: SourcePlace) throws(CellFailure) -> JSONValue {
    switch kind {
    case .text: .text(text)
    case .number, .numberOrText: number ?? .text(text)
    case .flag: flag ?? .text(text)
    case .list: text.hasPrefix("[") ? try json(at: place) : .list(items(at: place))
    case .object, .objectOrText: text.hasPrefix("{") ? try json(at: place) : .text(text)
    case .law: text.hasPrefix("{") ? try json(at: place) : number ?? .text(text)
    }
  }

  /// A number in the spelling of JSON: a decimal point, no separators between thousands.
  private var number: JSONValue? {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (48...57).contains(first) else {
      return nil
    }
    let parsed = JSONParser.parse(SourceText(name: "", bytes: Array(text.utf8)))
    guard parsed.problems.isEmpty, case .number(let value, let raw) = parsed.root?.value else { return nil }
    return .number(value, raw: raw)
  }

  /// Spreadsheets write them in capitals.
  private var flag: JSONValue? {
    switch text {
    case "true", "TRUE": .flag(true)
    case "false", "FALSE": .flag(false)
    default: nil
    }
  }

  private func items(at place: SourcePlace) -> [JSONNode] {
    text.split(separator: ";", omittingEmptySubsequences: false).map { item in
      let value = CSVValue(text: CSVReader.trimmed(String(item)), column: column, isItem: true)
      return JSONNode(value: .cell(value), place: place)
    }
  }

  private func json(at place: SourcePlace) throws(CellFailure) -> JSONValue {
    let source = SourceText(name: "", bytes: Array(text.utf8))
    let parsed = JSONParser.parse(source)
    guard let root = parsed.root, parsed.problems.isEmpty else {
      let first = parsed.problems.min { $0.place < $1.place }
      var locator = LineLocator(source)
      let (line, column) = locator.locate(Int(first?.place.offset ?? 0))
      let spot = line == 1 ? "character \(column)" : "line \(line), character \(column)"
      throw CellFailure(message: "the JSON in this cell: \(spot): \(first?.message ?? "it is broken")")
    }
    return root.moved(to: place).value
  }
}

extension JSONNode {
  /// The same value as if all of it stood at one place.
  fileprivate func moved(to place: SourcePlace) -> JSONNode {
    switch value {
    case .list(let nodes):
      return JSONNode(value: .list(nodes.map { $0.moved(to: place) }), place: place)
    case .object(let members):
      let moved = members.map { JSONMember(key: $0.key, place: place, node: $0.node.moved(to: place)) }
      return JSONNode(value: .object(moved), place: place)
    default: return JSONNode(value: value, place: place)
    }
  }
}

/// As what the columns of each CSV file were read: the digest must read them the same way.
struct CSVKinds {
  private var whole: [UInt32: [CSVKind?]] = [:]
  private var items: [UInt32: [CSVKind?]] = [:]

  mutating func record(_ kind: CSVKind, of value: CSVValue, in source: UInt32) {
    if value.isItem {
      Self.record(kind, column: value.column, in: &items[source, default: []])
    } else {
      Self.record(kind, column: value.column, in: &whole[source, default: []])
    }
  }

  private static func record(_ kind: CSVKind, column: Int, in kinds: inout [CSVKind?]) {
    if column >= kinds.count { kinds += [CSVKind?](repeating: nil, count: column + 1 - kinds.count) }
    kinds[column] = kind
  }

  /// The value as it was read; one that nobody asked for as it looks.
  func value(of value: CSVValue, at place: SourcePlace) -> JSONValue {
    let kinds = (value.isItem ? items : whole)[place.source] ?? []
    let kind = (value.column < kinds.count ? kinds[value.column] : nil) ?? .numberOrText
    do throws(CellFailure) {
      return try value.value(as: kind, at: place)
    } catch {
      return .refused
    }
  }
}
