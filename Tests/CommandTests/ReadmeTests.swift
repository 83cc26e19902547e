import Foundation
import Testing

/// What the README shows of the shipped scenario is what the command prints.
@Suite("The README")
struct ReadmeTests {
  private static let shipped = Command.scenario("vancouver-2017.json")

  private static func readme() throws -> String {
    try String(contentsOf: Command.root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The lines that are set in below a line of text, with the empty ones between them.
  private static func block(below line: String, in text: String) -> [String] {
    let below = text.components(separatedBy: "\n").drop { $0 != line }.dropFirst().drop(while: \.isEmpty)
    return below.prefix { $0.isEmpty || $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
  }

  @Test("It shows the top of the page as it is printed")
  func page() throws {
    let shown = Self.block(below: "The top of the page for the shipped scenario:", in: try Self.readme())
    #expect(shown.count > 30, "the page was not found")
    let outcome = try Command.run(Self.shipped)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let printed = outcome.output.components(separatedBy: "\n")
    for (line, own) in zip(shown, printed) { #expect(line == own) }
    #expect(printed.count >= shown.count)
  }

  @Test("It quotes what `ask` says in its words")
  func asks() throws {
    let text = try Self.readme().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let outcome = try Command.run("ask", Self.shipped)
    let printed = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let quotes: [(String, Character)] = [("sentences, such as \"", ";"), ("Where it says \"", "\"")]
    for (opening, closing) in quotes {
      let start = try #require(text.range(of: opening), "\(opening) is not there")
      let quoted = text[start.upperBound...].prefix { $0 != closing }
      #expect(printed.contains(quoted), "\(quoted)")
    }
  }
}
