/// Why a text cannot be read, and where.
struct TextFailure: Error {
  let offset: Int
  let message: String
  /// Where the thing began that is broken here.
  var beginning: Int?
}

/// Refuses what is not UTF-8, before anything is read from it.
func checkEncoding(of bytes: [UInt8]) throws(TextFailure) {
  if let foreign = ForeignFormat(bytes) { throw TextFailure(offset: 0, message: foreign.message) }
  guard let offset = firstInvalidUTF8(in: bytes) else { return }
  let byte = String(bytes[offset], radix: 16, uppercase: true)
  throw TextFailure(offset: offset, message: "the byte 0x\(byte) is not UTF-8; save the file as UTF-8")
}

/// What a file is instead of a text in UTF-8, as its first bytes tell.
enum ForeignFormat {
  case wideText(String)
  /// What spreadsheet programs keep as their own.
  case workbook

  init?(_ bytes: [UInt8]) {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .wideText("UTF-32")
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = .wideText("UTF-16")
    } else if head.count > 1, (head[0] == 0) != (head[1] == 0), head[0] | head[1] >= UInt8(ascii: "\t") {
      // Without a byte order mark: neither JSON nor CSV begins with a zero or has one as its second byte.
      self = .wideText("UTF-16")
    } else if head == [0x50, 0x4B, 3, 4] || head == [0xD0, 0xCF, 0x11, 0xE0] {
      self = .workbook
    } else {
      return nil
    }
  }

  var message: String {
    switch self {
    case .wideText(let name): "the file is in \(name); save it as UTF-8"
    case .workbook:
      "the file is a workbook or another packed file, not a text; save its sheet as CSV in UTF-8"
    }
  }
}

/// The offset of the first byte that is not UTF-8, or `nil` where all are.
///
/// Overlong forms, surrogates and scalars above U+10FFFF are refused (Unicode 15, table 3-7).
package func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    guard let (length, second) = utf8Sequence(after: lead), index + length <= bytes.count,
      second.contains(bytes[index + 1]),
      bytes[(index + 2)..<(index + length)].allSatisfy(isContinuation)
    else { return index }
    index += length
  }
  return nil
}

/// How many bytes a lead byte begins, and what the second may be; `nil` for a byte that begins none.
private func utf8Sequence(after lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
  switch lead {
  case 0xC2...0xDF: (2, 0x80...0xBF)
  case 0xE0: (3, 0xA0...0xBF)
  case 0xED: (3, 0x80...0x9F)
  case 0xE1...0xEF: (3, 0x80...0xBF)
  case 0xF0: (4, 0x90...0xBF)
  case 0xF1...0xF3: (4, 0x80...0xBF)
  case 0xF4: (4, 0x80...0x8F)
  default: nil
  }
}
