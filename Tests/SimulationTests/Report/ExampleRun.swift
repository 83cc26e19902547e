import Simulation

/// A run made by hand: two missions, four needs, three pledges; its figures mean nothing.
enum ExampleRun {
  static var result: RunResult {
    var result = planOnly
    result.timeline = timeline
    result.wantsTimeline = true
    return result
  }

  static var planOnly: RunResult {
    var result = RunResult(
      scenario: scenario, digest: "sha256:0123abcd", seed: 2017, threads: 2, wantsTimeline: false,
      solverVersion: "5.0")
    result.notices = ["pledges.bel-hospital: no cost is given, taken as none"]
    result.allocation = allocation
    return result
  }

  static var scenario: Scenario {
    var scenario = Scenario(
      id: "example", title: "Two missions, made up", dayZero: CalendarDate(iso: "2017-11-15") ?? .someDay,
      horizon: Horizon(days: 360))
    let assumed = Evidence(assumptions: ["": "one per sector"])
    scenario.capabilities = [
      Capability(id: "company", name: "Infantry company", measure: .units, category: .contingents),
      Capability(id: "helicopter", name: "Utility helicopter", measure: .airframes, category: .contingents),
      Capability(id: "hospital", name: "Level 2 hospital", measure: .units, category: .contingents),
    ]
    var north = Mission(id: "north", name: "MNORTH", standardDays: 60)
    north.country = "Northland"
    north.mandateUntil = 227
    north.evidence = Evidence(sources: ["": "S/2017/1, paragraph 3"])
    scenario.missions = [north, Mission(id: "south", name: "MSOUTH")]
    scenario.needs = [
      Need(id: "north-company", mission: "north", capability: "company", quantity: 2, from: 0, until: 360),
      Need(
        id: "north-helicopter", mission: "north", capability: "helicopter", quantity: 4, from: 30, until: 360),
      Need(id: "south-company", mission: "south", capability: "company", quantity: 1, from: 0, until: 360),
      Need(id: "south-hospital", mission: "south", capability: "hospital", quantity: 1, from: 0, until: 360),
    ]
    scenario.needs[1].weight = 5
    scenario.needs[3].evidence = assumed
    scenario.contributors = [
      Contributor(id: "AGO", name: "Angola"), Contributor(id: "BEL", name: "Belgium"),
      Contributor(id: "CAN", name: "Canada"),
    ]
    scenario.pledges = [
      Pledge(id: "ago-company", contributor: "AGO", capability: "company", quantity: 2, units: 2, until: 360),
      Pledge(
        id: "bel-hospital", contributor: "BEL", capability: "hospital", quantity: 1, units: 1, until: 360),
      Pledge(
        id: "can-helicopter", contributor: "CAN", capability: "helicopter", quantity: 4, units: 1, until: 360),
    ]
    scenario.pledges[0].evidence = Evidence(assumptions: ["tonnes": "as the battalion's, by people"])
    return scenario
  }
}

extension CalendarDate {
  /// Any date; a fallback that no test reaches.
  static var someDay: CalendarDate { CalendarDate(year: 2000, month: 1, day: 1).unsafelyUnwrapped }
}
