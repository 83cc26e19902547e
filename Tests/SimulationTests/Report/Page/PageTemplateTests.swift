import Foundation
import Simulation
import Testing

@Suite("Templates of the page")
struct PageTemplateTests {
  private static func with(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "templates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    try body(folder.path)
  }

  private static func refusal(_ files: [String: String]) throws -> String {
    var text = "accepted"
    try with(files) { path in
      do {
        _ = try PageTemplates(directory: path)
      } catch let refused as TemplateRefused {
        text = refused.description.replacingOccurrences(of: path, with: "DIR")
      }
    }
    return text
  }

  @Test("One's own template takes the place of the one of its name; the others stay")
  func ownTemplate() throws {
    try Self.with(["summary.mustache": "<p>Mine: {{title}}</p>", "report.css": "body{color:red}"]) { path in
      var result = ExampleRun.result
      result.scenario.title = "A & B"
      let page = ReportPage(result).html(try PageTemplates(directory: path))
      #expect(page.contains("<p>Mine: A &amp; B</p>"))
      #expect(page.contains("body{color:red}"))
      #expect(page.contains("id=\"map\"") && !page.contains("id=\"summary\""))
    }
  }

  @Test("A broken template is refused with its file, line and what is wrong")
  func broken() throws {
    #expect(
      try Self.refusal(["map.mustache": "a\n{{#hasMap}}\n"]).hasPrefix(
        "DIR/map.mustache:3:1: a section has no end"))
    #expect(
      try Self.refusal(["map.mustache": "{{#hasMap}}{{/map}}"])
        .hasPrefix("DIR/map.mustache:1:"))
    #expect(
      try Self.refusal(["map.mustache": "x\n{{titel}}"])
        == "DIR/map.mustache:2: the page knows no 'titel'; did you mean 'title'?")
    #expect(
      try Self.refusal(["report.mustache": "{{> sumary}}"])
        == "DIR/report.mustache:1: there is no template 'sumary'; did you mean 'summary'?")
    #expect(
      try Self.refusal(["reprot.mustache": "x"])
        == "DIR/reprot.mustache: no part of the page has this name; did you mean 'report.mustache'?")
    #expect(try Self.refusal(["notes.txt": "x"]).hasPrefix("DIR: holds no template; give one or more of"))
  }

  @Test("A folder that is not there is refused")
  func noFolder() {
    #expect(throws: TemplateRefused("/no/such/folder: cannot be read as a folder of templates")) {
      try PageTemplates(directory: "/no/such/folder")
    }
  }

  @Test("A part of one's own may be used by one's own page")
  func ownPart() throws {
    #expect(try Self.refusal(["report.mustache": "{{> logo}}", "logo.mustache": "us"]) == "accepted")
  }
}
