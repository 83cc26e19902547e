import Simulation
import Testing

@Suite("The pool of pledges on another day")
struct PledgeRecordTests {
  private func pledge(
    recordedOn: Int?, _ history: [HistoryEntry] = [], quantity: Double = 600, units: Int = 3
  ) -> Pledge {
    var pledge = Pledge(
      id: "p", contributor: "AAA", capability: "company", quantity: quantity, units: units, until: 100)
    (pledge.recordedOn, pledge.history) = (recordedOn, history)
    (pledge.personnel, pledge.women, pledge.tonnes) = (600, 60, 900)
    pledge.cost = PledgeCost(general: .init(deployment: 3_000, perDay: 30))
    return pledge
  }

  private func pool(_ pledge: Pledge, asOf day: Int) -> Pledge? {
    var scenario = Scenario.bare()
    scenario.pledges = [pledge]
    return scenario.withPool(asOf: day).pledges.first
  }

  @Test("A pledge is in the pool from the day of its record on, and what history says counts from its day on")
  func records() {
    let twice = pledge(
      recordedOn: -400, [HistoryEntry(day: -800, quantity: 200), HistoryEntry(day: -50, quantity: 0)])
    #expect(pool(twice, asOf: -801) == nil)
    #expect(pool(twice, asOf: -800)?.quantity == 200)
    #expect(pool(twice, asOf: -401)?.quantity == 200)
    #expect(pool(twice, asOf: -400)?.quantity == 600)
    #expect(pool(twice, asOf: -50) == nil)
  }

  @Test("A pledge without a day of record was always there; with a history its own quantity is that of day 0")
  func undated() {
    #expect(pool(pledge(recordedOn: nil), asOf: -9_999)?.quantity == 600)
    let grown = pledge(recordedOn: nil, [HistoryEntry(day: -100, quantity: 400)])
    #expect(pool(grown, asOf: -101) == nil)
    #expect(pool(grown, asOf: -1)?.quantity == 400 && pool(grown, asOf: 0)?.quantity == 600)
  }

  @Test(
    "A smaller pledge has elements of the same size where they come out whole, and all else in proportion")
  func resized() {
    let smaller = pool(pledge(recordedOn: 0, [HistoryEntry(day: -10, quantity: 400)]), asOf: -1)
    #expect(
      smaller?.units == 2 && smaller?.personnel == 400 && smaller?.women == 40 && smaller?.tonnes == 600)
    #expect(smaller?.cost.general == .init(deployment: 2_000, perDay: 20))
    let odd = pool(pledge(recordedOn: 0, [HistoryEntry(day: -10, quantity: 450)]), asOf: -1)
    #expect(odd?.units == 3 && odd?.elementQuantity == 150)
  }

  @Test("Packages go on with the members there are; what comes whole cannot be sent without one of them")
  func packages() {
    var scenario = Scenario.bare()
    var late = pledge(recordedOn: 10)
    late.id = "late"
    scenario.pledges = [late, pledge(recordedOn: 0)]
    scenario.packages = [
      Package(id: "forms", kind: .atMost(personnel: 700), members: ["late", "p"]),
      Package(id: "whole", kind: .allOrNothing(offsetDays: [:]), members: ["late", "p"]),
    ]
    scenario.allocation.pins = [
      Pin(pledge: "late", need: "n", units: 1), Pin(pledge: "p", need: "n", units: 3),
    ]
    let pool = scenario.withPool(asOf: 5)
    #expect(pool.packages.map(\.members) == [["p"], ["p"]])
    #expect(pool.allocation.pins.map(\.pledge) == ["p"])
    #expect(pool.allocation.bans == [Ban(pledge: "p")])
    #expect(scenario.withPool(asOf: 10) == scenario)
  }
}
