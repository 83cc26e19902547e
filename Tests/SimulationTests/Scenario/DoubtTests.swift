import Simulation
import Testing

@Suite("What is doubtful in a file")
struct DoubtTests {
  private func doubts(_ old: String, _ new: String) throws -> [String] {
    let loaded = try Fixture.read(Fixture.small.replacing(old, with: new))
    return loaded.located(loaded.warnings).map(\.description)
  }

  @Test(
    "A date outside the horizon and a chance nobody can know are told with their place",
    arguments: [
      (
        #""from": "2018-07-01", "until": 360"#, #""from": "2018-07-01", "until": 900"#,
        "test.json:16:37: warning: needs.battalion.until: day 900 is after the horizon, and is read as its end, day 720"
      ),
      (
        #""tonnes": 600"#, #""tonnes": 600, "from": "2021-01-01""#,
        "test.json:26:74: warning: pledges.can-aviation.from: day 1143 is after the horizon of 720 days: it never begins"
      ),
      (
        #""tonnes": 600"#, #""tonnes": 600, "requestFrom": -3"#,
        "test.json:26:81: warning: pledges.can-aviation.requestFrom: day -3 is before day 0, and is read as day 0"
      ),
      (
        #""tonnes": 600"#, #""tonnes": 600, "until": "2021-01-01""#,
        "test.json:26:75: warning: pledges.can-aviation.until: day 1143 is after the horizon, and is read as its end, day 720"
      ),
      (
        #""tonnes": 600"#, #""tonnes": 600, "recordedOn": "2107-11-15""#,
        "test.json:26:80: warning: pledges.can-aviation.recordedOn: day 32871 is after the horizon of 720 days"
      ),
      (
        #""tonnes": 600"#, #""tonnes": 600, "probability": 0"#,
        "test.json:26:81: warning: pledges.can-aviation.probability: a chance of 0: it never comes, and could be left out"
      ),
      (
        #""tonnes": 600"#, #""tonnes": 600, "probability": 1"#,
        "test.json:26:81: warning: pledges.can-aviation.probability: a chance of 1: it is sure to come, although it is not in place"
      ),
      (
        #"{"id": "unmiss"}"#, #"{"id": "unmiss", "mandateUntil": "2017-01-01"}"#,
        "test.json:12:38: warning: missions.unmiss.mandateUntil: the mandate ended on day -318"
      ),
      (
        #""resources""#,
        #""gates": [{"id": "g", "kind": "k", "mission": "unmiss", "opens": "2020-01-01"}], "resources""#,
        "test.json:18:68: warning: gates.g.opens: day 777 is after the horizon of 720 days"
      ),
      (
        #""resources""#, #""milestones": [{"id": "m", "date": "2021-01-01"}], "resources""#,
        "test.json:18:38: warning: milestones.m.date: day 1143 is after the horizon of 720 days"
      ),
      (
        #""resources""#, #""trigger": {"onDay": 720}, "resources""#,
        "test.json:18:24: warning: trigger.onDay: day 720 is after the horizon of 720 days"
      ),
      (
        #""lift": "airlift""#, #""lift": "airlift", "season": {"rain": 2}"#,
        "test.json:23:52: warning: processes.aviation.lift.season.rain: no mission has a season 'rain': the stage is never slowed by it; did you mean 'rains'?"
      ),
    ])
  func doubt(old: String, new: String, expected: String) throws {
    let found = try doubts(old, new)
    #expect(found == [expected])
  }

  @Test("What is in place may be certain, and defaults are no doubt")
  func certain() throws {
    #expect(try Fixture.read(Fixture.small).warnings.isEmpty)
    #expect(try doubts(#""tonnes": 600"#, #""tonnes": 600, "probability": 1, "inPlace": "medevac""#).isEmpty)
  }

  @Test("Warnings of entries are placed where their identifiers stand, in whatever file, in order of files")
  func places() throws {
    let loaded = try Fixture.read(Fixture.split)
    let warnings = loaded.located(loaded.scenario.unsourcedWarnings).map(\.description)
    #expect(
      warnings == [
        "mine/scenario.json:6:12: warning: missions.minusma: has neither source nor assumption",
        "mine/scenario.json:8:12: warning: missions.unmiss: has neither source nor assumption",
        "mine/needs.csv:2:1: warning: needs.medevac: has neither source nor assumption",
        "mine/needs.csv:3:1: warning: needs.battalion: has neither source nor assumption",
        "mine/pledges.csv:2:1: warning: pledges.can-aviation: has neither source nor assumption",
        "mine/pledges.csv:3:1: warning: pledges.rwa-battalion: has neither source nor assumption",
        "mine/processes.json:5:12: warning: processes.aviation: has neither source nor assumption",
      ])
  }
}
