import Simulation
import Testing

@Suite("Trigger and warning")
struct TimelineTriggerTests {
  /// Preparation on warning, then a move that is not.
  private func scenario(
    preparation: Double, warning: Double, change: (inout Scenario) -> Void = { _ in }
  ) -> Scenario {
    var prepare = Stage(id: "prepare", days: .fixed(preparation))
    prepare.onWarning = true
    let move = Stage(id: "move", days: .fixed(10), after: ["prepare"])
    return timelineScenario(stages: [prepare, move]) {
      $0.trigger = Trigger(warningDays: warning)
      change(&$0)
    }
  }

  /// By timeline, and by the plan's lead time.
  private func arrival(_ scenario: Scenario, on day: Int = 0) throws -> [Double?] {
    let lead = LeadTime(pledge: scenario.pledges[0], mission: scenario.missions[0], scenario: scenario)
    let timeline = try simulated(scenario, assignments: sent(scenario, on: day), replications: 256)
    return [timeline.pledges[0].arrivalDay?.mean, lead.presence(requestedOn: day).map(Double.init)]
  }

  @Test("What is prepared on warning is that much sooner, but nothing else begins before the crisis")
  func warned() throws {
    #expect(try arrival(scenario(preparation: 50, warning: 0)) == [60, 60])
    #expect(try arrival(scenario(preparation: 50, warning: 30)) == [30, 30])
    #expect(try arrival(scenario(preparation: 20, warning: 30)) == [10, 10])
    // Requested later, it is prepared already.
    #expect(try arrival(scenario(preparation: 50, warning: 30), on: 15) == [30, 30])
    #expect(try arrival(scenario(preparation: 50, warning: 30), on: 40) == [50, 50])
  }

  @Test("A unit that is ready before the crisis is there when it is requested")
  func ready() throws {
    let scenario = scenario(preparation: 20, warning: 30) { $0.processes[0].stages.removeLast() }
    #expect(try arrival(scenario) == [0, 0])
    #expect(try arrival(scenario, on: 7) == [7, 7])
  }

  @Test("On warning, a stage still waits for those it comes after")
  func bound() throws {
    let scenario = scenario(preparation: 50, warning: 30) { $0.processes[0].stages[1].onWarning = true }
    #expect(try arrival(scenario) == [30, 30])
    let decided = self.scenario(preparation: 50, warning: 30) {
      $0.processes[0].stages.append(Stage(id: "decision", days: .fixed(5)))
      $0.processes[0].stages[0].after = ["decision"]
    }
    #expect(try arrival(decided) == [65, 65])
  }

  @Test("Before day 0 units queue in the order in which they come")
  func queue() throws {
    var march = Stage(id: "march", days: .fixed(15))
    var visit = Stage(id: "visit", days: .fixed(10), after: ["march"])
    visit.uses = "team"
    (march.onWarning, visit.onWarning) = (true, true)
    let stages = [march, visit, Stage(id: "move", days: .fixed(20), after: ["visit"])]
    let scenario = timelineScenario(stages: stages, pledges: 2) {
      $0.trigger = Trigger(warningDays: 30)
      $0.resources = [SharedResource(id: "team", count: 1)]
      $0.pledges[1].done = ["march"]
    }
    for eventsOnly in [false, true] {
      let timeline = try simulated(scenario, replications: 256, eventsOnly: eventsOnly)
      #expect(timeline.pledges.map(\.arrivalDay?.mean) == [20, 20])
    }
  }

  @Test("The seasons meet a crisis where it falls in the year")
  func season() throws {
    // 200 days after 15 November 2017 is 3 June 2018; the road is open again on 1 August, 59 days later.
    let scenario = rainy(.fixed(200))
    #expect(try arrival(scenario) == [60, 60])
    // Four years on it falls on the same day.
    #expect(try arrival(rainy(.fixed(1661.5))) == [60, 60])
    #expect(try arrival(rainy(.fixed(100))) == [1, 1])
  }

  @Test("A crisis on any day of four years meets the rains as often as they last")
  func randomDay() throws {
    let n = 100_000
    let scenario = rainy(Distribution(.uniform(low: 0, high: 1461)))
    // One day's work is done on the first day but in June and July: 61 of 365.25.
    let timeline = try simulated(scenario, replications: n)
    #expect(agrees(timeline.pledges[0].onTime, with: 1 - 61 / 365.25, n: n))
    // Later than day 44 where it falls on one of the first 18 days of the rains: 4 · 18 of 1461.
    #expect(timeline.pledges[0].arrivalQuantiles[95] == .some(44))
    let lead = LeadTime(pledge: scenario.pledges[0], mission: scenario.missions[0], scenario: scenario)
    #expect(lead.presence(requestedOn: 0) == 1)
  }

  /// One day's work that rests in June and July, on time on day 1.
  private func rainy(_ onDay: Distribution) -> Scenario {
    var work = Stage(id: "work", days: .fixed(1))
    work.season = ["rains": .closed]
    return timelineScenario(stages: [work]) {
      $0.trigger = Trigger(onDay: onDay)
      $0.missions[0].standardDays = 1
      $0.missions[0].seasons = [Season(id: "rains", from: monthDay(6, 1), to: monthDay(7, 31))]
    }
  }
}

@Suite("Supports in the timeline")
struct TimelineSupportTests {
  @Test("Carriers that a support adds shorten the queue while they are there")
  func carriers() throws {
    var move = Stage(id: "move")
    move.lift = "ship"
    let scenario = timelineScenario(stages: [move], pledges: 6) {
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: .fixed(15))]
      var support = Support(id: "ferry", kind: .lift, capacity: 0, until: 30)
      (support.pool, support.carriers, support.from) = ("ship", 1, 10)
      $0.supports = [support]
    }
    for eventsOnly in [false, true] {
      let timeline = try simulated(scenario, replications: 256, eventsOnly: eventsOnly)
      #expect(timeline.pledges.map(\.arrivalDay?.mean) == [15, 25, 30, 40, 45, 60])
    }
  }

  @Test("Training with a support takes its share of the days, for the unit that uses it")
  func training() throws {
    let scenario = timelineScenario(stages: [Stage(id: "training", days: triangular(10, 50, 90))], pledges: 2)
    {
      var support = Support(id: "trainers", kind: .training, capacity: 1, until: 720)
      support.effect = Support.Effect(stage: "training", factor: 0.5)
      $0.supports = [support]
    }
    var plan = sent(scenario)
    plan[0].support = "trainers"
    let alone = try simulated(scenario)
    let helped = try simulated(scenario, assignments: plan)
    let (before, after) = (alone.pledges[0].arrivalDay?.mean ?? 0, helped.pledges[0].arrivalDay?.mean ?? 0)
    // The same luck in half the days; times are summed in 1/1024 day.
    #expect(abs(after - before / 2) < 1 / 1024.0)
    #expect(helped.pledges[1] == alone.pledges[1])
  }
}
