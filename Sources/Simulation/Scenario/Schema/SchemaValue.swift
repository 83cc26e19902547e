/// A JSON value whose keys keep their order, to write the schema with.
indirect enum SchemaValue: Sendable {
  case null
  case flag(Bool)
  /// As it is to be written: a seed of 64 bits is no `Double`.
  case number(String)
  case text(String)
  case list([SchemaValue])
  case object([SchemaMember])

  static func texts(_ texts: [String]) -> SchemaValue { .list(texts.map(SchemaValue.text)) }

  /// The shortest digits that lead back to the number; whole numbers without a point.
  static func number(_ value: Double) -> SchemaValue {
    .number(Int64(exactly: value).map(String.init) ?? "\(value)")
  }
}

/// A key and its value.
struct SchemaMember: Sendable {
  let key: String
  var value: SchemaValue

  init(_ key: String, _ value: SchemaValue) {
    self.key = key
    self.value = value
  }
}

extension SchemaValue {
  /// What fits on one line stands on one.
  private static let widest = 110

  /// The text of a file: indented by two blanks, with a line break at its end.
  var fileText: String {
    var text = ""
    write(to: &text, indent: "", room: Self.widest)
    return text + "\n"
  }

  private var oneLine: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(let digits): digits
    case .text(let text): Self.quoted(text)
    case .list(let values): "[\(values.map(\.oneLine).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(Self.quoted($0.key)): \($0.value.oneLine)" }.joined(separator: ", "))}"
    }
  }

  /// `room` is what the line still has after all that stands before and behind the value.
  private func write(to text: inout String, indent: String, room: Int) {
    let line = oneLine
    let inner = indent + "  "
    switch self {
    case .list(let values) where line.count > room:
      Self.write(values.map { ("", $0) }, between: "[", "]", to: &text, indent: inner)
    case .object(let members) where line.count > room:
      Self.write(
        members.map { ("\(Self.quoted($0.key)): ", $0.value) }, between: "{", "}", to: &text, indent: inner)
    default: text += line
    }
  }

  private static func write(
    _ parts: [(label: String, value: SchemaValue)], between open: String, _ close: String,
    to text: inout String, indent: String
  ) {
    text += open
    for (index, part) in parts.enumerated() {
      text += "\(index == 0 ? "" : ",")\n\(indent)\(part.label)"
      part.value.write(to: &text, indent: indent, room: widest - indent.count - part.label.count - 1)
    }
    text += "\n\(indent.dropLast(2))\(close)"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"\(String(escaped))\""
  }
}
