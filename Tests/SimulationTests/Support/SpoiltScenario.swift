import PlanChecker
import Simulation

/// A scenario in which one row decides, and the same with a figure of that row wrong.
struct SpoiltScenario {
  /// The row by which a plan of the spoilt scenario is found out.
  var kind: BrokenRow.Kind
  var scenario: Scenario
  var spoilt: Scenario

  private init(
    _ kind: BrokenRow.Kind, _ build: (inout Scenario) -> Void, spoil: (inout Scenario) -> Void
  ) {
    self.kind = kind
    var scenario = Scenario.bare()
    build(&scenario)
    self.scenario = scenario
    spoil(&scenario)
    spoilt = scenario
  }

  static var all: [SpoiltScenario] { coverage + columns + promises + missions + packages }

  private static var coverage: [SpoiltScenario] {
    [
      SpoiltScenario(.gap) {
        $0.need("n", 2) { $0.tiers = [Tier(upTo: 1, weight: 4), Tier(upTo: 2, weight: 1)] }
        $0.pledge("p")
      } spoil: {
        $0.needs[0].tiers[1].weight = 2
      },
      SpoiltScenario(.coverage) {
        $0.capabilities[0].serviceability = 0.5
        $0.need("n", 2) { $0.counted = .serviceable }
        $0.pledge("p")
      } spoil: {
        $0.capabilities[0].serviceability = 0.75
      },
      SpoiltScenario(.gap) {
        $0.need("n") { $0.enabledBy = ["open"] }
        $0.need("open")
        $0.pledge("p") { $0.missions.only = ["mission"] }
        $0.allocation.bans = [Ban(pledge: "p", need: "open")]
      } spoil: {
        $0.needs[0].enabledBy = []
      },
      SpoiltScenario(.coverage) {
        $0.need("n")
        $0.pledge("p") {
          $0.parts = [PledgePart(share: 0.4, lagDays: 0), PledgePart(share: 0.6, lagDays: 20)]
        }
      } spoil: {
        $0.pledges[0].parts[1].lagDays = 10
      },
      SpoiltScenario(.cost) {
        $0.need("n")
        $0.pledge("p") { $0.cost = PledgeCost(general: .init(deployment: 5, perDay: 1)) }
      } spoil: {
        $0.pledges[0].cost.general.perDay = 2
      },
    ]
  }

  private static var columns: [SpoiltScenario] {
    [
      SpoiltScenario(.days) {
        $0.need("n")
        $0.pledge("p", from: 10)
      } spoil: {
        $0.pledges[0].from = 5
      },
      SpoiltScenario(.days) {
        $0.processes = [ProcessPlan(id: "process", stages: [Stage(id: "training", days: .fixed(12))])]
        $0.need("n")
        $0.pledge("p") { $0.process = "process" }
      } spoil: {
        $0.processes[0].stages[0].days = .fixed(9)
      },
      SpoiltScenario(.refused) {
        $0.need("n") { $0.accepts.readiness = .level2 }
        $0.pledge("p")
      } spoil: {
        $0.pledges[0].readiness = .level3
      },
      SpoiltScenario(.divided) {
        $0.missions[0].ceilings = [.military: 500]
        $0.need("n")
        $0.pledge("p") { $0.personnel = 800 }
      } spoil: {
        $0.allocation.wholeUnits = false
      },
    ]
  }

  private static var promises: [SpoiltScenario] {
    [
      SpoiltScenario(.supply) {
        $0.need("m")
        $0.need("n")
        $0.pledge("p")
      } spoil: {
        $0.pledges[0].units = 2
        $0.pledges[0].quantity = 2
      },
      SpoiltScenario(.missionBudget) {
        $0.missions[0].budget = 10
        $0.need("n")
        $0.pledge("p") { $0.cost = PledgeCost(general: .init(deployment: 11)) }
      } spoil: {
        $0.missions[0].budget = 11
      },
      SpoiltScenario(.budget) {
        $0.allocation.budget = 10
        $0.need("n")
        $0.pledge("p") { $0.cost = PledgeCost(general: .init(deployment: 11)) }
      } spoil: {
        $0.allocation.budget = 11
      },
      SpoiltScenario(.lift) {
        $0.addFlight(carriers: 1)
        $0.need("n")
        $0.pledge("p") {
          $0.process = "process"
          $0.tonnes = 900
        }
      } spoil: {
        $0.lift[0].payloadTonnes = 300
      },
      SpoiltScenario(.lift) {
        $0.addFlight(carriers: 1)
        var more = Support(id: "carriers", kind: .lift, capacity: 1, until: 5)
        more.pool = "air"
        more.carriers = 1
        $0.supports = [more]
        $0.need("n", 2)
        for id in ["p", "q"] {
          $0.pledge(id) {
            $0.process = "process"
            $0.tonnes = 500
          }
        }
      } spoil: {
        $0.supports[0].until = 60
      },
      SpoiltScenario(.pin) {
        $0.need("n")
        $0.pledge("cheap")
        $0.pledge("dear") { $0.cost = PledgeCost(general: .init(deployment: 5)) }
        $0.allocation.pins = [Pin(pledge: "dear", need: "n", units: 1)]
      } spoil: {
        $0.allocation.pins = []
      },
      SpoiltScenario(.ban) {
        $0.need("n")
        $0.pledge("p")
        $0.allocation.bans = [Ban(pledge: "p", need: "n")]
      } spoil: {
        $0.allocation.bans = []
      },
      SpoiltScenario(.support) {
        var training = Support(id: "trainers", kind: .training, capacity: 1, until: 60)
        training.raisesReadinessTo = .level2
        $0.supports = [training]
        $0.need("n", 2) { $0.accepts.readiness = .level2 }
        $0.pledge("p")
        $0.pledge("q")
      } spoil: {
        $0.supports[0].capacity = 2
      },
    ]
  }

  private static var missions: [SpoiltScenario] {
    [
      SpoiltScenario(.ceiling) {
        $0.missions[0].ceilings = [.military: 1000]
        $0.need("n", 2)
        $0.pledge("p", 2, units: 2) { $0.personnel = 1200 }
      } spoil: {
        $0.pledges[0].personnel = 900
      },
      SpoiltScenario(.languageShare) {
        $0.missions[0].languages = ["fr"]
        $0.missions[0].languageShare = 0.5
        $0.need("n")
        $0.pledge("p") {
          $0.personnel = 800
          $0.languages = ["en": 1, "fr": 0.4]
        }
      } spoil: {
        $0.pledges[0].languages["fr"] = 0.6
      },
      SpoiltScenario(.womenShare) {
        $0.missions[0].womenShare = [.contingents: 0.1]
        $0.need("n")
        $0.pledge("p") {
          $0.personnel = 800
          $0.women = 60
        }
      } spoil: {
        $0.pledges[0].women = 90
      },
    ]
  }

  private static var packages: [SpoiltScenario] {
    [
      SpoiltScenario(.atMost) {
        $0.packages = [Package(id: "promise", kind: .atMost(personnel: 600), members: ["p", "q"])]
        $0.need("n", 2)
        for id in ["p", "q"] { $0.pledge(id) { $0.personnel = 600 } }
      } spoil: {
        $0.packages[0].kind = .atMost(personnel: 1200)
      },
      SpoiltScenario(.allOrNothing) {
        $0.packages = [
          Package(id: "hospital", kind: .allOrNothing(offsetDays: ["p": 14]), members: ["p", "q"])
        ]
        $0.need("n", 2)
        $0.pledge("p")
        $0.pledge("q")
      } spoil: {
        $0.packages[0].kind = .allOrNothing(offsetDays: ["p": 7])
      },
      SpoiltScenario(.rotation) {
        $0.packages = [Package(id: "turns", kind: .rotation(overlapDays: 5), members: ["p", "q"])]
        $0.need("n")
        for id in ["p", "q"] { $0.pledge(id) { $0.tourDays = 30 } }
      } spoil: {
        $0.packages[0].kind = .rotation(overlapDays: 3)
      },
    ]
  }
}

extension Scenario {
  /// A process that is one flight of a day by a pool of 100 tonnes a carrier, in periods of five days.
  fileprivate mutating func addFlight(carriers: Int) {
    horizon.periodDays = 5
    var pool = LiftPool(id: "air", carriers: carriers, cycleDays: .fixed(1))
    pool.payloadTonnes = 100
    lift = [pool]
    var flight = Stage(id: "flight")
    flight.lift = "air"
    processes = [ProcessPlan(id: "process", stages: [flight])]
  }
}
