import Simulation
import Testing

@Suite("Text on a terminal")
struct DisplayTextTests {
  @Test(
    "Accents take no room, wide signs take two columns",
    arguments: [
      ("Mali", 4), ("Côte d’Ivoire", 13), ("Co\u{302}te", 4), ("中国", 4), ("👩‍🚒", 2), ("🇫🇷", 2), ("שלום", 4),
      ("", 0),
    ])
  func widths(text: String, width: Int) { #expect(DisplayText.width(text) == width) }

  @Test("A name cannot move the cursor, change colours or turn the direction of the line")
  func harmless() {
    #expect(DisplayText.oneLine("a\u{1B}[31mb\u{7}\u{202E}c\nd\te\u{9B}") == "a[31mbc d e")
  }

  @Test("Long text is wrapped at blanks and never wider than its column", arguments: [1, 2, 7, 20, 99])
  func wrapping(width: Int) {
    let name = String(repeating: "Bataillon de génie à l’épreuve ", count: 10)
    for line in DisplayText.wrapped(name, width: width) { #expect(DisplayText.width(line) <= width) }
    let lines = DisplayText.wrapped(name, width: width, maxLines: 3)
    #expect(lines.count <= 3)
    #expect(lines.allSatisfy { DisplayText.width($0) <= width })
    #expect(lines.last?.hasSuffix("…") == true)
  }

  @Test("Wrapping loses no word")
  func allWords() {
    let text = "one two three four five six seven"
    #expect(DisplayText.wrapped(text, width: 9).joined(separator: " ") == text)
  }

  @Test("A name of a million letters is cut without going through it all", .timeLimit(.minutes(1)))
  func enormous() {
    let lines = DisplayText.wrapped(String(repeating: "é", count: 1_000_000), width: 40, maxLines: 3)
    #expect(lines.count == 3)
  }

  @Test("Text from right to left stands in isolates, so that the columns beside it stay")
  func rightToLeft() {
    let padded = DisplayText.padded("שלום", to: 6, .left)
    #expect(padded == "\u{2068}שלום\u{2069}  ")
    #expect(DisplayText.width(padded) == 6)
  }
}
