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

  @Test("Prices a million times what they leave of each cost still prove an optimum")
  func hiddenByRounding() {
    var program = LinearProgram(name: "great prices")
    let many = program.addColumn("many", lower: -1e6, upper: 1e6, cost: 1)
    program.addRow("at least", lower: 0, [.init(many, 1)])
    program.addRow("at most", upper: 0, [.init(many, 1)])
    #expect(OptimumCertificate(of: program, values: [0], rowDuals: [1e6 + 1, -1e6]).holds)
    // A price that is wrong by its last digit leaves a reduced cost, and a bound below the optimum.
    let wrong = OptimumCertificate(of: program, values: [0], rowDuals: [(1e6 + 1).nextUp, -1e6])
    #expect(!wrong.holds)
    #expect(wrong.bound <= -1e6 * (1e6 + 1).ulp)
  }

  @Test("Where digits run out the bound is one still", arguments: 0..<200 as Range<UInt64>)
  func exactSums(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let size = 1 << 29
    // Whole numbers whose products have 58 bits: more than a number holds, and nothing is lost of them in 64.
    let prices = (0..<6).map { _ in Int.random(in: 1...size, using: &generator) }
    let entries = prices.map { _ in Int.random(in: -size...size, using: &generator) }
    let sum = zip(prices, entries).reduce(0) { $0 + $1.0 * $1.1 }
    let cost = Double(sum) + Double(Int.random(in: -3...3, using: &generator))
    let exact = try #require(Int(exactly: cost)) - sum
    var program = LinearProgram(name: "sum")
    let column = program.addColumn("x", lower: -1, upper: 1, cost: cost)
    for (row, entry) in entries.enumerated() {
      program.addRow("r\(row)", lower: 0, [.init(column, Double(entry))])
    }
    let certificate = OptimumCertificate(of: program, values: [0], rowDuals: prices.map(Double.init))
    #expect(certificate.bound <= -Double(abs(exact)))
    #expect(certificate.bound > -Double(abs(exact)) - 1e-3, "no more than that is taken off for rounding")
  }
}
