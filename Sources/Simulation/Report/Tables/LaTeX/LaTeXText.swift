internal import Foundation

/// Text in a LaTeX document.
///
/// What pdfLaTeX's usual fonts have is written as it is. Other letters, signs and emoji are wrapped in
/// `\simrunother{words}{characters}`, which prints the words (`[fire engine]`, `[U+05E9 U+05DC]`) unless a
/// document defines it otherwise.
package enum LaTeXText {
  /// One line on which nothing is a command; long words may be broken.
  ///
  /// French texts bring the blanks before their signs along; the signs are written so that `babel`, which
  /// would add its own, leaves them alone.
  package static func escaped(_ text: String, _ language: Language = .english) -> String {
    var line = DisplayText.oneLine(text)
    if line.unicodeScalars.contains(where: isCombining) { line = line.precomposedStringWithCanonicalMapping }
    // At the beginning of a row these two would belong to the end of the row before.
    let start = line.unicodeScalars.first.map { "[*".unicodeScalars.contains($0) } == true ? "{}" : ""
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      isPlain(word, language) ? String(word) : escaped(word: Array(word.unicodeScalars)[...], language)
    }
    return start + words.joined(separator: " ")
  }

  /// Whether a word is the same in LaTeX, as most are.
  private static func isPlain(_ word: Substring, _ language: Language) -> Bool {
    guard word.utf8.count <= longestWord else { return false }
    var last: UInt8 = 0
    return word.utf8.allSatisfy { byte in
      defer { last = byte }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
        UInt8(ascii: "/"):
        return true
      case UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "'"): return byte != last
      case UInt8(ascii: ":"), UInt8(ascii: ";"): return language != .french
      default: return false
      }
    }
  }

  /// Words longer than this may be broken at their signs, and where there are none, every few letters.
  private static let longestWord = 20
  private static let longestPiece = 10

  private static func escaped(word: ArraySlice<Unicode.Scalar>, _ language: Language) -> String {
    var result = ""
    var unbroken = 0
    var position = word.startIndex
    while position < word.endIndex {
      let scalar = word[position]
      guard let text = LaTeXSigns.text(scalar) else {
        let run = word[position...].prefix { LaTeXSigns.text($0) == nil }
        result += other(run)
        position = run.endIndex
        continue
      }
      if language == .french, ":;!?".unicodeScalars.contains(scalar) { result += "\\string" }
      result += text
      position += 1
      // Signs that stand twice would run together into another.
      if position < word.endIndex, word[position] == scalar, "-',".unicodeScalars.contains(scalar) {
        result += "{}"
      }
      unbroken += 1
      let isSign = scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
      if word.count > longestWord, position < word.endIndex,
        isSign && unbroken > 3 || unbroken >= longestPiece
      {
        result += "\\allowbreak{}"
        unbroken = 0
      }
    }
    return result
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
  }

  /// What the usual fonts do not have, in words and as it is.
  private static func other(_ run: ArraySlice<Unicode.Scalar>) -> String {
    let visible = run.filter { ![.format, .control].contains($0.properties.generalCategory) }
      .filter { !(0xFE00...0xFE0F).contains($0.value) }
    guard !visible.isEmpty else { return "" }
    let isSymbols = visible.allSatisfy { !$0.properties.isAlphabetic }
    let names = visible.compactMap { $0.properties.name?.lowercased() }
    let words =
      isSymbols && visible.count <= 4 && names.count == visible.count
      ? names.joined(separator: ", ")
      : visible.map { "U+" + hex($0.value) }.joined(separator: "\\allowbreak{} ")
    return "\\simrunother{[\(words)]}{\(String(String.UnicodeScalarView(run)))}"
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
