import Simulation
import Testing

@Suite("A plan without chance")
struct TimelinePlanTests {
  private let certain = Chance(
    probability: 1, low: 1 / (1 + 1.959963984540054 * 1.959963984540054 / 300), high: 1)

  private func run(_ scenario: Scenario, _ assignments: [Assignment]? = nil) throws -> Timeline {
    // Not a whole number of blocks: the rest of the last must not count.
    try simulated(scenario, assignments: assignments, replications: 300)
  }

  @Test("Units arrive on the day that the plan says, and cover their need until they leave")
  func reproducesPlan() throws {
    let stages = [
      Stage(id: "a", days: .fixed(30)), Stage(id: "b", days: .fixed(12.5), after: ["a"]),
      Stage(id: "c", days: .fixed(40)), Stage(id: "d", days: .fixed(7), after: ["b", "c"]),
    ]
    let scenario = timelineScenario(stages: stages) {
      $0.pledges[0].tourDays = 200
      $0.simulation.standards = [30, 70]
    }
    let lead = LeadTime(pledge: scenario.pledges[0], mission: scenario.missions[0], scenario: scenario)
    let timeline = try run(scenario, sent(scenario, on: 20))
    // Requested on day 20: max(42.5, 40) + 7 = 49.5, so day 70 to 270.
    #expect(lead.presence(requestedOn: 20) == 70)
    let pledge = timeline.pledges[0]
    #expect(pledge.arrivalDay == Estimate(mean: 69.5, standardError: 0))
    #expect(pledge.arrivalQuantiles.values.allSatisfy { $0 == 70 })
    #expect(pledge.never.probability == 0 && pledge.never.low == 0 && pledge.onTime == certain)
    let need = timeline.needs[0]
    #expect(need.gapDays == Estimate(mean: 520, standardError: 0))
    #expect(need.fullyCoveredBy[30]?.probability == 0 && need.fullyCoveredBy[70] == certain)
    #expect(
      need.coverageByDay.filter { $0.coverage.mean == 1 }.map(\.day) == [70, 90, 120, 150, 180, 210, 240])
    #expect(need.coverageByDay.allSatisfy { $0.p10 == $0.coverage.mean && $0.p90 == $0.coverage.mean })
    #expect(timeline.headline.map(\.share.mean) == [0, 1])
  }

  @Test("A unit is there no sooner than its first day, and without a process on that day")
  func firstDay() throws {
    let scenario = timelineScenario(stages: [Stage(id: "a", days: .fixed(5))], pledges: 2) {
      for index in 0..<2 { $0.pledges[index].from = 60 }
      $0.pledges[1].process = nil
    }
    let timeline = try run(scenario)
    #expect(timeline.pledges.map(\.arrivalDay?.mean) == [60, 60])
    #expect(timeline.missions[0].firstArrivalDay[50] == 60)
  }

  @Test("One that arrives on the last day of its need or pledge, or later, never comes")
  func tooLate() throws {
    let scenario = timelineScenario(stages: [Stage(id: "a", days: .fixed(100))], needs: 2, pledges: 3) {
      $0.needs[0].until = 100
      $0.pledges[1].until = 101
      $0.pledges[2].until = 100
    }
    let timeline = try run(scenario)
    #expect(timeline.pledges.map(\.never.probability) == [1, 0, 1])
    #expect(timeline.pledges.map(\.arrivalDay?.mean) == [nil, 100, nil])
    #expect(timeline.needs.map(\.gapDays.mean) == [100, 719])
    #expect(timeline.pledges[0].arrivalQuantiles[50] == .some(nil))
  }

  @Test("What is in place is there from day 0 with certainty, and leaves when the plan says")
  func inPlace() throws {
    let scenario = timelineScenario(stages: []) {
      $0.pledges[0].probability = 0.2
      $0.missions[0].standardDays = 10
    }
    let plan = [
      Assignment(
        pledge: "pledge-000", need: "need-000", units: 1, quantity: 1, requestDay: nil, arrivalDay: 0,
        untilDay: 228, isInPlace: true)
    ]
    let timeline = try run(scenario, plan)
    #expect(timeline.pledges[0].arrivalDay?.mean == 0)
    #expect(timeline.needs[0].gapDays.mean == 720 - 228)
    #expect(timeline.missions[0].standardMet == certain)
    // It did not come: it was there.
    #expect(timeline.missions[0].firstArrivalDay[50] == .some(nil))
    #expect(timeline.missions[0].daysToShare[0.9]?[50] == 0)
  }

  @Test("Three thirds are the whole, and more than that is no more")
  func thirds() throws {
    let scenario = timelineScenario(stages: [], needs: 1, pledges: 4) {
      $0.needs[0].quantity = 0.3
      for index in 0..<4 { ($0.pledges[index].quantity, $0.pledges[index].from) = (0.1, 10 * index) }
    }
    let need = try run(scenario).needs[0]
    #expect(abs(need.gapDays.mean - 10) < 1e-6)
    #expect(need.coverageByDay[1].coverage.mean == 1)
  }

  @Test("A substitute counts for what it is worth, and machines for those fit to fly")
  func worth() throws {
    let scenario = timelineScenario(stages: [], needs: 2, pledges: 2) {
      $0.capabilities.append(
        Capability(
          id: "gunship", name: "Gunship", measure: .airframes, category: .contingents, serviceability: 0.5))
      $0.substitutions = [Substitution(of: "gunship", for: "company", effectiveness: 0.8)]
      for index in 0..<2 { $0.pledges[index].capability = "gunship" }
      $0.needs[1].counted = .serviceable
    }
    let timeline = try run(scenario)
    #expect(timeline.needs.map { $0.coverageByDay[0].coverage.mean } == [0.8, 0.4])
  }

  @Test("A need that began before day 0 is counted from day 0")
  func overdue() throws {
    let scenario = timelineScenario(stages: [Stage(id: "a", days: .fixed(30))], horizon: 90) {
      $0.needs[0].from = -400
      $0.simulation.standards = [29, 30]
    }
    let need = try run(scenario).needs[0]
    #expect(need.fullyCoveredBy[29]?.probability == 0 && need.fullyCoveredBy[30] == certain)
    #expect(need.gapDays.mean == 30)
    #expect(need.coverageByDay.map(\.day) == [0, 29, 30, 60])
  }

  @Test(
    "Whatever the process, without chance and queues a unit arrives on its planned day", arguments: 0..<40)
  func planned(number: Int) throws {
    let scenario = dice(number)
    for (day, mission) in [(0, scenario.missions[0]), (37, scenario.missions[0])] {
      let lead = LeadTime(pledge: scenario.pledges[0], mission: mission, scenario: scenario)
      let timeline = try run(scenario, sent(scenario, on: day))
      let planned = lead.presence(requestedOn: day).flatMap { $0 < 720 ? $0 : nil }
      #expect(timeline.pledges[0].arrivalQuantiles[50] == .some(planned))
    }
  }

  /// A process of eight fixed stages in tenths of days, with what it waits for, seasons, gates and lift
  /// thrown by dice.
  private func dice(_ number: Int) -> Scenario {
    let key = StreamKey(seed: 2017, name: "dice")
    func die(_ name: String, _ sides: UInt32) -> Int {
      Int(ReplicationWords.word(replication: number, key: key, stream: StreamName(name), visit: 0) % sides)
    }
    let stages = (0..<8).map { index -> Stage in
      let after = (0..<index).filter { die("\($0) before \(index)", 3) == 0 }.map { "s\($0)" }
      var stage = Stage(id: "s\(index)", days: .fixed(Double(die("days \(index)", 400)) / 10), after: after)
      if die("season \(index)", 3) == 0 { stage.season = ["rains": .factor(2.5), "snow": .closed] }
      if die("gate \(index)", 5) == 0 { stage.gate = "consent" }
      if die("lift", 9) == index { stage.lift = "ships" }
      return stage
    }
    return timelineScenario(stages: stages) {
      $0.lift = [LiftPool(id: "ships", carriers: 2, cycleDays: .fixed(7.3))]
      $0.lift[0].payloadTonnes = 100
      $0.pledges[0].tonnes = Double(die("tonnes", 600))
      $0.pledges[0].done = die("done", 2) == 0 ? ["s3"] : []
      let opening = Distribution.fixed(Double(die("opening", 200)))
      $0.gates = [Gate(id: "g", kind: "consent", mission: "mission", opening: .onDay(opening))]
      $0.missions[0].seasons = [
        Season(id: "rains", from: monthDay(2, 1), to: monthDay(5, 30)),
        Season(id: "snow", from: monthDay(12, 20), to: monthDay(1, 20)),
      ]
    }
  }
}
