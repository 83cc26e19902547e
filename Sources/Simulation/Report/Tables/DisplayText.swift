/// Text as a terminal shows it: without control characters, measured in columns.
package enum DisplayText {
  /// One line, safe to print: line breaks and tabs become blanks; control characters and marks that turn
  /// the direction of writing around are taken out, so that no name can repaint the page.
  package static func oneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ (32...126).contains($0) }) { return text }
    guard text.unicodeScalars.contains(where: { isBreak($0) || isDangerous($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isDangerous(scalar) {
      result.append(isBreak(scalar) ? " " : scalar)
    }
    return String(result)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Columns that the text takes on a terminal: 2 for wide signs, 0 for marks that join the sign before.
  package static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text.utf8.count }
    if text.unicodeScalars.allSatisfy(isNarrow) { return text.unicodeScalars.count }
    return text.reduce(0) { $0 + width($1) }
  }

  /// Letters and signs of Western texts, each of one column and none joined to another: most of what is shown.
  private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD: false
    case 0x20...0x7E, 0xA0...0x2FF, 0x2010...0x2027, 0x202F, 0x2030...0x205E, 0x2212: true
    default: false
    }
  }

  private static func width(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, width($1)) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.value < 0x1100 { return 1 }
    return scalar.properties.isEmojiPresentation || wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Scripts of East Asia that take two columns (Unicode, East Asian Width W and F).
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x20000...0x3FFFD,
  ]

  /// Padded to a width on the side that the alignment leaves free.
  ///
  /// Text written from right to left is wrapped in isolates, so that it cannot move the columns beside it.
  package static func padded(_ text: String, to width: Int, _ alignment: Table.Alignment) -> String {
    let blanks = String(repeating: " ", count: max(0, width - Self.width(text)))
    let shown = isRightToLeft(text) ? "\u{2068}\(text)\u{2069}" : text
    return alignment == .left ? shown + blanks : blanks + shown
  }

  /// Whether any of it is written from right to left.
  static func isRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      switch $0.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
      default: false
      }
    }
  }
}
