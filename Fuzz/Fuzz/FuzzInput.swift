import Simulation

/// The bytes of one try: the files of a scenario and the overrides to apply, with lines of `---` between them.
///
/// The first part is the scenario itself, the second the names of overrides with commas between them; the
/// others are the files of ``names``. Parts that are missing are files that do not exist.
struct FuzzInput {
  private static let newline = UInt8(ascii: "\n")
  private static let separator = Array("---".utf8)[...]
  private static let names = ["more.json", "first.csv", "second.csv"]

  let scenario: [UInt8]
  let files: [String: [UInt8]]
  let options: ReadingOptions

  init(_ bytes: [UInt8]) {
    let parts = Self.parts(of: bytes)
    scenario = parts[0]
    files = Dictionary(
      zip(Self.names, parts.dropFirst(2)), uniquingKeysWith: { first, _ in first })
    let overrides = parts.dropFirst().first?.split(separator: UInt8(ascii: ",")) ?? []
    options = ReadingOptions(
      overrides: overrides.map { String(decoding: $0, as: UTF8.self) }, keepsText: true)
  }

  private static func parts(of bytes: [UInt8]) -> [[UInt8]] {
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    return lines.split(separator: separator, omittingEmptySubsequences: false).map {
      Array($0.joined(separator: [newline]))
    }
  }
}
