/// Splits a CSV text into rows and cells, as RFC 4180 has them.
///
/// Time grows linearly with the text. Decision 0007 says why it is our own.
struct CSVReader {
  /// A cell and where it begins; blanks around an unquoted one are left out.
  struct Cell {
    var text: String
    var offset: Int
  }

  private let bytes: [UInt8]
  private var position: Int
  /// Of the row read last, or of the one that could not be read, as a spreadsheet counts.
  private(set) var rowNumber = 0
  /// Of the cell at which the reader is, from 1.
  private(set) var columnNumber = 1

  init(_ source: SourceText) {
    bytes = source.bytes
    position = bytes.starts(with: utf8ByteOrderMark) ? utf8ByteOrderMark.count : 0
  }

  /// The next row, or `nil` after the last; a line without anything is a row of one empty cell.
  mutating func row() throws(TextFailure) -> [Cell]? {
    guard position < bytes.count else { return nil }
    rowNumber += 1
    var cells: [Cell] = []
    while true {
      columnNumber = cells.count + 1
      cells.append(try cell())
      guard position < bytes.count else { return cells }
      let separator = bytes[position]
      position += 1
      if separator == UInt8(ascii: ",") { continue }
      if separator == UInt8(ascii: "\r") { try lineFeed() }
      return cells
    }
  }

  /// A carriage return alone ends no line: the place of everything after it could not be told.
  private mutating func lineFeed() throws(TextFailure) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\n") else {
      throw TextFailure(
        offset: position - 1,
        message: "a line ends in a bare carriage return; save the file with line ends LF or CR LF")
    }
    position += 1
  }

  /// The next cell; afterwards the position is at a comma, a line's end or the end.
  private mutating func cell() throws(TextFailure) -> Cell {
    let start = position
    if start < bytes.count, bytes[start] == UInt8(ascii: "\"") { return try quotedCell() }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return Cell(text: Self.trimmed(text(start..<position)), offset: start)
      case UInt8(ascii: "\""):
        throw TextFailure(
          offset: position,
          message: "a '\"' in a cell that does not begin with one; put the whole cell in quotes and double "
            + "the quotes in it")
      default: position += 1
      }
    }
    return Cell(text: Self.trimmed(text(start..<position)), offset: start)
  }

  private mutating func quotedCell() throws(TextFailure) -> Cell {
    let opening = position
    var unescaped = ""
    position += 1
    while true {
      let start = position
      guard let quote = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else {
        throw TextFailure(offset: opening, message: "the cell that begins here is never closed by '\"'")
      }
      position = quote + 1
      unescaped += text(start..<quote)
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
      unescaped += "\""
      position += 1
    }
    if position < bytes.count, !Self.endsCell(bytes[position]) {
      throw TextFailure(
        offset: position,
        message: "expected ',' or the end of the line after the closing '\"'; double the quotes in a cell")
    }
    return Cell(text: Self.trimmed(unescaped), offset: opening)
  }

  private static func endsCell(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Without blanks at its ends, which nobody sees in a spreadsheet.
  static func trimmed(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\u{A0}" }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last) else {
      return text
    }
    let head = scalars.drop(while: isBlank)
    let end = head.lastIndex { !isBlank($0) }.map { head.index(after: $0) } ?? head.startIndex
    return String(head[..<end])
  }
}
