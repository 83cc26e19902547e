import Simulation
import Testing

/// Lift pools whose waits are known exactly, in the whole timeline, in order and event by event.
@Suite("Waits for lift against queueing theory")
struct TimelineQueueClosedFormTests {
  private func scenario(units: Int, arrivals: Distribution?, carriers: Int, cycle: Double) -> Scenario {
    var move = Stage(id: "move", after: arrivals == nil ? [] : ["papers"])
    move.lift = "ships"
    let papers = arrivals.map { Stage(id: "papers", days: $0) }
    return timelineScenario(stages: [papers, move].compactMap(\.self), horizon: 3_000, pledges: units) {
      $0.needs[0].quantity = Double(units)
      $0.lift = [
        LiftPool(id: "ships", carriers: carriers, cycleDays: Distribution(.exponential(mean: cycle)))
      ]
    }
  }

  @Test("Of units that come together the k-th waits (k − c)/c cycles", arguments: [1, 2, 3], [false, true])
  func together(carriers: Int, eventsOnly: Bool) throws {
    let timeline = try simulated(
      scenario(units: 7, arrivals: nil, carriers: carriers, cycle: 10), eventsOnly: eventsOnly)
    for (place, pledge) in timeline.pledges.enumerated() {
      let wait = Double(max(0, place + 1 - carriers)) / Double(carriers) * 10
      #expect(agrees(pledge.arrivalDay, with: wait + 10), "\(pledge.pledge)")
    }
  }

  /// Days that all units of a finite number wait in all, where each comes after exponential days by itself: over
  /// the states of how many have come and how many are done, by how likely and how long each is.
  private func waited(units: Int, arrival: Double, carriers: Int, cycle: Double) -> Double {
    var chance = [[Double]](repeating: [Double](repeating: 0, count: units + 1), count: units + 1)
    chance[0][0] = 1
    var waited = 0.0
    for come in 0...units {
      for done in 0...come where come < units || done < units {
        let (up, down) = (Double(units - come) / arrival, Double(min(come - done, carriers)) / cycle)
        waited += chance[come][done] * Double(max(0, come - done - carriers)) / (up + down)
        if come < units { chance[come + 1][done] += chance[come][done] * up / (up + down) }
        if done < come { chance[come][done + 1] += chance[come][done] * down / (up + down) }
      }
    }
    return waited
  }

  @Test("Two carriers and random comings: every unit waits as long as the chain of states says")
  func random() throws {
    let (units, arrival, cycle) = (12, 40.0, 10.0)
    // By hand for two units and one carrier: whoever comes second meets the first at sea in half of the cases
    // where rates are equal, and waits a whole mean cycle then.
    #expect(abs(waited(units: 2, arrival: 10, carriers: 1, cycle: 10) - 5) < 1e-12)
    let scenario = scenario(
      units: units, arrivals: Distribution(.exponential(mean: arrival)), carriers: 2, cycle: cycle)
    let all = waited(units: units, arrival: arrival, carriers: 2, cycle: cycle)
    #expect(all > Double(units))
    let timeline = try simulated(scenario)
    for pledge in timeline.pledges {
      #expect(agrees(pledge.arrivalDay, with: arrival + cycle + all / Double(units)), "\(pledge.pledge)")
    }
    let simulator = TimelineSimulator(scenario: scenario, assignments: sent(scenario))
    let found = try #require(simulator.causes(replications: 4_096, seed: 2017, threads: 1))
    #expect(agrees(found.causes.first { $0.kind == .lift }?.daysWaited, with: all))
  }
}
