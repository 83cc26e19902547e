import Foundation
import Simulation
import Testing

@Suite("A scenario in several files")
struct SplitTests {
  @Test("The same scenario in one file and in several is the same, to its digest")
  func split() throws {
    let whole = try Fixture.read(Fixture.small)
    let split = try Fixture.read(Fixture.split)
    #expect(split.scenario == whole.scenario)
    #expect(split.digest == whole.digest)
  }

  @Test(
    "Whatever stands in spreadsheets and included files, in any order, nothing changes", arguments: 0..<60)
  func layout(seed: UInt64) throws {
    var layout = RandomLayout(seed: seed)
    let whole = try Fixture.read(Fixture.whole)
    let files = layout.files(of: Fixture.whole)
    let split = try Fixture.read(files, top: "top.json")
    #expect(split.scenario == whole.scenario)
    #expect(split.digest == whole.digest)
    #expect(split.warnings == whole.warnings)
  }

  @Test("A plan does not depend on the order of entries, nor on their files", arguments: 0..<3)
  func plan(seed: UInt64) throws {
    var layout = RandomLayout(seed: seed)
    let whole = try Fixture.read(Fixture.small)
    let split = try Fixture.read(layout.files(of: Fixture.small), top: "top.json")
    let plan = try Allocator(scenario: split.scenario).allocate()
    #expect(plan.assignments == (try Allocator(scenario: whole.scenario).allocate()).assignments)
  }

  @Test("Files are found from the file that names them, and read from the disk")
  func disk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Fixture.split {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let top = folder.appending(path: "mine/scenario.json").path
    #expect(try ScenarioFile.read(path: top).scenario == (try Fixture.read(Fixture.small)).scenario)
  }

  @Test("A file outside the folder is read only where that is asked for")
  func outside() throws {
    var files = Fixture.split
    files["common.json"] = files.removeValue(forKey: "mine/processes.json")
    files["mine/catalogue/base.json"] = files["mine/catalogue/base.json"]?
      .replacing("../processes.json", with: "../../common.json")
    #expect(Fixture.issues(files).count > 0)
    files["mine/../common.json"] = files["common.json"]
    let read = try Fixture.read(files, options: ReadingOptions(allowsOutside: true))
    #expect(read.digest == (try Fixture.read(Fixture.small)).digest)
  }

  @Test("A catalogue that two files include is taken once")
  func diamond() throws {
    var files = Fixture.split
    files["mine/scenario.json"] = files["mine/scenario.json"]?
      .replacing("[\"catalogue/base.json\"]", with: "[\"processes.json\", \"catalogue/base.json\"]")
    #expect(try Fixture.read(files).digest == (try Fixture.read(Fixture.small)).digest)
  }

  @Test("A chain of more than thirty-two files is refused")
  func chain() {
    var files = Fixture.split
    files["mine/processes.json"] = "{\"include\": [\"c0.json\"]}"
    for number in 0..<40 { files["mine/c\(number).json"] = "{\"include\": [\"c\(number + 1).json\"]}" }
    #expect(
      Fixture.issues(files).contains {
        $0.hasSuffix("more than 32 files include one another in turn")
      })
  }

  @Test("Rows that are empty, blanks around values and flags in capitals mean nothing")
  func spreadsheetHabits() throws {
    var files = Fixture.split
    files["mine/needs.csv"] = """
      \u{FEFF}id , mission,capability,quantity,from,until,weight,,\r
      ,,,,,,,,\r
      medevac , minusma,utility-helicopter, 2.0 ,,,,,\r
      \r
      "battalion","unmiss","infantry-battalion",2,2018-07-01," 360 ",,,\r

      """
    files["mine/pledges.csv"] = files["mine/pledges.csv"]?.replacing("600,,,,", with: "600,FALSE,,,")
    let read = try Fixture.read(files)
    #expect(read.scenario == (try Fixture.read(Fixture.small)).scenario)
  }

  @Test("A cell may hold a line's end, quotes, commas and semicolons where it is a text")
  func texts() throws {
    var files = Fixture.split
    files["mine/pledges.csv"] = files["mine/pledges.csv"]?
      .replacing("600,,,,", with: "600,true,\"said \"\"yes\"\"; then\nno, perhaps\",night-vision; medevac ,")
    let pledge = try #require(try Fixture.read(files).scenario.pledges.first)
    #expect(pledge.evidence.sources == ["": "said \"yes\"; then\nno, perhaps"])
    #expect(pledge.attributes == ["medevac", "night-vision"])
    #expect(pledge.shared)
  }

  @Test("An identifier or a text that looks like a number stays a text, in the digest too")
  func numbersAsNames() throws {
    let named = Fixture.small.replacing("\"RWA\"", with: "\"646\"")
    var files = Fixture.split
    files["mine/pledges.csv"] = files["mine/pledges.csv"]?.replacing("RWA", with: "646")
    files["mine/catalogue/base.json"] = files["mine/catalogue/base.json"]?.replacing("RWA", with: "646")
    #expect(try Fixture.read(files).digest == (try Fixture.read(named)).digest)
  }

  @Test("Rows beyond the longest list are counted, and refused by the stated limit")
  func tooManyRows() {
    var files = Fixture.split
    files["mine/needs.csv"] = "id\n" + (0..<250_000).map { "n\($0)\n" }.joined()
    #expect(
      Fixture.issues(files) == [
        "mine/scenario.json:9:12: $.needs: a list of 250,000 entries; allowed: at most 200,000"
      ])
  }
}
