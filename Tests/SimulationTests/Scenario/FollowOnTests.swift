import Simulation
import Testing

@Suite("What is missing is told once")
struct FollowOnTests {
  /// What is said of the split scenario where a file reads otherwise.
  private func issues(_ file: String, _ old: String, _ new: String) -> [String] {
    var files = Fixture.split
    files[file] = files[file]?.replacing(old, with: new)
    return Fixture.issues(files)
  }

  private func issues(ofSmall old: String, _ new: String) -> [String] {
    Fixture.issues(Fixture.small.replacing(old, with: new)).map { "\($0.path): \($0.message)" }
  }

  @Test(
    "Entries of a file that cannot be read are not reported missing",
    arguments: [
      ("mine/scenario.json", "catalogue/base.json", "catalogue/bases.json"),
      ("mine/scenario.json", "[\"catalogue/base.json\"]", "\"catalogue/base.json\""),
      ("mine/scenario.json", "[\"catalogue/base.json\"]", "[[\"catalogue/base.json\"]]"),
      ("mine/scenario.json", "catalogue/base.json", "../base.json"),
      ("mine/catalogue/base.json", "]\n}", "\n}"),
      ("mine/catalogue/base.json", "\"formatVersion\": 1", "\"formatVersion\": 2"),
      ("mine/catalogue/base.json", "\"csv\"", "\"cvs\""),
      ("mine/catalogue/base.json", "capabilities.csv", "../../needs.csv"),
      ("mine/catalogue/base.json", "\"contributors\"", "\"contributor\""),
      ("mine/catalogue/capabilities.csv", "id,measure", "id;measure"),
      ("mine/processes.json", "\"processes\"", "\"proceses\""),
      ("mine/processes.json", "\"id\": \"aviation\"", "\"name\": \"aviation\""),
    ])
  func missingFile(file: String, old: String, new: String) {
    let found = issues(file, old, new)
    #expect(!found.isEmpty)
    #expect(!found.contains { $0.contains("has the id") || $0.contains("has no") }, "\(found)")
  }

  @Test("A mistyped list is told with its right name, and its entries are not reported missing")
  func mistypedList() {
    #expect(
      issues(ofSmall: "\"contributors\":", "\"contributers\":") == [
        "$.contributers: unknown key; did you mean 'contributors'?"
      ])
  }

  @Test("An entry whose own identifier is wrong is told there alone")
  func wrongIdentifier() {
    #expect(
      issues(ofSmall: "{\"id\": \"CAN\"}", "{\"iD\": \"CAN\"}") == [
        "$.contributors[0].id: this key is required",
        "$.contributors[0].iD: unknown key; did you mean 'id'?",
      ])
  }

  @Test("What is wrong with other kinds of entries is still told")
  func others() {
    let found = issues("mine/needs.csv", "id,mission", "id;mission,mission")
    #expect(found.count == 2)
    var files = Fixture.split
    files["mine/pledges.csv"] = nil
    files["mine/needs.csv"] = files["mine/needs.csv"]?.replacing("unmiss", with: "unmis")
    #expect(
      Fixture.issues(files) == [
        "mine/scenario.json:10:22: $.pledges.csv: 'mine/pledges.csv': there is no such file",
        "mine/needs.csv:3:11: row 3, column 2 'mission': no mission has the id 'unmis'; did you mean 'unmiss'?",
      ])
  }

  @Test("A list that is null has no entries, and names of such entries are refused")
  func nullList() {
    let found = issues(
      ofSmall: "\"contributors\": [{\"id\": \"CAN\"}, {\"id\": \"RWA\"}]", "\"contributors\": null")
    #expect(
      found == [
        "$.pledges[0].contributor: no contributor has the id 'CAN'",
        "$.pledges[1].contributor: no contributor has the id 'RWA'",
      ])
  }

  @Test(
    "Paths of overrides into what was refused are left alone",
    arguments: ["needs.medevac.quantity", "needs.other.quantity", "processes.aviation.stages.decision.days"])
  func overrides(path: String) {
    var files = Fixture.split
    files["mine/needs.csv"] = nil
    files["mine/processes.json"] = files["mine/processes.json"]?.replacing("[\n", with: "[4, \n")
      .replacing("\"stages\": [", with: "\"stages\": 1e400, \"notes\": [")
    files["mine/scenario.json"] = files["mine/scenario.json"]?.replacing(
      "\"missions\"", with: "\"overrides\": {\"x\": {\"\(path)\": 1}}, \"missions\"")
    #expect(!Fixture.issues(files).contains { $0.contains("overrides") })
  }

  @Test("An override whose set is broken is not called unknown")
  func brokenSet() {
    let text = Fixture.small.replacing("\"resources\"", with: "\"overrides\": {\"s\": 3}, \"resources\"")
    let rejected = #expect(throws: ScenarioRejected.self) {
      try ScenarioFile.read(
        bytes: Array(text.utf8), name: "t", options: ReadingOptions(overrides: ["s"]))
    }
    #expect(
      rejected?.issues.map(\.message) == [
        "expected an object of changes, each a path and its new value, found the number 3"
      ])
  }
}
