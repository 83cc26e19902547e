/// A place in one of the texts a scenario is read from.
package struct SourcePlace: Sendable, Hashable, Comparable {
  /// Number of the text, in the order in which texts were opened.
  package var source: UInt32
  /// Byte in that text, from 0.
  package var offset: UInt32

  package init(source: Int = 0, offset: Int) {
    self.source = UInt32(clamping: source)
    self.offset = UInt32(clamping: offset)
  }

  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.source, left.offset) < (right.source, right.offset)
  }
}

/// The bytes of a file and the name that messages call it by.
package struct SourceText: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Turns byte offsets into lines and columns.
///
/// Lines end in LF or CR LF. Both counts begin at 1; a column is a Unicode scalar. Offsets asked in rising
/// order cost linear time in all, even where the whole text is one line.
package struct LineLocator {
  private let text: SourceText
  private var line = 1
  private var lineStart = 0
  private var column = 1
  private var offset = 0

  package init(_ text: SourceText) {
    self.text = text
    if text.bytes.starts(with: utf8ByteOrderMark) {
      lineStart = utf8ByteOrderMark.count
      offset = lineStart
    }
  }

  package mutating func locate(_ target: Int) -> (line: Int, column: Int) {
    if target < offset { self = LineLocator(text) }
    let end = min(target, text.bytes.count)
    while offset < end {
      let byte = text.bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
        lineStart = offset
      } else if !isContinuation(byte) {
        column += 1
      }
    }
    // Inside a scalar, the column is the scalar's own.
    let isInside = offset < text.bytes.count && isContinuation(text.bytes[offset])
    return (line, isInside ? max(1, column - 1) : column)
  }

  /// The line around the last offset located, and below it a caret under that place; empty where the file is
  /// no text that could be shown.
  package func excerpt() -> String {
    guard ForeignFormat(text.bytes) == nil else { return "" }
    return SourceExcerpt(text, lineStart: lineStart, offset: offset).text
  }
}

package let utf8ByteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

package func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
