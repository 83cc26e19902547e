import Simulation
import Testing

@Suite("Stage graphs")
struct StageGraphTests {
  private func graph(_ stages: [Stage], change: (inout Scenario) -> Void = { _ in }) -> StageGraph {
    let scenario = timelineScenario(stages: stages, change: change)
    return StageGraph(pledge: scenario.pledges[0], mission: scenario.missions[0], scenario: scenario)
  }

  @Test("Stages come after those they wait for, and else in the order of their names")
  func order() {
    let graph = graph([
      Stage(id: "z"), Stage(id: "c", after: ["b", "z"]), Stage(id: "b"), Stage(id: "a", after: ["c"]),
    ])
    #expect(graph.nodes.map(\.stage) == ["b", "z", "c", "a"])
    #expect(graph.nodes.map(\.after) == [[], [], [0, 1], [2]])
    #expect(graph.last == [3])
  }

  @Test("A stage that is done passes on what it waited for, and waits for no gate itself")
  func done() {
    var gated = Stage(id: "b", days: .fixed(5), after: ["a"])
    gated.gate = "consent"
    let graph = graph([Stage(id: "a", days: .fixed(1)), gated, Stage(id: "c", after: ["b"])]) {
      $0.pledges[0].done = ["b"]
      $0.gates = [Gate(id: "g", kind: "consent", mission: "mission", opening: .onDay(.fixed(99)))]
    }
    #expect(graph.nodes.map(\.stage) == ["a", "c"])
    #expect(graph.nodes[1].after == [0])
    #expect(graph.nodes.allSatisfy { $0.gates.isEmpty })
  }

  @Test("A stage is skipped from its level of readiness up", arguments: Readiness.allCases)
  func skipped(readiness: Readiness) {
    var visit = Stage(id: "visit", days: .fixed(30))
    visit.skipFrom = .level2
    let graph = graph([visit]) { $0.pledges[0].readiness = readiness }
    #expect(graph.nodes.isEmpty == (readiness >= .level2))
  }

  @Test("A gate of another mission, or of another kind, is open")
  func gates() {
    var stage = Stage(id: "a")
    stage.gate = "consent"
    let graph = graph([stage]) {
      $0.gates = [
        Gate(id: "g1", kind: "consent", mission: "elsewhere", opening: .onDay(.fixed(9))),
        Gate(id: "g2", kind: "camp", mission: "mission", opening: .onDay(.fixed(9))),
        Gate(id: "g3", kind: "consent", mission: "mission", opening: .onDay(.fixed(9))),
      ]
    }
    #expect(graph.nodes[0].gates == [2])
  }

  @Test("A lifted stage makes as many loads as one element needs, and does its days after the lift")
  func lift() {
    var stage = Stage(id: "move", days: .fixed(3))
    stage.lift = "ships"
    let graph = graph([stage]) {
      var pool = LiftPool(id: "ships", carriers: 2, cycleDays: .fixed(10))
      (pool.payloadTonnes, pool.seats) = (100, 200)
      $0.lift = [pool]
      ($0.pledges[0].units, $0.pledges[0].tonnes, $0.pledges[0].personnel) = (2, 420, 900)
    }
    // 210 tonnes and 450 people an element: three loads by either.
    #expect(graph.nodes.map(\.task) == [.lift(pool: 0, sorties: 3), .work(.fixed(3), resource: nil)])
  }
}
