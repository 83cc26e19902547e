import Simulation
import Testing

/// One mission, one capability, needs of one unit each, and pledges of one unit that all go through a
/// process.
func timelineScenario(
  stages: [Stage], horizon: Int = 720, needs: Int = 1, pledges: Int = 1,
  change: (inout Scenario) -> Void = { _ in }
) -> Scenario {
  var scenario = Scenario(
    id: "test", title: "Test", dayZero: date(2017, 11, 15), horizon: Horizon(days: horizon))
  scenario.missions = [Mission(id: "mission", name: "Mission")]
  scenario.capabilities = [
    Capability(id: "company", name: "Company", measure: .units, category: .contingents)
  ]
  scenario.needs = (0..<needs).map {
    Need(
      id: "need-\(padded($0))", mission: "mission", capability: "company", quantity: 1, from: 0,
      until: horizon)
  }
  scenario.contributors = [Contributor(id: "AAA", name: "A")]
  scenario.processes = [ProcessPlan(id: "process", stages: stages)]
  scenario.pledges = (0..<pledges).map {
    var pledge = Pledge(
      id: "pledge-\(padded($0))", contributor: "AAA", capability: "company", quantity: 1, units: 1,
      until: horizon)
    pledge.process = "process"
    return pledge
  }
  change(&scenario)
  return scenario
}

/// Each pledge to the need of the same number (or the last), requested on a day.
func sent(_ scenario: Scenario, on day: Int = 0) -> [Assignment] {
  scenario.pledges.enumerated().map { index, pledge in
    let need = scenario.needs[min(index, scenario.needs.count - 1)]
    return Assignment(
      pledge: pledge.id, need: need.id, units: Double(pledge.units), quantity: pledge.quantity,
      requestDay: day, arrivalDay: max(day, pledge.from), untilDay: pledge.until, isInPlace: false)
  }
}

func simulated(
  _ scenario: Scenario, assignments: [Assignment]? = nil, replications: Int = 10_000, threads: Int = 1,
  eventsOnly: Bool = false
) throws -> Timeline {
  let simulator = TimelineSimulator(
    scenario: scenario, assignments: assignments ?? sent(scenario), eventsOnly: eventsOnly)
  return try #require(simulator.run(replications: replications, seed: 2017, threads: threads))
}

func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  guard let date = CalendarDate(year: year, month: month, day: day) else { fatalError("no such day") }
  return date
}

func monthDay(_ month: Int, _ day: Int) -> MonthDay {
  guard let day = MonthDay(month: month, day: day) else { fatalError("no such day") }
  return day
}

func padded(_ number: Int) -> String {
  number < 10 ? "00\(number)" : number < 100 ? "0\(number)" : "\(number)"
}

func triangular(_ low: Double, _ mode: Double, _ high: Double) -> Distribution {
  Distribution(.triangular(low: low, mode: mode, high: high))
}

/// Whether a mean is within four of its standard errors of what it should be.
func agrees(_ estimate: Estimate?, with value: Double) -> Bool {
  guard let estimate else { return false }
  return abs(estimate.mean - value) <= 4 * estimate.standardError
}

/// Whether a share of n is within four standard errors of a probability.
func agrees(_ chance: Chance, with probability: Double, n: Int) -> Bool {
  abs(chance.probability - probability)
    <= 4 * (probability * (1 - probability) / Double(n)).squareRoot()
}
