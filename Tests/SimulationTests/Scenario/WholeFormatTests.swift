import Simulation
import Testing

@Suite("Every key of the format is read")
struct WholeFormatTests {
  let loaded: LoadedScenario
  var scenario: Scenario { loaded.scenario }

  init() throws { loaded = try Fixture.read(Fixture.whole) }

  @Test("A mission has its ceilings, people, shares, money, seasons and places")
  func mission() throws {
    let mission = try #require(scenario.missions.first)
    #expect(mission.id == "minusma")
    #expect(mission.mandateUntil == 227)
    #expect(mission.ceilings == [.military: 13289, .police: 1920])
    #expect(mission.presentWomen == [.military: 310, .police: 140])
    #expect(mission.womenShare == [.contingents: 0.05])
    #expect(mission.budget == 50_000_000)
    #expect(mission.refuses == Refusals(contributors: ["LKA"], capabilities: ["armed-helicopter"]))
    #expect(mission.seasons.map(\.id) == ["harmattan", "rains"])
    #expect(mission.seasons.last?.to == MonthDay(month: 10, day: 31))
    #expect(mission.sites.map(\.id) == ["bamako", "gao"])
    #expect(mission.entry.map(\.mode) == [.air, .sea])
    #expect(mission.standardDays == 60)
  }

  @Test("A need has its days, tiers, and what it accepts")
  func need() throws {
    let need = try #require(scenario.needs.first { $0.id == "medevac" })
    #expect((need.from, need.until) == (228, 700))
    #expect(need.counted == .serviceable)
    #expect(need.tiers == [Tier(upTo: 1, weight: 8), Tier(upTo: 2, weight: 3)])
    #expect(
      need.accepts
        == Acceptance(
          readiness: .level1, attributes: ["night-vision"], languages: ["en", "fr"],
          endorsements: ["vancouver-principles"], womenShareAtLeast: 0.1))
    #expect(need.enabledBy == ["hospital"])
    #expect(need.deadlineDays == 45)
    #expect(need.site == "gao")
  }

  @Test("A pledge has its caveats, size, cost, process, parts and past")
  func pledge() throws {
    let pledge = try #require(scenario.pledges.first)
    #expect(pledge.id == "can-aviation")
    #expect(pledge.history.map(\.day) == [-900, -433])
    #expect((pledge.requestFrom, pledge.from, pledge.until) == (0, 198, 720), "cut to what can be planned")
    #expect(pledge.missions == Selection(only: ["minusma"], except: ["unmiss"]))
    #expect(pledge.sites == Selection(except: ["gao"]))
    #expect(pledge.caveat == "place left open")
    #expect(pledge.languages == ["en": 1, "fr": 0.4])
    #expect(pledge.cost.deployment(to: "unmiss") == 5_500_000)
    #expect(pledge.cost.perDay(in: "unmiss") == 60_000)
    #expect(pledge.done == ["decision"])
    #expect(pledge.parts.map(\.share) == [0.3, 0.7])
    #expect(pledge.withdrawalPerYear == 0.05)
    #expect(pledge.shared)
  }

  @Test("People of a pledge counted in people are its quantity; a unit may be in place")
  func inPlace() throws {
    let engineers = try #require(scenario.pledges.first { $0.id == "lka-engineers" })
    #expect(engineers.personnel == 120)
    #expect(engineers.inPlace == "unmiss-engineers")
    #expect(engineers.until == 200)
  }

  @Test("Members of a rotation keep their turns, those of other packages have no order")
  func packages() {
    #expect(scenario.packages.map(\.id) == ["can-600", "together", "turn"])
    #expect(
      scenario.packages.map(\.kind) == [
        .atMost(personnel: 600), .allOrNothing(offsetDays: ["vnm-hospital": 14]), .rotation(overlapDays: 7),
      ])
    #expect(scenario.packages[1].members == ["can-aviation", "vnm-hospital"])
    #expect(scenario.packages[2].members == ["vnm-hospital", "can-aviation"])
  }

  @Test("Supports shorten a stage or add carriers for some days")
  func supports() {
    #expect(scenario.supports.map(\.kind) == [.lift, .training])
    #expect(scenario.supports[0].pool == "un-airlift")
    #expect((scenario.supports[0].from, scenario.supports[0].until) == (30, 90))
    #expect(scenario.supports[1].effect == Support.Effect(stage: "visit", factor: 0.6))
    #expect(scenario.supports[1].raisesReadinessTo == .level3)
  }

  @Test("A stage has its time, what it waits for and what stretches it")
  func stages() throws {
    let stages = try #require(scenario.processes.first).stages
    #expect(
      stages.map(\.id) == ["agreement", "consent", "decision", "lift", "onward", "preparation", "visit"])
    #expect(stages[0].days == Distribution(.pert(low: 20, mode: 45, high: 120)))
    #expect(stages[1].after == ["agreement", "visit"])
    #expect(stages[1].gate == "host-consent")
    #expect(stages[3].lift == "un-airlift")
    #expect(stages[3].days == .fixed(3))
    #expect(stages[4].season == ["rains": .factor(2), "harmattan": .closed])
    #expect(stages[5].onWarning)
    #expect(stages[6].uses == "inspection-team")
  }

  @Test("Gates open on a date, a random day, or with coverage; risks delay, cancel or send back")
  func gatesAndRisks() {
    #expect(
      scenario.gates.map(\.opening) == [
        .onDay(Distribution(.normal(mean: 110, sd: 40), shift: -30)),
        .withCoverage(need: "unmiss-engineers", atLeast: 0.5), .onDay(.fixed(47)),
      ])
    #expect(
      scenario.risks.map(\.effect) == [
        .cancel, .sendBack(to: "decision"), .delay(Distribution(.uniform(low: 60, high: 200))),
      ])
    #expect(scenario.milestones.map(\.day) == [-433])
  }

  @Test("The settings are those of the file, a seed of 64 bits among them")
  func settings() {
    #expect(scenario.trigger.warningDays == 14)
    #expect(scenario.allocation.planningPercentile == 80)
    #expect(scenario.allocation.workLimit == 1000)
    #expect(
      scenario.allocation.pins == [Pin(pledge: "can-aviation", need: "medevac", units: 1, arrivalDay: 259)])
    #expect(scenario.allocation.bans == [Ban(pledge: "vnm-hospital", mission: "unmiss")])
    #expect(scenario.simulation.seed == UInt64.max)
    #expect(scenario.simulation.standards == [30, 90])
  }

  @Test("Override sets that nobody chose are said to be left alone")
  func notices() {
    #expect(
      loaded.notices.map(\.english) == [
        "overrides offered, not applied: slow-consent",
        "unsourced: 4 of 9 missions, needs, pledges and processes have neither source nor assumption",
      ])
  }
}
