import Foundation
import Simulation
import Testing

@Suite("The shipped catalogues")
struct CatalogueTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Scenarios").standardizedFileURL

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The smallest scenario that sends a unit by a process of the catalogue.
  private static func own(with lists: String = "", including names: [String]) throws -> [String: String] {
    let texts = try names.map { ("mine/../catalogue/\($0).json", try text("catalogue/\($0).json")) }
    var files = Dictionary(uniqueKeysWithValues: texts)
    files["mine/scenario.json"] = """
      {"formatVersion": 1, "id": "mine", "dayZero": "2019-01-01", "horizon": {"days": 720},
       "include": [\(names.map { "\"../catalogue/\($0).json\"" }.joined(separator: ", "))], \(lists)
       "missions": [{"id": "east", "seasons": [{"id": "rains", "from": "03-01", "to": "05-31"}]}],
       "needs": [{"id": "force", "mission": "east", "capability": "infantry", "quantity": 750}],
       "pledges": [
        {"id": "battalion", "contributor": "RWA", "capability": "mechanised-infantry", "quantity": 750,
         "process": "african-unit-air"}]}
      """
    return files
  }

  private static let all = ["capabilities", "contributors", "pools", "processes"]
  private static let outside = ReadingOptions(allowsOutside: true)

  @Test("A scenario of one's own takes sizes, states, processes and substitutes from them")
  func included() throws {
    let scenario = try Fixture.read(try Self.own(including: Self.all), options: Self.outside).scenario
    let pledge = try #require(scenario.pledges.first)
    #expect(pledge.personnel == 750)
    let plan = try Allocator(scenario: scenario).allocate()
    #expect(plan.assignments.map(\.pledge) == ["battalion"])
    // Neither decision, agreement nor lift are done in no time.
    #expect(plan.assignments.allSatisfy { $0.arrivalDay > 0 })
  }

  @Test("Processes name the pools they use, and a scenario may write pools of its own")
  func pools() throws {
    let names = Self.all.filter { $0 != "pools" }
    let issues = Fixture.issues(try Self.own(including: names), options: Self.outside)
    #expect(!issues.isEmpty)
    #expect(issues.allSatisfy { $0.contains("'un-airlift'") || $0.contains("'inspection-team'") })
    let lists = """
      "lift": [{"id": "un-airlift", "carriers": 5, "payloadTonnes": 40, "cycleDays": 2}],
      "resources": [{"id": "inspection-team", "count": 4}],
      """
    let own = try Fixture.read(try Self.own(with: lists, including: names), options: Self.outside).scenario
    #expect(own.lift.map(\.carriers) == [5])
  }

  @Test("Their processes serve a mission without rains, where nothing is slowed, and say so")
  func withoutRains() throws {
    var files = try Self.own(including: Self.all)
    files["mine/scenario.json"] = files["mine/scenario.json"]?.replacing(
      #", "seasons": [{"id": "rains", "from": "03-01", "to": "05-31"}]"#, with: "")
    let loaded = try Fixture.read(files, options: Self.outside)
    #expect(loaded.scenario.missions[0].seasons.isEmpty)
    #expect(!loaded.warnings.isEmpty)
    #expect(
      loaded.warnings.allSatisfy { $0.kind == .season && $0.text.contains("no mission has a season 'rains'") }
    )
    #expect(try Fixture.read(try Self.own(including: Self.all), options: Self.outside).warnings.isEmpty)
  }

  @Test("Each entry, and each stage that takes time, has a source or says what it assumes")
  func evidence() throws {
    let scenario = try Fixture.read(try Self.own(including: Self.all), options: Self.outside).scenario
    let evidence =
      scenario.capabilities.map(\.evidence) + scenario.substitutions.map(\.evidence)
      + scenario.contributors.map(\.evidence) + scenario.processes.map(\.evidence)
      + scenario.lift.map(\.evidence) + scenario.resources.map(\.evidence)
    #expect(evidence.allSatisfy { !$0.isUnsourced })
    for process in scenario.processes {
      let explained = Set(process.evidence.sources.keys).union(process.evidence.assumptions.keys)
      for stage in process.stages where stage.days != nil {
        #expect(explained.contains { $0.hasPrefix("stages.\(stage.id)") }, "\(process.id).\(stage.id)")
      }
    }
  }

  @Test("The shipped scenario adds nothing to them, and places of warnings are rows of its spreadsheets")
  func shipped() throws {
    let path = Self.folder.appending(path: "vancouver-2017.json").path
    let loaded = try ScenarioFile.read(path: path)
    let own = try Fixture.read(try Self.own(including: Self.all), options: Self.outside).scenario
    #expect(loaded.scenario.capabilities == own.capabilities)
    #expect(loaded.scenario.substitutions == own.substitutions)
    #expect(loaded.scenario.contributors == own.contributors)
    #expect(loaded.scenario.processes == own.processes)

    let located = loaded.located(SenseChecks(loaded.scenario).warnings)
    let boats = try #require(located.first { $0.warning.entry == "pledges.ury-boats" })
    let table = try Self.text("vancouver-2017/pledges.csv").split(separator: "\n")
    let row = try #require(table.firstIndex { $0.hasPrefix("ury-boats,") }) + 1
    #expect(
      boats.description.hasPrefix(
        "\(Self.folder.path)/vancouver-2017/pledges.csv:\(row):1: warning: pledges.ury-boats: no need asks"))
  }
}
