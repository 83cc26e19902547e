import Simulation
import Testing

@Suite("What a scenario leaves out")
struct DefaultsTests {
  @Test("A need begins on day 0, lasts to the horizon, weighs 1, and counts nominal machines")
  func need() throws {
    let scenario = try Fixture.read(Fixture.small).scenario
    let medevac = try #require(scenario.needs.first { $0.id == "medevac" })
    #expect(medevac.from == 0)
    #expect(medevac.until == 720)
    #expect(medevac.weight == 1)
    #expect(medevac.counted == .nominal)
    #expect(medevac.accepts == Acceptance())
  }

  @Test("null is as good as leaving a key out, remarks among them")
  func null() throws {
    let text = Fixture.small.replacing(
      "\"id\": \"unmiss\"", with: "\"id\": \"unmiss\", \"notes\": null, \"country\": null")
    let read = try Fixture.read(text)
    #expect(read.scenario == (try Fixture.read(Fixture.small).scenario))
    #expect(read.digest == (try Fixture.read(Fixture.small).digest))
  }

  @Test("A date is the number of days from day 0")
  func dates() throws {
    let scenario = try Fixture.read(Fixture.small).scenario
    #expect(scenario.needs.first { $0.id == "battalion" }?.from == 228)
  }

  @Test("A pledge of machines is one element, a pledge of units as many as it counts")
  func units() throws {
    let pledges = try Fixture.read(Fixture.small).scenario.pledges
    #expect(pledges.map(\.id) == ["can-aviation", "rwa-battalion"])
    #expect(pledges.map(\.units) == [1, 2])
  }

  @Test("People not stated are the capability's usual people")
  func people() throws {
    #expect(try Fixture.read(Fixture.small).scenario.pledges.map(\.personnel) == [140, 1700])
  }

  @Test("A mission's standard is 90 days")
  func standard() throws {
    #expect(try Fixture.read(Fixture.small).scenario.missions.map(\.standardDays) == [90, 90])
  }
}
