import Foundation
import Testing

@Suite("A scenario of one's own")
struct NewScenarioTests {
  @Test("A new scenario runs at once, and all of it says what it rests on")
  func runs() throws {
    try Folder.with { folder in
      let mine = folder.appendingPathComponent("studies/mine")
      let made = try Command.run("new", mine.path)
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.output.hasPrefix("Wrote \(mine.path)/scenario.json.\n"))
      #expect(Folder.names(in: mine) == ["scenario.json", "scenario.schema.json"])
      let scenario = mine.appendingPathComponent("scenario.json").path
      let page = try Command.run(scenario, "--replications", "100")
      #expect(page.status == 0, "\(page.errors)")
      let check = try Command.run("check", scenario)
      #expect(check.status == 0)
      #expect(check.output.contains("nothing is wrong"))
      #expect(!check.output.contains("neither source nor assumption"), "\(check.output)")
    }
  }

  @Test("What is there already is never written over", arguments: ["scenario.json", "scenario.schema.json"])
  func keeps(name: String) throws {
    try Folder.with { folder in
      let file = try Folder.write("mine", to: name, in: folder)
      let outcome = try Command.run("new", folder.path)
      #expect(outcome.status == 73)
      #expect(
        outcome.errors
          == "simrun: cannot write \(file): it is there already, and 'simrun new' writes over nothing\n")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
      #expect(Folder.names(in: folder) == [name])
    }
  }

  @Test("The schema that is printed is the one that is shipped")
  func schema() throws {
    let outcome = try Command.run("schema")
    #expect(outcome.status == 0)
    #expect(
      try outcome.output == String(contentsOfFile: Command.scenario("scenario.schema.json"), encoding: .utf8))
  }
}
