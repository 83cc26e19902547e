/// A JSON value whose keys keep their order, and the one way in which results are written.
package indirect enum ResultValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case unsigned(UInt64)
  /// Written with as few digits as lead back to it; what is not finite is written as null.
  case number(Double)
  case string(String)
  case array([ResultValue])
  case object([(key: String, value: ResultValue)])

  package static func == (left: ResultValue, right: ResultValue) -> Bool { left.text == right.text }

  package static func optional(_ value: Int?) -> ResultValue { value.map(ResultValue.integer) ?? .null }
  package static func optional(_ value: Double?) -> ResultValue { value.map(ResultValue.number) ?? .null }
  package static func optional(_ value: String?) -> ResultValue { value.map(ResultValue.string) ?? .null }
  package static func strings(_ values: [String]) -> ResultValue { .array(values.map(ResultValue.string)) }

  /// Indented by two blanks; a list or an object of plain values stands on one line.
  package var text: String {
    var result = ""
    write(to: &result, indent: "")
    return result + "\n"
  }

  private var isPlain: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  private func write(to result: inout String, indent: String) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .unsigned(let value): result += String(value)
    case .number(let value): result += NumberText.exact(value) ?? "null"
    case .string(let value): Self.write(value, to: &result)
    case .array(let values):
      Self.write(values.map { ("", $0) }, between: "[", "]", to: &result, indent: indent)
    case .object(let members):
      Self.write(members.map { ($0.key, $0.value) }, between: "{", "}", to: &result, indent: indent)
    }
  }

  private static func write(
    _ members: [(key: String, value: ResultValue)], between open: String, _ close: String,
    to result: inout String, indent: String
  ) {
    let isPlain = members.allSatisfy { $0.value.isPlain }
    let inner = isPlain ? "" : "\n" + indent + "  "
    result += open
    for (index, member) in members.enumerated() {
      result += index == 0 ? inner : isPlain ? ", " : "," + inner
      if open == "{" {
        write(member.key, to: &result)
        result += ": "
      }
      member.value.write(to: &result, indent: indent + "  ")
    }
    result += (isPlain ? "" : "\n" + indent) + close
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
