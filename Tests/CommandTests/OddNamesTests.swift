import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `Tests/Peers/odd_names.json`: markup, commands of TeX, formulas, right-to-left text, emoji, 300 characters, as
/// names of everything that has one.
@Suite("Names that try to break out of every format")
struct OddNamesTests {
  private static let scenario = Command.root.appendingPathComponent("Tests/Peers/odd_names.json").path

  private static func texts(language: String) throws -> [String: String] {
    try Folder.with { folder in
      let outcome = try Command.run(Self.scenario, "--out", folder.path, "--language", language)
      #expect(outcome.status == 0, "\(outcome.errors)")
      var texts = ["page.txt": outcome.output]
      for name in Folder.names(in: folder) where !name.hasSuffix(".pdf") && name != "figures" {
        texts[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      }
      return texts
    }
  }

  @Test("None of them becomes markup, a command, a formula or a sign to a terminal", arguments: ["en", "fr"])
  func contained(language: String) throws {
    let texts = try Self.texts(language: language)
    let names = Set(texts.keys.map { ($0 as NSString).pathExtension })
    #expect(names.isSuperset(of: ["md", "csv", "tex", "html", "svg", "txt", "json"]))
    for (name, text) in texts {
      switch (name as NSString).pathExtension {
      case "html", "md": #expect(!text.contains("<script>alert"), "\(name)")
      case "tex": #expect(!text.contains("\\input{/etc"), "\(name)")
      case "svg": #expect(XMLParser(data: Data(text.utf8)).parse() && !text.contains("<script"), "\(name)")
      case "csv": for field in Self.formulas(in: text) { Issue.record("\(name): \(field)") }
      default: break
      }
      #expect(!text.contains { "\u{1B}\u{202E}\u{0}".contains($0) }, "\(name)")
    }
    #expect(texts["gap-coverage.csv"]?.contains("'=SUM(A1:A9)") == true)
    #expect(texts["gap-coverage.md"]?.contains("وحدة هندسة وبناء") == true)
    #expect(
      texts["report.html"]?.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; sons") == true)
  }

  /// Fields that a spreadsheet would run: they begin with a sign and are no number.
  private static func formulas(in csv: String) -> [String] {
    fields(of: csv).filter { field in
      let bare = field.drop { $0.isWhitespace }
      return ["=", "+", "-", "@"].contains { bare.hasPrefix($0) } && Double(bare) == nil
    }
  }

  /// Commas and ends of lines part fields, but not within quotation marks.
  private static func fields(of csv: String) -> [String] {
    let parts = csv.split(separator: "\"", omittingEmptySubsequences: false)
    var fields = [""]
    for (number, part) in parts.enumerated() {
      if number % 2 == 1 {
        fields[fields.count - 1] += part
      } else {
        let split = part.split(omittingEmptySubsequences: false) { [",", "\r\n"].contains($0) }
        fields[fields.count - 1] += split[0]
        fields += split.dropFirst().map(String.init)
      }
    }
    return fields
  }
}
