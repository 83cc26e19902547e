import Simulation
import Testing

@Suite("Lead times")
struct LeadTimeTests {
  private func lead(
    _ stages: [Stage], percentile: Double = 50, change: (inout Scenario) -> Void = { _ in }
  ) -> LeadTime {
    let scenario = timelineScenario(stages: stages) { scenario in
      scenario.allocation.planningPercentile = percentile
      change(&scenario)
    }
    return LeadTime(pledge: scenario.pledges[0], mission: scenario.missions[0], scenario: scenario)
  }

  @Test("Fixed stages take exactly their days, rounded up once at the end")
  func fixed() {
    let stages = [Stage(id: "a", days: .fixed(10.5)), Stage(id: "b", days: .fixed(19.5), after: ["a"])]
    #expect(lead(stages).presence(requestedOn: 7) == 37)
    let tenths = (0..<10).map { Stage(id: "s\($0)", days: .fixed(0.1), after: $0 == 0 ? [] : ["s\($0 - 1)"]) }
    #expect(lead(tenths).presence(requestedOn: 0) == 1)
    #expect(lead([]).presence(requestedOn: 12) == 12)
  }

  // Quantiles by their formulas: a percentile of 10,001 draws is within 0.7 days of each with room to spare
  // for four standard errors, and none is so near a whole day.
  @Test("The planning percentile of one stage is the quantile of its law")
  func closedForms() {
    let law = [Stage(id: "a", days: triangular(30, 45, 90))]
    // 90 − √(0.2 · 60 · 45) = 66.762, with a standard error of 0.2.
    let late = lead(law, percentile: 80).presence(requestedOn: 0) ?? 0
    #expect((66...68).contains(late))
    // Exponential of mean 100: −100 ln 0.5 = 69.31, with a standard error of 1.
    let half = lead([Stage(id: "a", days: Distribution(.exponential(mean: 100)))]).presence(requestedOn: 0)
    #expect((66...74).contains(half ?? 0))
  }

  @Test("It is the percentile of the finish, not the finish of percentiles")
  func percentileOfFinish() {
    let stages = (0..<12).map { Stage(id: "s\($0)", days: Distribution(.exponential(mean: 10))) }
    // The median of the last of 12: −10 ln(1 − 0.5^(1/12)) = 28.8, where each one's median is 6.9. Its
    // standard error is 0.13.
    #expect((29...30).contains(lead(stages).presence(requestedOn: 0) ?? 0))
  }

  @Test("Neither seed nor replications change a lead time")
  func fixedSeed() {
    let stages = [Stage(id: "a", days: Distribution(.lognormal(median: 60, p95: 180)))]
    let first = lead(stages)
    let second = lead(stages) { ($0.simulation.seed, $0.simulation.replications) = (99, 5) }
    #expect(first.presence(requestedOn: 0) == second.presence(requestedOn: 0))
  }

  @Test("An element's sorties share the pool's carriers")
  func sorties() {
    var stage = Stage(id: "move", days: .fixed(4))
    stage.lift = "ships"
    let lead = lead([stage]) {
      var pool = LiftPool(id: "ships", carriers: 2, cycleDays: .fixed(10))
      pool.payloadTonnes = 100
      $0.lift = [pool]
      $0.pledges[0].tonnes = 450
    }
    // Five loads on two carriers: three rounds of ten days, then four days of work.
    #expect(lead.presence(requestedOn: 0) == 34)
    #expect(lead.daysFromLiftToPresence(requestedOn: 0) == 4)
  }

  @Test("A gate holds the request until it opens, and a closed season until it ends")
  func gatesAndSeasons() {
    var consent = Stage(id: "consent", days: .fixed(5))
    consent.gate = "consent"
    var camp = Stage(id: "camp", days: .fixed(10), after: ["consent"])
    camp.season = ["rains": .closed]
    let lead = lead([consent, camp]) {
      $0.gates = [Gate(id: "g", kind: "consent", mission: "mission", opening: .onDay(.fixed(50)))]
      // Day 0 is 15 November: days 60 to 79 are closed.
      $0.missions[0].seasons = [Season(id: "rains", from: monthDay(1, 14), to: monthDay(2, 2))]
    }
    #expect(lead.presence(requestedOn: 0) == 85)
    #expect(lead.presence(requestedOn: 60) == 90)
    #expect(lead.presence(requestedOn: 90) == 105)
    #expect(lead.latestRequest(arrivingOn: 85, notBefore: 0) == 50)
    #expect(lead.latestRequest(arrivingOn: 84, notBefore: 0) == nil)
    #expect(lead.latestRequest(arrivingOn: 105, notBefore: 0) == 90)
  }

  @Test("What never opens never arrives")
  func never() {
    var stage = Stage(id: "a", days: .fixed(5))
    stage.season = ["year": .closed]
    let lead = lead([stage]) {
      $0.missions[0].seasons = [Season(id: "year", from: monthDay(1, 1), to: monthDay(12, 31))]
    }
    #expect(lead.presence(requestedOn: 0) == nil)
    #expect(lead.latestRequest(arrivingOn: 700, notBefore: 0) == nil)
  }

  @Test("The latest request is in time, a day later is not, and a later request is never there sooner")
  func latest() {
    var agreement = Stage(id: "agreement", days: Distribution(.lognormal(median: 40, p95: 120)))
    agreement.gate = "consent"
    var road = Stage(id: "road", days: Distribution(.gamma(mean: 30, sd: 20)), after: ["agreement"])
    road.season = ["rains": .factor(3), "snow": .closed]
    let lead = lead([agreement, road], percentile: 70) {
      let opening = Distribution(.uniform(low: 10, high: 200))
      $0.gates = [Gate(id: "g", kind: "consent", mission: "mission", opening: .onDay(opening))]
      $0.missions[0].seasons = [
        Season(id: "rains", from: monthDay(6, 1), to: monthDay(9, 30)),
        Season(id: "snow", from: monthDay(12, 20), to: monthDay(2, 10)),
      ]
    }
    let presence = (0..<500).map { lead.presence(requestedOn: $0) ?? .max }
    #expect(zip(presence, presence.dropFirst()).allSatisfy { $0 <= $1 })
    for arrival in stride(from: 100, to: 480, by: 19) {
      let last = presence.indices.filter { presence[$0] <= arrival }.max()
      #expect(lead.latestRequest(arrivingOn: arrival, notBefore: 0) == last)
    }
  }

  @Test("Pledges of one process share a lead time unless stages or loads differ")
  func sharedKey() {
    var move = Stage(id: "move")
    move.lift = "ships"
    let scenario = timelineScenario(stages: [Stage(id: "a", days: .fixed(3)), move], pledges: 4) {
      $0.lift = [LiftPool(id: "ships", carriers: 1, cycleDays: .fixed(10))]
      $0.lift[0].payloadTonnes = 50
      $0.pledges[1].from = 90
      $0.pledges[2].done = ["a"]
      $0.pledges[3].tonnes = 120
    }
    let keys = scenario.pledges.map {
      LeadTime.sharedKey(pledge: $0, mission: scenario.missions[0], scenario: scenario)
    }
    #expect(keys[0] == keys[1])
    #expect(Set(keys).count == 3)
  }

  @Test("Missions share a lead time that neither their seasons nor their gates can touch")
  func sharedByMissions() {
    var move = Stage(id: "move", days: .fixed(3))
    move.season = ["rains": .closed]
    let scenario = timelineScenario(stages: [move]) {
      $0.missions.append($0.missions[0])
      $0.missions[1].id = "other"
      $0.missions.append($0.missions[0])
      $0.missions[2].id = "wet"
      $0.missions[2].seasons = [Season(id: "rains", from: monthDay(1, 14), to: monthDay(2, 2))]
    }
    let keys = scenario.missions.map {
      LeadTime.sharedKey(pledge: scenario.pledges[0], mission: $0, scenario: scenario)
    }
    #expect(keys[0] == keys[1])
    #expect(keys[0] != keys[2])
  }

  @Test("Where nothing is random but the day of a gate, its percentile decides")
  func randomGateAlone() {
    var consent = Stage(id: "consent", days: .fixed(5))
    consent.gate = "consent"
    let lead = lead([consent], percentile: 90) {
      let opening = Distribution(.uniform(low: 0, high: 100))
      $0.gates = [Gate(id: "g", kind: "consent", mission: "mission", opening: .onDay(opening))]
    }
    // 90 + 5, with a standard error of 0.3 and rounded up.
    #expect((94...97).contains(lead.presence(requestedOn: 0) ?? 0))
  }
}
