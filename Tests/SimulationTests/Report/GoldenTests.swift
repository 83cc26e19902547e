import Foundation
import Simulation
import Testing

/// Layout that somebody has looked at and found good; the figures in it are tested elsewhere, and mean nothing.
///
/// After a change that is meant, look at what is drawn, then write it down by
/// `ACCEPT_GOLDEN=1 swift test --filter Golden`.
@Suite("Golden files of the layout")
struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  private static let accepts = ProcessInfo.processInfo.environment["ACCEPT_GOLDEN"] != nil

  private static func expect(_ text: String, toBe name: String) throws {
    let file = folder.appendingPathComponent(name)
    if accepts { try Data(text.utf8).write(to: file) }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let lines = zip(text.components(separatedBy: "\n"), golden.components(separatedBy: "\n"))
    if let (new, old) = lines.first(where: { $0 != $1 }) {
      Issue.record("\(name): \(new)\ninstead of: \(old)")
    }
    #expect(text.utf8.count == golden.utf8.count, "\(name)")
  }

  @Test("Figures are drawn as they were approved")
  func figures() throws {
    for figure in ExampleRun.result.figures() where figure.name != "arrivals-curve" {
      try Self.expect(figure.svg, toBe: "\(figure.name).svg")
    }
    for figure in [ManyRows.run(3), ManyRows.progress(3), ManyRows.comparison(3)].flatMap({ $0.figures() })
    where ["causes", "progress", "compare-gaps"].contains(figure.name) {
      try Self.expect(figure.svg, toBe: "\(figure.name).svg")
    }
  }

  @Test("A table is laid out in each format as it was approved, in both languages")
  func tables() throws {
    var french = ExampleRun.result
    french.language = .french
    for (language, result) in [("en", ExampleRun.result), ("fr", french)] {
      for format in TableFormat.allCases {
        try Self.expect(
          format.text(of: result.coverageTable), toBe: "gap-coverage.\(language).\(format.rawValue)")
      }
    }
  }

  @Test("The parts of the page stand where they were approved")
  func page() throws {
    let page = ReportPage(ExampleRun.result).html(try PageTemplates())
    // Looks and manners have files of their own; drawings are above.
    let bare = page.replacing(#/<style>.*?</style>/#.dotMatchesNewlines(), with: "<style/>")
      .replacing(#/<script>.*?</script>/#.dotMatchesNewlines(), with: "<script/>")
      .replacing(#/<svg.*?</svg>/#.dotMatchesNewlines(), with: "<svg/>")
      .replacing("simrun \(Version.current)", with: "simrun VERSION")
    try Self.expect(bare, toBe: "report.html")
  }
}
