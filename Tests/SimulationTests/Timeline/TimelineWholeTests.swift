import Simulation
import Testing

@Suite("Everything at once")
struct TimelineWholeTests {
  /// Engineers, battalions and police of two contributors, with all that can happen on the way; the engineers
  /// open the camp that the battalions wait for, with ships that both need and that storms keep in port.
  func scenario(alone: Bool = false) -> Scenario {
    timelineScenario(stages: [], needs: 4, pledges: 13) {
      $0.processes = [
        ProcessPlan(id: "engineers", stages: stages(waitsForCamp: false)),
        ProcessPlan(id: "battalion", stages: stages(waitsForCamp: true)),
        ProcessPlan(id: "police", stages: [Stage(id: "papers", days: triangular(5, 20, 90))]),
      ]
      $0.contributors = ["AAA", "BBB"].map { Contributor(id: $0, name: $0, delayCorrelation: 0.4) }
      for index in $0.pledges.indices { dress(&$0.pledges[index], number: index) }
      for index in $0.needs.indices { $0.needs[index].quantity = 4 }
      dressMission(&$0)
      // The last pledge shares nothing with the others.
      if alone { $0.pledges.removeLast() }
    }
  }

  private func stages(waitsForCamp: Bool) -> [Stage] {
    var papers = Stage(id: "papers", days: Distribution(.lognormal(median: 30, p95: 90)))
    papers.onWarning = true
    var visit = Stage(id: "visit", days: triangular(3, 6, 20), after: ["papers"])
    visit.uses = "team"
    var move = Stage(id: "move", days: triangular(1, 3, 9), after: ["visit"])
    move.lift = "ships"
    move.season = ["storms": .closed]
    if waitsForCamp { move.gate = "camp" }
    return [papers, visit, move]
  }

  private func dress(_ pledge: inout Pledge, number: Int) {
    pledge.process = number == 12 ? "police" : number % 4 == 0 ? "engineers" : "battalion"
    pledge.contributor = number == 12 ? "CCC" : number % 2 == 0 ? "AAA" : "BBB"
    (pledge.tonnes, pledge.probability) = (Double(number * 37 % 250), 0.9)
    (pledge.withdrawalPerYear, pledge.tourDays) = (0.3, number % 3 == 0 ? 300 : nil)
    if number % 2 == 0 {
      pledge.parts = [PledgePart(share: 0.4, lagDays: 0), PledgePart(share: 0.6, lagDays: 20.5)]
    }
  }

  private func dressMission(_ scenario: inout Scenario) {
    scenario.contributors.append(Contributor(id: "CCC", name: "C"))
    scenario.resources = [SharedResource(id: "team", count: 2)]
    scenario.lift = [LiftPool(id: "ships", carriers: 1, cycleDays: triangular(4, 8, 20))]
    scenario.lift[0].payloadTonnes = 100
    var ferry = Support(id: "ferry", kind: .lift, capacity: 0, until: 200)
    (ferry.pool, ferry.carriers, ferry.from) = ("ships", 1, 60)
    scenario.supports = [ferry]
    scenario.missions[0].seasons = [Season(id: "storms", from: monthDay(11, 1), to: monthDay(12, 31))]
    scenario.trigger = Trigger(onDay: Distribution(.uniform(low: 0, high: 400)), warningDays: 21)
    scenario.gates = [
      Gate(
        id: "camp", kind: "camp", mission: "mission",
        opening: .withCoverage(need: "need-000", atLeast: 0.3))
    ]
    scenario.risks = [
      RiskEvent(id: "unfit", probability: 0.2, stage: "visit", effect: .sendBack(to: "papers")),
      RiskEvent(id: "customs", probability: 0.3, stage: "move", effect: .delay(triangular(5, 9, 30))),
      RiskEvent(id: "vote", probability: 0.05, stage: "papers", effect: .cancel),
    ]
    scenario.risks[0].contributors = ["BBB", "AAA"]
  }

  /// Engineers to the first need, battalions to the next two, police to the last.
  func plan(_ scenario: Scenario) -> [Assignment] {
    scenario.pledges.enumerated().map { index, pledge in
      let need = index == 12 ? 3 : index % 4 == 0 ? 0 : 1 + index % 2
      return Assignment(
        pledge: pledge.id, need: "need-00\(need)", units: 1, quantity: 1, requestDay: index % 3 * 20,
        arrivalDay: 300, untilDay: 720, isInPlace: false)
    }
  }

  @Test("Any number of threads and any order of the plan give the same timeline to the last bit")
  func reproduction() throws {
    let scenario = scenario()
    let one = try simulated(scenario, assignments: plan(scenario), replications: 1_100)
    for threads in [2, 3, 8] {
      let again = try simulated(
        scenario, assignments: plan(scenario).reversed(), replications: 1_100, threads: threads)
      #expect(again == one)
    }
    #expect(
      try simulated(scenario, assignments: plan(scenario), replications: 1_100, eventsOnly: true) == one)
  }

  @Test("A pledge that shares nothing with the others changes nothing for them")
  func commonRandomNumbers() throws {
    let (with, without) = (scenario(), scenario(alone: true))
    let both = try simulated(with, assignments: plan(with), replications: 1_100)
    let few = try simulated(without, assignments: plan(without), replications: 1_100)
    #expect(both.pledges.filter { $0.pledge != "pledge-012" } == few.pledges)
    #expect(Array(both.needs.prefix(3)) == Array(few.needs.prefix(3)))
  }

  @Test("All of it comes to something: every pledge is there at times, late at times, and never at times")
  func variety() throws {
    let scenario = scenario()
    let timeline = try simulated(scenario, assignments: plan(scenario), replications: 1_100)
    for pledge in timeline.pledges {
      #expect(pledge.never.probability > 0.05 && pledge.never.probability < 0.95)
      #expect((pledge.arrivalDay?.standardError ?? 0) > 0)
    }
  }
}
