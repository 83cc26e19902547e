/// A French text with its blanks set as French typography asks: one that does not break before `:` and `%`,
/// a narrow one before `;`, `!` and `?`, and inside « ».
///
/// Only the text itself is set; what is put into it, such as a name of the scenario, stays as it is.
public struct FrenchText: Sendable, ExpressibleByStringInterpolation {
  public let text: String

  public init(stringLiteral value: String) { text = Self.set(value) }

  public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  public struct Interpolation: StringInterpolationProtocol, Sendable {
    var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    public mutating func appendLiteral(_ literal: String) { text += FrenchText.set(literal) }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += value.description
    }
  }

  public static func + (left: FrenchText, right: FrenchText) -> FrenchText {
    FrenchText(joined: left.text + right.text)
  }

  private init(joined text: String) { self.text = text }

  static let noBreak: Unicode.Scalar = "\u{A0}"
  static let narrowNoBreak: Unicode.Scalar = "\u{202F}"

  private static func set(_ literal: String) -> String {
    guard literal.utf8.contains(where: isMark) else { return literal }
    var result = String.UnicodeScalarView()
    for scalar in literal.unicodeScalars {
      if let blank = blank(before: scalar), result.last == " " {
        result.removeLast()
        result.append(blank)
      }
      result.append(scalar == " " && result.last == "«" ? noBreak : scalar)
    }
    return String(result)
  }

  /// Whether a byte may belong to a mark beside which blanks are set: most texts have none.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "%"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    // The first byte of « and ».
    case 0xC2: true
    default: false
    }
  }

  private static func blank(before scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case ":", "%", "»": noBreak
    case ";", "!", "?": narrowNoBreak
    default: nil
    }
  }
}
