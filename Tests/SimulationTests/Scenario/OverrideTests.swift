import Simulation
import Testing

@Suite("Overrides")
struct OverrideTests {
  /// The small scenario with a gate and the sets given.
  private func text(_ sets: String) -> String {
    let gate = #""gates": [{"id": "consent", "kind": "host-consent", "mission": "unmiss", "opens": 30}]"#
    return Fixture.small.replacing(
      "\"resources\"", with: "\(gate),\n  \"overrides\": {\(sets)},\n  \"resources\"")
  }

  private func read(_ sets: String, with names: String...) throws(ScenarioRejected) -> LoadedScenario {
    try ScenarioFile.read(
      bytes: Array(text(sets).utf8), name: "test.json", options: ReadingOptions(overrides: names))
  }

  private func issues(_ sets: String, with names: String...) -> [String] {
    do {
      let options = ReadingOptions(overrides: names)
      _ = try ScenarioFile.read(bytes: Array(text(sets).utf8), name: "t", options: options)
      return []
    } catch {
      return error.issues.map(\.firstLine)
    }
  }

  @Test("A chosen override changes what its paths name; one that is not chosen changes nothing")
  func applied() throws {
    let sets = """
      "slow": {"gates.consent.opens": {"lognormal": {"median": 300, "p95": 700}}},
      "fewer": {"pledges.can-aviation.quantity": 2, "allocation.gap": 0.01,
                "allocation.bans": [{"pledge": "rwa-battalion"}]}
      """
    let plain = try read(sets)
    #expect(plain.scenario.gates[0].opening == .onDay(.fixed(30)))
    #expect(plain.overrides.isEmpty)
    let both = try read(sets, with: "slow", "fewer")
    #expect(both.scenario.gates[0].opening == .onDay(Distribution(.lognormal(median: 300, p95: 700))))
    #expect(both.scenario.pledges[0].quantity == 2)
    #expect(both.scenario.allocation.gap == 0.01)
    #expect(both.scenario.allocation.bans == [Ban(pledge: "rwa-battalion", need: nil, mission: nil)])
    #expect(both.overrides == ["fewer", "slow"])
    #expect(try read(sets, with: "fewer", "slow", "slow").digest == both.digest)
    #expect(both.digest != plain.digest)
  }

  @Test("An overridden scenario is the one that had been written so")
  func asWritten() throws {
    let sets = #""few": {"needs.medevac.quantity": 1, "processes.aviation.stages.decision.days": 5}"#
    let written = text(sets).replacing(#""quantity": 2},"#, with: #""quantity": 1},"#)
      .replacing(#"{"lognormal": {"median": 60, "p95": 180}}"#, with: "5")
    let plain = try Fixture.read(written)
    let overridden = try read(sets, with: "few")
    #expect(overridden.scenario == plain.scenario)
    #expect(overridden.digest == plain.digest)
  }

  @Test("null takes a value or an entry away")
  func removal() throws {
    let sets =
      #""short": {"pledges.can-aviation.process": null, "pledges.can-aviation.done": null, "needs.battalion": null}"#
    let scenario = try read(sets, with: "short").scenario
    #expect(scenario.pledges[0].process == nil)
    #expect(scenario.needs.map(\.id) == ["medevac"])
  }

  @Test("Rows of a spreadsheet, entries of a catalogue and values in a cell's JSON can be overridden")
  func otherFiles() throws {
    var files = Fixture.split
    let sets = """
      "overrides": {"x": {"pledges.rwa-battalion.quantity": 1, "contributors.CAN.name": "Canada",
        "capabilities.utility-helicopter.usualSize.personnel": 100, "needs.medevac.accepts.readiness": "level2"}},
      """
    files["mine/scenario.json"] = files["mine/scenario.json"]?.replacing(
      "\"missions\"", with: sets + "\"missions\"")
    files["mine/needs.csv"] = files["mine/needs.csv"]?
      .replacing("weight,tiers", with: "weight,accepts")
      .replacing("2,,,,", with: "2,,,,\"{\"\"readiness\"\": \"\"level1\"\"}\"")
    let scenario = try Fixture.read(files, options: ReadingOptions(overrides: ["x"])).scenario
    #expect(scenario.pledges.map(\.quantity) == [4, 1])
    #expect(scenario.contributors.map(\.name) == ["Canada", "RWA"])
    #expect(scenario.pledges[0].personnel == 100)
    #expect(scenario.needs.first { $0.id == "medevac" }?.accepts.readiness == .level2)
  }

  @Test(
    "A change that leads nowhere is told with its place and what was meant, chosen or not",
    arguments: [
      (
        #""s": {"pledges.can-aviatoin.quantity": 2}"#,
        "t:19:23: $.overrides.s['pledges.can-aviatoin.quantity']: no pledge has the id 'can-aviatoin'; did you mean 'can-aviation'?"
      ),
      (
        #""s": {"pledges.can-aviation.quantty": 2}"#,
        "t:19:23: $.overrides.s['pledges.can-aviation.quantty']: unknown key; did you mean 'quantity'?"
      ),
      (
        #""s": {"pledges.can-aviation.quantity.most": 2}"#,
        "t:19:23: $.overrides.s['pledges.can-aviation.quantity.most']: the path goes on to 'most', but what is there is the number 4"
      ),
      (
        #""s": {"pledgs.can-aviation.quantity": 2}"#,
        "t:19:23: $.overrides.s['pledgs.can-aviation.quantity']: unknown key; did you mean 'pledges'?"
      ),
      (
        #""s": {"packages.turn.members": []}"#,
        "t:19:23: $.overrides.s['packages.turn.members']: the scenario has no packages"
      ),
      (
        #""s": {"processes.aviation.stages.lft.days": 2}"#,
        "t:19:23: $.overrides.s['processes.aviation.stages.lft.days']: no entry of this list has the id 'lft'; did you mean 'lift'?"
      ),
      (
        #""s": {"gates..opens": 2}"#,
        "t:19:23: $.overrides.s['gates..opens']: 'gates..opens' is not a path; allowed: keys and identifiers with '.' between them"
      ),
      (
        #""s": {"overrides.s": {}}"#,
        "t:19:23: $.overrides.s['overrides.s']: an override cannot change 'overrides'"
      ),
      (
        #""s": {"needs.medevac.quantity": -2}"#,
        "t:19:49: $.overrides.s['needs.medevac.quantity']: -2 is out of range; allowed: above 0, at most 1,000,000,000,000"
      ),
      (
        #""s": {"needs.medevac.quantity": null}"#,
        "t:19:23: $.overrides.s['needs.medevac.quantity']: this key is required"
      ),
      (
        #""s": {"needs.medevac": 3}"#,
        "t:19:40: $.overrides.s['needs.medevac']: expected an object in braces, found the number 3"
      ),
      (
        #""s": {"needs.medevac.tiers.0.weight": 3}"#,
        "t:19:23: $.overrides.s['needs.medevac.tiers.0.weight']: expected a list in square brackets, found an object"
      ),
      (
        #""s": {"needs.medevac": null, "needs.medevac.quantity": 2}"#,
        "t:19:46: $.overrides.s['needs.medevac.quantity']: two changes of 's' change 'needs.medevac' and 'needs.medevac.quantity', one inside the other; choose one of them (line 19)"
      ),
      (
        #""s": {"needs.medevac.quantity": 2}, "r": {"needs.medevac.quantity": 3}"#,
        "t:19:59: $.overrides.r['needs.medevac.quantity']: 's' and 'r' both change 'needs.medevac.quantity'; choose one of them (line 19)"
      ),
      (
        #""s": {"needs.medevac.accepts.readiness": "level1"}, "r": {"needs.medevac.accepts": {}}"#,
        "t:19:75: $.overrides.r['needs.medevac.accepts']: 's' and 'r' change 'needs.medevac.accepts.readiness' and 'needs.medevac.accepts', one inside the other; choose one of them (line 19)"
      ),
      (
        #""s": {"gates.consent.mission": "unmis"}"#,
        "t:19:48: $.overrides.s['gates.consent.mission']: no mission has the id 'unmis'; did you mean 'unmiss'?"
      ),
      (
        #""s": []"#,
        "t:19:22: $.overrides.s: expected an object of changes, each a path and its new value, found a list"
      ),
    ])
  func nowhere(sets: String, expected: String) {
    let names = sets.contains("\"r\"") ? ["s", "r"] : ["s"]
    let found: [String]
    do {
      let options = ReadingOptions(overrides: names)
      _ = try ScenarioFile.read(bytes: Array(text(sets).utf8), name: "t", options: options)
      found = []
    } catch {
      found = error.issues.map(\.firstLine)
    }
    #expect(found.joined(separator: "\n") == expected)
  }

  @Test("What is on offer and not applied changes no digest")
  func offered() throws {
    let sets = #""few": {"needs.medevac.quantity": 1}"#
    #expect(try read(sets).digest == (try read("").digest))
    #expect(try read(sets, with: "few").digest != (try read("").digest))
  }

  @Test("A path that leads nowhere is told although its override was not chosen")
  func notChosen() {
    #expect(issues(#""s": {"pledges.can-aviatoin.quantity": 2}"#).count == 1)
    #expect(
      issues(#""s": {"pledges.can-aviation.quantity": 2}, "r": {"pledges.can-aviation": null}"#).isEmpty)
  }

  @Test("A name that no override has is wrong usage, with the nearest")
  func unknown() throws {
    let rejected = try #require(throws: ScenarioRejected.self) {
      try read(#""slow-consent": {}"#, with: "slow-consnt")
    }
    #expect(
      rejected.description == "--with: no override is called 'slow-consnt'; did you mean 'slow-consent'?")
    #expect(ExitStatus(endingWith: rejected) == .wrongUsage)
    let none = try #require(throws: ScenarioRejected.self) {
      try ScenarioFile.read(
        bytes: Array(Fixture.small.utf8), name: "t", options: ReadingOptions(overrides: ["x"]))
    }
    #expect(none.description == "--with: no override is called 'x'; the scenario has none")
  }
}
