import Foundation
import Simulation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Tables as HTML")
struct HTMLWriterTests {
  @Test("Odd names come back as they were, and none becomes an element")
  func odd() throws {
    let reader = try HTMLCells(HTMLWriter().fragment(OddNames.table))
    #expect(reader.caption == OddNames.table.caption)
    let expected = OddNames.texts.map { DisplayText.oneLine($0) }
    #expect(reader.rows.map(\.first?.text) == expected)
    #expect(
      reader.elements.isSubset(of: [
        "figure", "table", "caption", "thead", "tbody", "tr", "th", "td", "figcaption", "p",
      ]))
  }

  @Test("Figures stand on the right and carry all their digits to sort by; texts and missing ones carry none")
  func values() throws {
    let table = Table(
      name: "t", caption: "c",
      columns: [
        Table.Column("name", "Name"), Table.Column("chance", "Chance", .chance, unit: "%"),
        Table.Column("gap", "Gap", .estimate(decimals: 0)), Table.Column("on", "On", .date),
      ],
      rows: [
        Table.Row([
          .text("a"), .chance(ExampleRun.maybe), .estimate(Estimate(mean: 1234.5678, standardError: 1)),
          .date(.someDay),
        ]),
        Table.Row([.text("b"), .missing, .text("none"), .text("in place")]),
      ], language: .french)
    let rows = try HTMLCells(HTMLWriter().fragment(table)).rows
    #expect(rows[0].map(\.value) == [nil, "0.3712", "1234.5678", "2000-01-01"])
    #expect(rows[0].map(\.text) == ["a", "37,1 (36,1–38,1)", "1\u{202F}235 ± 1", "01/01/2000"])
    #expect(rows[0].map(\.isNumber) == [false, true, true, true])
    #expect(rows[0].map(\.element) == ["th", "td", "td", "td"])
    #expect(rows[1].map(\.value) == [nil, nil, nil, nil])
    #expect(HTMLWriter().text(table).contains("<html lang=\"fr\">"))
  }

  @Test("Every table of a run is well formed, with as many heads as cells and a scope to each head")
  func wellFormed() throws {
    for table in ExampleRun.result.tables {
      let reader = try HTMLCells(HTMLWriter().fragment(table))
      let shown = table.columns.count { $0.placement != .dataOnly }
      #expect(reader.rows.allSatisfy { $0.count == shown }, "\(table.name)")
      #expect(reader.columnHeads == shown, "\(table.name)")
      #expect(reader.headsWithoutScope == 0, "\(table.name)")
      #expect(reader.notes == table.notes + table.basis)
    }
  }
}

/// Reads a fragment with Foundation's XML parser.
final class HTMLCells: NSObject, XMLParserDelegate {
  struct Cell {
    var element: String
    var text = ""
    var value: String?
    var isNumber: Bool
  }

  private(set) var caption = ""
  private(set) var rows: [[Cell]] = []
  private(set) var notes: [String] = []
  private(set) var elements: Set<String> = []
  private(set) var columnHeads = 0
  private(set) var headsWithoutScope = 0
  private var path: [String] = []

  struct NotWellFormed: Error {}

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw NotWellFormed() }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    path.append(element)
    elements.insert(element)
    if element == "th", attributes["scope"] == nil { headsWithoutScope += 1 }
    if path.contains("thead"), attributes["scope"] == "col" { columnHeads += 1 }
    guard path.contains("tbody") else {
      if element == "p" { notes.append("") }
      return
    }
    if element == "tr" { rows.append([]) }
    if element == "th" || element == "td" {
      rows[rows.count - 1].append(
        Cell(element: element, value: attributes["data-value"], isNumber: attributes["class"] == "number"))
    }
  }

  func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
    path.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    switch path.last {
    case "caption": caption += text
    case "p": notes[notes.count - 1] += text
    case "th", "td":
      guard path.contains("tbody"), let row = rows.last, !row.isEmpty else { return }
      rows[rows.count - 1][row.count - 1].text += text
    default: break
    }
  }
}
