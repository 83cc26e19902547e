import Simulation
import Testing

@Suite("A run in pieces")
struct TimelinePieceTests {
  private static let pieces = [0..<512, 512..<768, 768..<1_792, 1_792..<2_000]
  private static let orders = [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]]

  @Test("Pieces merged in any order, each on any number of threads, are the whole run", arguments: orders)
  func anyOrder(order: [Int]) throws {
    let whole = TimelineWholeTests()
    let scenario = whole.scenario()
    let simulator = TimelineSimulator(scenario: scenario, assignments: whole.plan(scenario))
    let run = try #require(simulator.run(replications: 2_000, seed: 2017, threads: 1))
    for threads in [1, 3] {
      let merged = simulator.run(inPieces: order.map { Self.pieces[$0] }, seed: 2017, threads: threads)
      #expect(merged == run)
    }
  }
}
