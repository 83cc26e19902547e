import Simulation
import Testing

@Suite("The certificate of an optimum")
struct OptimumCertificateTests {
  private let program = LinearProgram.tours(seed: 7)

  private func certificate(
    values change: (inout [Double]) -> Void = { _ in }, duals changeDuals: (inout [Double]) -> Void = { _ in }
  ) throws -> OptimumCertificate {
    var optimum = try LinearSolver.relaxation(of: program)
    change(&optimum.values)
    changeDuals(&optimum.rowDuals)
    return OptimumCertificate(of: program, values: optimum.values, rowDuals: optimum.rowDuals)
  }

  @Test("It holds for what the solver found, and its bound is the objective")
  func holds() throws {
    let certificate = try certificate()
    #expect(certificate.holds)
    #expect(certificate.objective > 0)
    #expect(certificate.bound <= certificate.objective)
    #expect(agree(certificate.bound, certificate.objective))
  }

  @Test("It fails when any value of the point is spoilt", arguments: [-0.01, 0.01])
  func spoiltPoint(by amount: Double) throws {
    for column in program.columns.indices {
      let certificate = try certificate { $0[column] += amount }
      // More of a tour that closes nothing is another optimum, as long as its limits have room.
      let isOptimumToo =
        certificate.primalInfeasibility < 1e-9 && agree(certificate.objective, certificate.bound)
      #expect(certificate.holds == isOptimumToo, "\(program.columns[column].name)")
    }
    let shortfall = try #require(program.columns.firstIndex { $0.name.hasPrefix("u") })
    #expect(!(try certificate { $0[shortfall] += amount }.holds))
  }

  @Test("It fails when a price that matters is spoilt, and its bound stays below the optimum")
  func spoiltPrice() throws {
    let optimum = try LinearSolver.relaxation(of: program)
    // A requirement that nothing but its own shortfall could meet bears any price above that.
    let row = try #require(
      program.rows.indices.first { optimum.rowDuals[$0] > 0.5 && program.rows[$0].entries.count > 4 })
    for change in [100.0, -100] {
      let spoilt = try certificate(duals: { $0[row] += change })
      #expect(!spoilt.holds)
      #expect(spoilt.bound < optimum.objective)
    }
  }

  @Test("Whatever the prices, the bound is one", arguments: 0..<100 as Range<UInt64>)
  func anyPrices(seed: UInt64) throws {
    let program = LinearProgram.tours(seed: seed)
    let optimum = try LinearSolver.relaxation(of: program)
    var generator = SeededGenerator(seed: seed)
    let prices = program.rows.map { _ in Double.random(in: -3...3, using: &generator) }
    let certificate = OptimumCertificate(of: program, values: optimum.values, rowDuals: prices)
    #expect(certificate.bound <= optimum.objective)
    #expect(certificate.bound >= 0, "nothing costs less than nothing")
  }
}
