extension JSONParser {
  /// No figure needs more; a longer one is a mistake.
  private static let longestNumber = 100

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads a number; one beyond the range of a `Double` is reported and refused.
  mutating func number() throws(TextFailure) -> JSONValue {
    let start = position
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let leading = position
    var digits = Digits()
    try skipDigits("a digit", into: &digits)
    if source.bytes[leading] == UInt8(ascii: "0"), position > leading + 1 {
      throw failure("a number may not begin with a needless 0", at: start)
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      digits.isFraction = true
      try skipDigits("a digit after the decimal point", into: &digits)
    }
    var hasExponent = false
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      hasExponent = true
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      var exponent = Digits()
      try skipDigits("a digit in the exponent", into: &exponent)
    }
    guard position - start <= Self.longestNumber else {
      report(at: start, "a number of more than \(Self.longestNumber) characters; shorten it")
      return .refused
    }
    let raw = String(decoding: source.bytes[start..<position], as: UTF8.self)
    // A short decimal is the quotient of two exact numbers, so that one rounding gives the nearest.
    if !hasExponent, digits.count <= 15 {
      let size = Double(digits.value) / Self.powersOfTen[digits.fractionDigits]
      return .number(isNegative ? -size : size, raw: raw)
    }
    guard let value = Double(raw), value.isFinite, value != 0 || digits.value == 0 else {
      report(at: start, "\(raw) is beyond the range of numbers; allowed: from 5e-324 to 1.8e308")
      return .refused
    }
    return .number(value, raw: raw)
  }

  private struct Digits {
    var value: UInt64 = 0
    var count = 0
    var fractionDigits = 0
    var isFraction = false
  }

  private mutating func skipDigits(_ what: String, into digits: inout Digits) throws(TextFailure) {
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      digits.count += 1
      // Of longer numbers only whether they are 0 is asked.
      let digit = UInt64(byte & 0xF)
      digits.value = digits.count <= 18 ? digits.value * 10 + digit : digits.value | digit
      if digits.isFraction { digits.fractionDigits += 1 }
      position += 1
    }
    if position == start { throw failure("expected \(what), found \(found)") }
  }
}
