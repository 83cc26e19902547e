extension JSONParser {
  func failure(_ message: String, at offset: Int? = nil, begunAt beginning: Int? = nil) -> TextFailure {
    TextFailure(offset: offset ?? position, message: message, beginning: beginning)
  }

  /// What stands at the position, for a message.
  var found: String {
    guard let byte = peek else { return "the end of the file" }
    let word = source.bytes[position...].prefix(20).prefix(while: Self.isWordByte)
    if !word.isEmpty { return quoted(String(decoding: word, as: UTF8.self)) }
    let scalars = String(decoding: source.bytes[position...].prefix(4), as: UTF8.self).unicodeScalars
    guard let scalar = scalars.first, !scalar.isControl else {
      return "the control character 0x\(String(byte, radix: 16, uppercase: true))"
    }
    return "'\(scalar)'"
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  mutating func word() throws(TextFailure) -> JSONValue {
    let word = source.bytes[position...].prefix(9).prefix(while: Self.isWordByte)
    let value: JSONValue
    switch String(decoding: word, as: UTF8.self) {
    case "true": value = .flag(true)
    case "false": value = .flag(false)
    case "null": value = .null
    case "NaN", "Infinity", "nan", "inf":
      throw failure("\(found) is not a number a scenario may hold; numbers are finite")
    default:
      if isAtEnd { throw failure("expected a value, but the file ends") }
      throw failure("expected a value, found \(found)")
    }
    position += word.count
    return value
  }

  /// Steps over white space and comments.
  mutating func skipSpace() throws(TextFailure) {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
      case UInt8(ascii: "/"): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(TextFailure) {
    let start = position
    let bytes = source.bytes
    switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
    case UInt8(ascii: "/"):
      position = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    case UInt8(ascii: "*"):
      position += 2
      while position + 1 < bytes.count {
        if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
          position += 2
          return
        }
        position += 1
      }
      throw failure("the comment that begins here is never closed by '*/'", at: start)
    default: throw failure("expected a comment ('//' or '/*') after '/'")
    }
  }
}
