/// A value of a JSON text and the place where it begins.
package struct JSONNode: Sendable {
  package var value: JSONValue
  package var place: SourcePlace
}

/// What a JSON text can say, and what else may stand where it could.
package enum JSONValue: Sendable {
  case null
  case flag(Bool)
  /// The raw text is kept: a whole number above 2^53 does not survive as a `Double`.
  case number(Double, raw: String)
  case text(String)
  case list([JSONNode])
  /// Members in file order; keys are unique.
  case object([JSONMember])
  /// A list whose entries are the rows of a CSV file.
  case table(CSVTable)
  /// A value in a CSV file, or one item of it: what type it has is known when it is asked for.
  case cell(CSVValue)
  /// One list whose parts stand in several files.
  case joined([JSONNode])
  /// Already reported, such as 1e400; whoever meets it says nothing more.
  case refused
}

/// A key of an object, where it stands, and its value.
package struct JSONMember: Sendable {
  package var key: String
  package var place: SourcePlace
  package var node: JSONNode
}

extension JSONNode {
  /// The member of that name, where this is an object that has it.
  package subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }

  /// The same object without one of its members.
  func without(_ key: String) -> JSONNode {
    guard case .object(let members) = value else { return self }
    return JSONNode(value: .object(members.filter { $0.key != key }), place: place)
  }

  /// The text, where it is one or a value of a CSV file.
  package var asText: String? {
    switch value {
    case .text(let text): text
    case .cell(let cell): cell.text
    default: nil
    }
  }

  /// The entries of a list and the path of each, wherever they stand; `nil` for anything but a list.
  ///
  /// - Parameter path: That of the list.
  /// - Returns: Entries in the order of their files.
  package func entries(at path: JSONPath) -> [(node: JSONNode, path: JSONPath)]? {
    switch value {
    case .list(let nodes): nodes.enumerated().map { ($1, .index(path, $0)) }
    case .table(let table): table.rows.map { ($0.node, .row(table.titles, $0.number)) }
    case .joined(let parts): parts.flatMap { $0.entries(at: path) ?? [] }
    default: nil
    }
  }

  /// How many entries a list has; `nil` for anything but a list.
  package var entryCount: Int? {
    switch value {
    case .list(let nodes): nodes.count
    case .table(let table): table.rows.count + table.omitted
    case .joined(let parts): parts.reduce(0) { $0 + ($1.entryCount ?? 0) }
    default: nil
    }
  }

  /// What it is, for a message: `the number -2`, `a list`.
  package var kindAndValue: String {
    switch value {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(_, let raw): "the number \(raw)"
    case .text(let text): "the text \(quoted(text))"
    case .list, .table, .joined: "a list"
    case .cell(let cell): quoted(cell.text)
    case .object: "an object"
    case .refused: "a value that cannot be read"
    }
  }
}

/// A text between single quotes, short and on one line, fit for a terminal.
package func quoted(_ text: String) -> String {
  let limit = 60
  let head = text.unicodeScalars.prefix(limit + 1)
  var shown = ""
  for scalar in head.prefix(limit) {
    shown.unicodeScalars.append(scalar.isControl ? "\u{FFFD}" : scalar)
  }
  return "'\(shown)\(head.count > limit ? "…" : "")'"
}

extension Unicode.Scalar {
  /// Whether it could move the cursor or colour of a terminal.
  package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
