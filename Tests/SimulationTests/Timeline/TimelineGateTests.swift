import Simulation
import Testing

@Suite("Gates that open with coverage")
struct TimelineGateTests {
  /// A stage that waits for the camp.
  private func camped(_ id: String, days: Double = 5, after: [String] = []) -> Stage {
    var stage = Stage(id: id, days: .fixed(days), after: after)
    stage.gate = "camp"
    return stage
  }

  /// Pledges of engineers to the first need, then one of a battalion to the second, which moves 10 days and
  /// is ready 5 days after the camp is.
  private func scenario(
    building: Distribution, engineers: Int = 1, atLeast: Double = 1,
    change: (inout Scenario) -> Void = { _ in }
  ) -> (Scenario, [Assignment]) {
    let scenario = timelineScenario(
      stages: [Stage(id: "build", days: building)], needs: 2, pledges: engineers + 1
    ) {
      $0.needs[0].quantity = Double(engineers)
      $0.processes.append(
        ProcessPlan(
          id: "quartered", stages: [Stage(id: "move", days: .fixed(10)), camped("ready", after: ["move"])]))
      $0.pledges[engineers].process = "quartered"
      $0.gates = [
        Gate(
          id: "the-camp", kind: "camp", mission: "mission",
          opening: .withCoverage(need: "need-000", atLeast: atLeast))
      ]
      change(&$0)
    }
    return (scenario, plan(scenario, engineers: engineers))
  }

  private func plan(_ scenario: Scenario, engineers: Int) -> [Assignment] {
    scenario.pledges.enumerated().map { index, pledge in
      Assignment(
        pledge: pledge.id, need: index < engineers ? "need-000" : "need-001", units: 1, quantity: 1,
        requestDay: 0, arrivalDay: 0, untilDay: 720, isInPlace: false)
    }
  }

  private func arrival(_ given: (Scenario, [Assignment]), of pledge: Int, eventsOnly: Bool = false) throws
    -> PledgeTimeline
  {
    try simulated(given.0, assignments: given.1, replications: 2_000, eventsOnly: eventsOnly).pledges[pledge]
  }

  @Test("A battalion is ready so many days after the engineers have built its camp")
  func camp() throws {
    let given = scenario(building: .fixed(49.5))
    #expect(try arrival(given, of: 1).arrivalDay?.mean == 55)
    let random = scenario(building: triangular(20, 60, 200))
    let engineers = try arrival(random, of: 0).arrivalQuantiles.mapValues { $0.map { $0 + 5 } }
    #expect(try arrival(random, of: 1).arrivalQuantiles == engineers)
  }

  @Test("It opens when the share asked for is there, and not before the need's own first day")
  func share() throws {
    for (atLeast, ready) in [(0.5, 35.0), (0.51, 65), (1, 65)] {
      let given = scenario(building: .fixed(30), engineers: 2, atLeast: atLeast) {
        $0.pledges[1].from = 60
      }
      #expect(try arrival(given, of: 2).arrivalDay?.mean == ready)
    }
    let later = scenario(building: .fixed(30)) { $0.needs[0].from = 100 }
    #expect(try arrival(later, of: 1).arrivalDay?.mean == 105)
  }

  @Test("It stays open when those who built it have left")
  func stays() throws {
    let given = scenario(building: .fixed(20)) {
      $0.pledges[0].tourDays = 30
      $0.processes[1].stages[0].days = .fixed(100)
    }
    #expect(try arrival(given, of: 1).arrivalDay?.mean == 105)
  }

  @Test("Those who are not there together do not open it together")
  func apart() throws {
    let given = scenario(building: .fixed(20), engineers: 2) {
      $0.pledges[0].tourDays = 30
      $0.pledges[1].from = 60
    }
    #expect(try arrival(given, of: 2).never.probability == 1)
  }

  @Test("Where the engineers do not come the battalion never comes")
  func never() throws {
    let given = scenario(building: .fixed(20)) { $0.pledges[0].probability = 0.5 }
    let timeline = try simulated(given.0, assignments: given.1, replications: 2_000)
    #expect(timeline.pledges[0].never == timeline.pledges[1].never)
    #expect(agrees(timeline.pledges[1].never, with: 0.5, n: 2_000))
  }

  @Test("One ship brings the engineers, then one that had come before, then what waited for the camp")
  func oneShip() throws {
    var move = Stage(id: "move")
    move.lift = "ship"
    var called = camped("call", days: 0)
    called.days = nil
    var follow = move
    follow.after = ["call"]
    let (scenario, _) = scenario(building: .fixed(0), engineers: 2) {
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: .fixed(10))]
      $0.processes[0].stages = [move]
      $0.processes[1].stages = [called, follow]
      $0.pledges.append($0.pledges[0])
      $0.pledges[3].id = "pledge-003"
    }
    let given = (scenario, plan(scenario, engineers: 2))
    let timeline = try simulated(given.0, assignments: given.1, replications: 256)
    #expect(timeline.pledges.map(\.arrivalDay?.mean) == [10, 20, 40, 30])
  }

  /// Two camps in a row with all that may happen on the way, so that replications differ.
  private func busy(sharesShip: Bool) -> (Scenario, [Assignment]) {
    var move = Stage(id: "move", days: triangular(1, 4, 9), after: ["build"])
    move.lift = "ship"
    return scenario(building: triangular(10, 40, 150), engineers: 4, atLeast: 0.5) {
      $0.lift = [LiftPool(id: "ship", carriers: 1, cycleDays: triangular(5, 9, 20))]
      $0.processes[0].stages.append(move)
      if sharesShip { $0.processes[1].stages[1].lift = "ship" }
      for index in 0..<4 {
        $0.pledges[index].withdrawalPerYear = 0.9
        $0.pledges[index].probability = 0.8
        $0.pledges[index].tourDays = 120
        $0.pledges[index].parts = [PledgePart(share: 0.4, lagDays: 0), PledgePart(share: 0.6, lagDays: 17)]
      }
      $0.risks = [RiskEvent(id: "r", probability: 0.3, stage: "build", effect: .sendBack(to: "build"))]
    }
  }

  @Test("Opened by all arrivals at once or event by event, every gate opens on the same day")
  func passEqualsEvents() throws {
    let (scenario, plan) = busy(sharesShip: false)
    let pass = try simulated(scenario, assignments: plan, replications: 2_000)
    #expect(try simulated(scenario, assignments: plan, replications: 2_000, eventsOnly: true) == pass)
    #expect(pass.pledges[4].never.probability > 0.02 && pass.pledges[4].never.probability < 0.5)
  }

  @Test("Any number of threads gives the same timeline to the last bit", arguments: [2, 3, 8])
  func threads(count: Int) throws {
    let (scenario, plan) = busy(sharesShip: true)
    let one = try simulated(scenario, assignments: plan, replications: 1_500)
    #expect(try simulated(scenario, assignments: plan, replications: 1_500, threads: count) == one)
  }
}

@Suite("Gates that wait for themselves")
struct GateCircleTests {
  /// Each pledge to the need of its number; all go through one process that waits for a gate of kind camp.
  private func scenario(_ gates: [Gate], change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var stage = Stage(id: "ready", days: .fixed(5))
    stage.gate = "camp"
    return timelineScenario(stages: [stage], needs: 2, pledges: 2) {
      $0.gates = gates
      change(&$0)
    }
  }

  private func camp(_ id: String = "camp", mission: String = "mission", opensWith need: String) -> Gate {
    Gate(id: id, kind: "camp", mission: mission, opening: .withCoverage(need: need, atLeast: 0.5))
  }

  private func circle(_ scenario: Scenario) -> GateCircle? {
    TimelineSimulator(scenario: scenario, assignments: sent(scenario)).gateCircle
  }

  @Test("A camp whose builders wait for it is refused, with the circle named")
  func own() {
    let circle = circle(scenario([camp(opensWith: "need-000")]))
    #expect(
      circle?.description
        == "the plan cannot begin: gates and stages wait for one another in a circle: gate camp -> "
        + "need need-000 -> pledge pledge-000 -> stage ready -> gate camp")
    #expect(circle.map { ExitStatus(endingWith: $0) } == .scenarioRefused)
  }

  @Test("Two missions whose camps wait for each other's builders are refused")
  func mutual() {
    let both = [camp("east", opensWith: "need-001"), camp("west", mission: "other", opensWith: "need-000")]
    let scenario = scenario(both) {
      $0.missions.append(Mission(id: "other", name: "Other"))
      $0.needs[1].mission = "other"
    }
    #expect(
      circle(scenario)?.steps == [
        "gate east", "need need-001", "pledge pledge-001", "stage ready", "gate west", "need need-000",
        "pledge pledge-000", "stage ready", "gate east",
      ])
  }

  @Test("Where others can open it, or nothing waits, there is no circle")
  func none() throws {
    // The second pledge has what the first waits for.
    let opened = scenario([camp(opensWith: "need-000")]) {
      $0.needs[0].quantity = 2
      $0.pledges[1].done = ["ready"]
    }
    let plan = opened.pledges.map {
      Assignment(
        pledge: $0.id, need: "need-000", units: 1, quantity: 1, requestDay: 0, arrivalDay: 0, untilDay: 720,
        isInPlace: false)
    }
    let simulator = TimelineSimulator(scenario: opened, assignments: plan)
    #expect(simulator.gateCircle == nil)
    let timeline = try simulated(opened, assignments: plan, replications: 256)
    #expect(timeline.pledges.map(\.arrivalDay?.mean) == [5, 0])
    #expect(
      circle(scenario([Gate(id: "g", kind: "camp", mission: "mission", opening: .onDay(.fixed(3)))])) == nil)
    // Nobody is sent to build it: it never opens, and waits for nobody either.
    let idle = scenario([camp(opensWith: "need-001")]) { $0.pledges.removeLast() }
    #expect(circle(idle) == nil)
    #expect(try simulated(idle, replications: 256).pledges[0].never.probability == 1)
  }
}
