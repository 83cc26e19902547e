import Simulation
import Testing

@Suite("The curve of an optimum along one bound")
struct ParametricCurveTests {
  @Test(
    "Between its points it equals separate solves, and its slopes rise",
    arguments: 0..<60 as Range<UInt64>, [RelaxationMeans.plain, .init(differences: true, sifts: true)])
  func equalsGrid(seed: UInt64, means: RelaxationMeans) throws {
    let program = LinearProgram.tours(seed: seed)
    let row = try #require(program.rows.firstIndex { $0.name == "ceiling@2" })
    let curve = try #require(try curve(program, row: row, from: 0, to: 1500, means))
    #expect(curve.first?.bound == 0 && curve.last?.bound == 1500)
    let slopes = curve.dropLast().map(\.slope)
    #expect(zip(slopes, slopes.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
    for bound in stride(from: 0.0, through: 1500, by: 50) {
      var copy = program
      copy.setBounds(-.infinity, bound, ofRow: row)
      let at = try #require(curve.last { $0.bound <= bound })
      let told = at.objective + at.slope * (bound - at.bound)
      #expect(agree(told, try LinearSolver.relaxation(of: copy).objective), "seed \(seed) at \(bound)")
    }
  }

  @Test("Money buys the best first: three pieces, worked out by hand")
  func byHand() throws {
    // Ten gap-days for 2 each, then six for 3 each, then nothing more to buy: kinks at 20 and 38.
    var program = LinearProgram(name: "budget")
    let good = program.addColumn("good", upper: 10, cost: -1)
    let dear = program.addColumn("dear", upper: 6, cost: -1)
    let row = program.addRow("budget", upper: 0, [.init(good, 2), .init(dear, 3)])
    let curve = try curve(program, row: row, from: 0, to: 50, .plain)
    let expected = [(0.0, 0.0, -0.5), (20, -10, -1.0 / 3), (38, -16, 0), (50, -16, 0)]
    #expect(curve?.count == expected.count)
    for (point, (bound, objective, slope)) in zip(curve ?? [], expected) {
      #expect(agree(point.bound, bound) && agree(point.objective, objective) && agree(point.slope, slope))
    }
  }

  @Test("At a degenerate start the two one-sided slopes differ, and each side tells its own")
  func degenerate() throws {
    var program = LinearProgram(name: "kink")
    let x = program.addColumn("x", upper: 4, cost: -1)
    let row = program.addRow("limit", upper: 4, [.init(x, 1)])
    #expect(try curve(program, row: row, from: 4, to: 6, .plain)?.first?.slope == 0)
    #expect(try curve(program, row: row, from: 2, to: 4, .plain)?.first?.slope == -1)
  }

  private func curve(
    _ program: LinearProgram, row: Int, from: Double, to: Double, _ means: RelaxationMeans
  ) throws -> [CurvePoint]? {
    try RelaxationSession.with(program, means: means) { session throws(SolverFailure) in
      try session.parametricCurve(row: row, from: from, to: to)
    }
  }
}
