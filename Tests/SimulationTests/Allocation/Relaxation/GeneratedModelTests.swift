import GeneratedModels
import Simulation
import Testing

@Suite("Models that the benchmarks generate")
struct GeneratedModelTests {
  @Test(
    "Where pledges are many and needs are few, next to nothing is left to the simplex method",
    arguments: 1..<5 as Range<UInt64>, [false, true])
  func fewNeeds(seed: UInt64, isOffGrid: Bool) throws {
    let scenario = try GeneratedAllocation(
      pledges: 200, missions: 4, capabilities: 12, periods: 12, seed: seed, isOffGrid: isOffGrid
    ).make()
    for part in Allocator(scenario: scenario).model.components(wholeUnits: false) {
      let program = part.model.program
      let plain = try program.optimum(by: .plain)
      let optimum = try LinearSolver.relaxation(of: program)
      #expect(optimum.isProved && agree(optimum.objective, plain.objective))
      // 800 to 1,500 from nothing deployed.
      #expect(optimum.iterations <= 50)
    }
  }
}
