import Simulation
import Testing

extension Scenario {
  /// Two battalions of 150 t, a pool of carriers of 50 t with a cycle of 10 days: three sorties a battalion, three
  /// sorties a carrier in each period of 30 days.
  static func airlift(carriers: Int) -> Scenario {
    var scenario = Scenario.bare(days: 90)
    var pool = LiftPool(id: "pool", carriers: carriers, cycleDays: .fixed(10))
    pool.payloadTonnes = 50
    scenario.lift = [pool]
    var lift = Stage(id: "lift")
    lift.lift = "pool"
    scenario.processes = [ProcessPlan(id: "by-air", stages: [lift])]
    scenario.need("n", 2)
    for id in ["p", "q"] {
      scenario.pledge(id) {
        $0.process = "by-air"
        $0.tonnes = 150
      }
    }
    return scenario
  }

  /// A mission of 1,000 people, half of whom have to speak its language.
  static func halfSpeaking(speakers: Double) -> Scenario {
    var scenario = Scenario.bare()
    scenario.missions[0].languages = ["fr"]
    scenario.missions[0].languageShare = 0.5
    scenario.missions[0].present = [.military: 1000]
    scenario.missions[0].presentSpeakers = speakers
    return scenario
  }

  /// One battalion of 800 people for one need, under a ceiling of 1,000.
  static func underCeiling(present: Double) -> Scenario {
    var scenario = Scenario.bare()
    scenario.missions[0].ceilings = [.military: 1000]
    scenario.missions[0].present = [.military: present]
    scenario.need("n")
    scenario.pledge("p") { $0.personnel = 800 }
    return scenario
  }

  /// Its plan, which has to be proved optimal.
  func optimalPlan(at location: SourceLocation = #_sourceLocation) throws -> Allocation {
    let allocation = try Allocator(scenario: self).allocate()
    #expect(allocation.status == .optimal, sourceLocation: location)
    return allocation
  }
}
