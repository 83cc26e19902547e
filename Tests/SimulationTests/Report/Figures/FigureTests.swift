import Foundation
import Simulation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Figures")
struct FigureTests {
  /// Every figure of a run and of inquiries, of so many rows each.
  private static func all(_ count: Int, width: Double = FigureStyle.columnWidth) -> [Figure] {
    [ManyRows.run(count), ManyRows.progress(count), ManyRows.comparison(count)].flatMap {
      $0.figures(width: width)
    }
  }

  @Test("No two labels of a figure meet, at one row or at a hundred", arguments: [1, 3, 30, 100])
  func labelsDoNotMeet(count: Int) {
    for width in [FigureStyle.columnWidth, 480] {
      for figure in Self.all(count, width: width) { expectApart(figure.canvas, figure.name) }
    }
  }

  @Test("Labels stay inside the figure", arguments: [1, 3, 30, 100])
  func labelsStayInside(count: Int) {
    for figure in Self.all(count) {
      let canvas = figure.canvas
      for label in canvas.labels {
        #expect(
          label.left >= -4 && label.right <= canvas.width + 4 && label.top >= -4
            && label.bottom <= canvas.height + 4, "\(figure.name): \(label)")
      }
    }
  }

  @Test("Rows of ranges keep their labels apart", arguments: [1, 3, 30])
  func rangesKeepApart(count: Int) {
    var canvas = Canvas(width: FigureStyle.columnWidth)
    _ = RangeChart(ManyRows.ranges(count)).draw(on: &canvas, from: 2, axis: "Days", .english)
    expectApart(canvas, "ranges")
    #expect(canvas.labels.allSatisfy { $0.right <= canvas.width + 4 })
  }

  private func expectApart(_ canvas: Canvas, _ name: String) {
    // Two boxes may touch; a hundredth of a point is the rounding of coordinates.
    let slack = 0.01
    let sorted = canvas.labels.sorted { $0.top < $1.top }
    for (index, label) in sorted.enumerated() {
      for other in sorted[(index + 1)...].prefix(while: { $0.top < label.bottom - slack }) {
        let meet = label.left < other.right - slack && other.left < label.right - slack
        #expect(!meet, "\(name): \(label) and \(other)")
      }
    }
  }

  @Test("A run has a heat map, coverage, arrivals and deployments; a plan alone has what needs no chance")
  func whichFigures() {
    #expect(
      ManyRows.run(3).figures().map(\.name) == [
        "coverage-heatmap", "coverage-over-time", "arrivals-curve", "deployments", "causes",
      ])
    #expect(ExampleRun.planOnly.figures().map(\.name) == ["coverage-heatmap", "deployments"])
  }

  @Test("Every figure is well-formed whatever names hold, and none of them becomes markup")
  func namesStayText() {
    for figure in Self.all(30) {
      let reader = ElementReader()
      #expect(reader.reads(figure.svg), "\(figure.name)")
      #expect(
        Set(reader.elements).isSubset(of: ["svg", "title", "desc", "style", "rect", "path", "text", "circle"])
      )
      #expect(reader.texts["title"]?.first == figure.title)
      #expect(reader.texts["desc"]?.first == figure.description)
      #expect(figure.svg.contains("role=\"img\" aria-labelledby=\"\(figure.name)-title"))
    }
  }

  @Test("What is cut in a label is there whole when a reader points at it")
  func wholeNames() {
    let figure = ManyRows.run(30).figures()[0]
    #expect(figure.svg.contains("…<title>Long Long Long"))
  }

  @Test("The colours of coverage only become lighter, so that grey paper tells them apart")
  func lightnessRises() {
    let lightness = (0...20).map { step -> Double in
      let digits = Array(FigureStyle.colour(Double(step) / 20).dropFirst())
      let parts = [0, 2, 4].map { Double(Int(String(digits[$0...$0 + 1]), radix: 16) ?? 0) / 255 }
      let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    for (darker, lighter) in zip(lightness, lightness.dropFirst()) { #expect(lighter > darker) }
    // Text in a cell has a contrast of at least 4.5 to 1, as WCAG 2.1 asks of small text.
    for (step, value) in lightness.enumerated() {
      let text = FigureStyle.heatText(Double(step) / 20) == "onDark" ? 1.0 : 0
      let contrast = (max(text, value) + 0.05) / (min(text, value) + 0.05)
      #expect(contrast >= 4.5, "step \(step)")
    }
  }

  @Test("The data beside a figure holds what is drawn")
  func dataBeside() throws {
    let figure = try #require(ExampleRun.result.figures().first)
    let lines = CSVWriter().text(figure.data).split(separator: "\r\n")
    #expect(lines[0] == "mission,need,needName,day30,day60,day90,plan")
    #expect(lines.contains("north,north-company,Infantry company,0.25,0.25,0.25,0.4375"))
    #expect(figure.canvas.labels.contains { $0.text == "44" })
    #expect(figure.canvas.labels.contains { $0.text == "25" })
  }
}

/// Takes down which elements a document has and what they say.
private final class ElementReader: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var texts: [String: [String]] = [:]
  private var text = ""

  func reads(_ document: String) -> Bool {
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(name)
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    texts[name, default: []].append(text)
    text = ""
  }
}
