/// A source line cut to a width that a terminal shows, with a caret below one place of it.
struct SourceExcerpt {
  private static let charactersBefore = 60
  private static let charactersAfter = 40

  let text: String

  init(_ source: SourceText, lineStart: Int, offset: Int) {
    let (before, isCutBefore) = Self.before(source.bytes, lineStart: lineStart, offset: offset)
    let (after, isCutAfter) = Self.after(source.bytes, offset: offset)
    let line = (isCutBefore ? "…" : "") + before + after + (isCutAfter ? "…" : "")
    let indent = before.count + (isCutBefore ? 1 : 0)
    text = "    \(line)\n    \(String(repeating: " ", count: indent))^"
  }

  private static func before(_ bytes: [UInt8], lineStart: Int, offset: Int) -> (String, isCut: Bool) {
    // A character takes at most a few scalars of at most four bytes in any text meant to be read.
    let start = max(lineStart, offset - 8 * charactersBefore)
    let shown = printable(bytes[start..<max(start, offset)])
    let isCut = start > lineStart || shown.count > charactersBefore
    return (String(shown.suffix(charactersBefore)), isCut)
  }

  private static func after(_ bytes: [UInt8], offset: Int) -> (String, isCut: Bool) {
    let limit = min(bytes.count, offset + 8 * charactersAfter)
    let end = bytes[offset..<limit].firstIndex(of: UInt8(ascii: "\n")) ?? limit
    let shown = printable(bytes[offset..<end])
    let isCut = shown.count > charactersAfter || (end == limit && limit < bytes.count)
    return (String(shown.prefix(charactersAfter)), isCut)
  }

  /// The bytes as text; what could steer a terminal becomes a space or a replacement sign.
  private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
    let whole = bytes.drop(while: isContinuation)
    var shown = String.UnicodeScalarView()
    for scalar in String(decoding: whole, as: UTF8.self).unicodeScalars where scalar != "\r" {
      shown.append(scalar == "\t" ? " " : scalar.isControl ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
