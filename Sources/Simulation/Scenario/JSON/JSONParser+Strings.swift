extension JSONParser {
  /// Reads a string, the position being at its opening quote.
  mutating func string() throws(TextFailure) -> String {
    let opening = position
    position += 1
    let start = position
    try skipPlain(from: opening)
    if peek == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: source.bytes[start..<(position - 1)], as: UTF8.self)
    }
    var bytes = Array(source.bytes[start..<position])
    while peek == UInt8(ascii: "\\") {
      bytes.append(contentsOf: Array(String(try escape()).utf8))
      let plainStart = position
      try skipPlain(from: opening)
      bytes.append(contentsOf: source.bytes[plainStart..<position])
    }
    position += 1
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Steps over everything up to a quote or a backslash.
  private mutating func skipPlain(from opening: Int) throws(TextFailure) {
    while let byte = peek {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        throw failure("the text that begins here is not closed by '\"' on its line", at: opening)
      }
      if byte < 0x20 { throw failure("\(found) inside a text; write it as \\u00XX") }
      position += 1
    }
    throw failure("the text that begins here is never closed by '\"'", at: opening)
  }

  private mutating func escape() throws(TextFailure) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = peek else { throw failure("the file ends inside a text", at: start) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default:
      position -= 1
      let allowed = "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
      throw failure("unknown escape: '\\' followed by \(found); allowed: \(allowed)", at: start)
    }
  }

  /// The scalar of `\uXXXX`, or of two that make a surrogate pair.
  private mutating func unicodeEscape(from start: Int) throws(TextFailure) -> Unicode.Scalar {
    let first = try fourHexDigits(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, source.bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    else { throw loneSurrogate(at: start) }
    position += 2
    let second = try fourHexDigits(from: start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw loneSurrogate(at: start) }
    return scalar
  }

  private func loneSurrogate(at start: Int) -> TextFailure {
    failure("half a surrogate pair; write the character itself or both halves", at: start)
  }

  private mutating func fourHexDigits(from start: Int) throws(TextFailure) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure("expected four hexadecimal digits after '\\u'", at: start)
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}
