import Simulation
import Testing

@Suite("The cheapest of all optima")
struct OptimalFaceTests {
  @Test(
    "It gives nothing of the gap up, and costs what a program that holds the gap by a row costs",
    arguments: 0..<60 as Range<UInt64>, RelaxationMeans.all)
  func cheapest(seed: UInt64, means: RelaxationMeans) throws {
    let program = LinearProgram.tours(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let costs = program.columns.map { $0.group == nil ? 0 : Double(generator.pick([1, 2, 3, 7, 50])) }
    var found: (gap: Double, cheapest: LinearOptimum)?
    try RelaxationSession.with(program, means: means) { session throws(SolverFailure) in
      let gap = try session.solve().objective
      if let cheapest = try session.solve(amongOptimaBy: costs) { found = (gap, cheapest) }
    }
    let (gap, cheapest) = try #require(found)
    #expect(cheapest.isProved, "seed \(seed)")
    #expect(agree(program.objective(at: cheapest.values), gap), "seed \(seed)")

    var held = program
    let entries = program.columns.enumerated().map { LinearProgram.Entry($0.offset, $0.element.cost) }
    // Without room the other program would have no point that arithmetic can tell.
    held.addRow("gap", upper: gap * (1 + 1e-10), entries)
    for (column, cost) in costs.enumerated() { held.setCost(cost, ofColumn: column) }
    #expect(
      agree(cheapest.objective, try LinearSolver.relaxation(of: held).objective, within: 1e-5),
      "seed \(seed)")
  }

  @Test("Before there is an optimum there is none to choose from")
  func nothingToBeginFrom() throws {
    let program = LinearProgram.tours(seed: 1)
    try RelaxationSession.with(program) { session throws(SolverFailure) in
      #expect(try session.solve(amongOptimaBy: program.columns.map { _ in 1 }) == nil)
    }
  }
}
