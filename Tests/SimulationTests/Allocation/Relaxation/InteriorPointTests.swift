import Simulation
import Testing

@Suite("The interior point and the simplex method agree")
struct InteriorPointTests {
  private static let withInteriorPoint = RelaxationMeans(
    differences: true, sifts: true, usesInteriorPoint: true)

  private func expectAgreement(
    _ program: LinearProgram, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let plain = try program.optimum(by: .plain)
    let inside = try program.optimum(by: Self.withInteriorPoint)
    #expect(inside.isProved, "\(program.name)", sourceLocation: sourceLocation)
    #expect(agree(inside.objective, plain.objective), "\(program.name)", sourceLocation: sourceLocation)
  }

  @Test("Random tours have one optimum, whichever way it is found", arguments: 0..<120 as Range<UInt64>)
  func randomTours(seed: UInt64) throws {
    try expectAgreement(.tours(seed: seed))
  }

  @Test(
    "The interior point settles random tours without the simplex method's help",
    arguments: 0..<20 as Range<UInt64>)
  func comesNear(seed: UInt64) throws {
    let program = LinearProgram.tours(seed: seed, pledges: 12, needs: 5, periods: 8)
    let interior = try #require(InteriorValue(of: program, gap: 1e-8))
    // The gap asked for is 1e-8 of the objective; feasibility to 1e-6 adds a little.
    let optimum = try LinearSolver.relaxation(of: program).objective
    #expect(abs(interior.objective - optimum) <= 1e-5 * max(1, abs(optimum)))
  }

  @Test(
    "However far the interior point came, its prices prove a bound that is as near as the point",
    arguments: 0..<20 as Range<UInt64>, [0.5, 1e-2, 1e-4])
  func bounds(seed: UInt64, gap: Double) throws {
    let program = LinearProgram.tours(seed: seed, pledges: 12, needs: 5, periods: 8)
    let interior = try #require(InteriorValue(of: program, gap: gap))
    let optimum = try LinearSolver.relaxation(of: program).objective
    #expect(interior.bound <= optimum * (1 + OptimumCertificate.gapTolerance))
    // Prices are feasible to 1e-6 of the largest cost only.
    #expect(interior.bound >= optimum - (gap + 1e-5) * max(1, optimum, interior.objective))
  }

  @Test(
    "Large programs are cut into parts, and come to the same point on any number of threads",
    arguments: 0..<2 as Range<UInt64>)
  func parts(seed: UInt64) throws {
    let program = LinearProgram.families(seed: seed)
    let alone = try #require(InteriorValue(of: program, gap: 1e-8))
    #expect(alone.parts > 1)
    for threads in [2, 3, 8] { #expect(InteriorValue(of: program, gap: 1e-8, threads: threads) == alone) }
    let plain = try program.optimum(by: .plain)
    #expect(abs(alone.objective - plain.objective) <= 1e-5 * max(1, abs(plain.objective)))
    let values = try LinearSolver.relaxation(of: program).values
    #expect(try LinearSolver.relaxation(of: program, threads: 3).values == values)
  }

  @Test(
    "From an interior point next to nothing is left to the simplex method, whose start is proved all the same",
    arguments: 0..<10 as Range<UInt64>)
  func leavesLittle(seed: UInt64) throws {
    let program = LinearProgram.tours(seed: seed, pledges: 30, needs: 8, periods: 12)
    let plain = try program.optimum(by: .plain)
    let inside = try program.optimum(by: Self.withInteriorPoint)
    #expect(inside.isProved && agree(inside.objective, plain.objective))
    #expect(inside.iterations * 4 < plain.iterations, "\(inside.iterations) of \(plain.iterations) steps")
  }

  @Test(
    "Where nearly every need is met and most optima tie, next to nothing is left to the simplex method either",
    arguments: 0..<10 as Range<UInt64>, [false, true])
  func wideFace(seed: UInt64, isOneNeedLeft: Bool) throws {
    let program = LinearProgram.plenty(seed: seed, isOneNeedLeft: isOneNeedLeft)
    let plain = try program.optimum(by: .plain)
    let inside = try program.optimum(by: Self.withInteriorPoint)
    #expect(inside.isProved && agree(inside.objective, plain.objective))
    #expect(isOneNeedLeft == (inside.objective > 1))
    #expect(inside.iterations <= 10, "\(inside.iterations) of \(plain.iterations) steps")
  }

  @Test("Of many optima that tie it comes to one that costs least", arguments: 0..<10 as Range<UInt64>)
  func cheapestOfTies(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let program = LinearProgram.plenty(seed: seed, isOneNeedLeft: true) { _ in
      Double(Int.random(in: 1...100, using: &generator))
    }
    let costs = program.columns.map(\.tieCost)
    let optimum = try program.optimum(by: Self.withInteriorPoint)
    let least = try RelaxationSession.with(program, means: .plain) { session throws(SolverFailure) in
      _ = try session.solve()
      return try session.solve(amongOptimaBy: costs)?.objective
    }
    let found = zip(costs, optimum.values).reduce(0) { $0 + $1.0 * $1.1 }
    // Leanings, which tell ties of costs apart, are a thousandth.
    #expect(found <= 1.01 * (try #require(least)), "\(found)")
  }

  @Test("Figures from 1e-4 to 1e8 in one program change nothing", arguments: 0..<20 as Range<UInt64>)
  func badlyScaled(seed: UInt64) throws {
    try expectAgreement(.tours(seed: seed).rescaled([1e-4, 1, 1e4, 1e8]))
  }

  @Test(
    "Rows that come twice, and rows with nothing in them, change nothing", arguments: 0..<20 as Range<UInt64>)
  func duplicatedAndEmptyRows(seed: UInt64) throws {
    var program = LinearProgram.tours(seed: seed)
    for row in program.rows where row.follows == nil {
      program.addRow(row.name + "-again", lower: row.lower, upper: row.upper, row.entries)
    }
    program.addRow("empty", lower: -1, upper: 1, [])
    program.addRow("free", [.init(0, 1)])
    try expectAgreement(program)
  }

  @Test("Needs of zero weight cost nothing", arguments: 0..<20 as Range<UInt64>)
  func zeroWeight(seed: UInt64) throws {
    var program = LinearProgram.tours(seed: seed)
    for column in program.columns.indices where program.columns[column].name.hasPrefix("u0") {
      program.setCost(0, ofColumn: column)
    }
    try expectAgreement(program)
  }

  @Test("Where every limit is zero, or nothing fits, everything is missing", arguments: [true, false])
  func nothingFits(byLimits: Bool) throws {
    var program = LinearProgram.tours(seed: 5)
    if byLimits {
      for row in program.rows.indices where program.rows[row].lower == -.infinity {
        program.setBounds(-.infinity, 0, ofRow: row)
      }
    } else {
      for column in program.columns.indices where program.columns[column].group != nil {
        program.setBounds(0, 0, ofColumn: column)
      }
    }
    try expectAgreement(program)
  }

  @Test("A program in which everything ties has its optimum, too")
  func everythingTies() throws {
    var program = LinearProgram.tours(seed: 7, pledges: 10, needs: 4, periods: 6)
    for column in program.columns.indices where program.columns[column].cost > 0 {
      program.setCost(1, ofColumn: column)
    }
    try expectAgreement(program)
  }

  @Test("What contradicts itself is refused, not solved")
  func contradiction() {
    var program = LinearProgram.tours(seed: 2)
    program.addRow("impossible", lower: 1e6, [.init(0, 1)])
    let failure = #expect(throws: SolverFailure.self) { try program.optimum(by: Self.withInteriorPoint) }
    #expect(failure?.reason == .contradiction([]))
  }
}

extension LinearProgram {
  /// Tours of so many pledges that every need, or every one but the first, can be met in many ways: in the middle of the
  /// optima nearly all columns are inside their bounds.
  fileprivate static func plenty(
    seed: UInt64, isOneNeedLeft: Bool, tieCost: (Int) -> Double = { _ in 0 }
  ) -> LinearProgram {
    let tours = tours(seed: seed, pledges: 120, needs: 4, periods: 10)
    var program = LinearProgram(name: "plenty-\(seed)")
    for (number, column) in tours.columns.enumerated() {
      let isForbidden = isOneNeedLeft && column.name.contains(">0@")
      program.addColumn(
        column.name, lower: 0, upper: isForbidden ? 0 : column.upper, cost: column.cost, group: column.group,
        tieCost: column.group == nil ? 0 : tieCost(number))
    }
    for row in tours.rows {
      program.addRow(
        row.name, lower: row.lower, upper: row.name.hasPrefix("ceiling") ? 1e5 : row.upper, row.entries,
        follows: row.follows)
    }
    return program
  }

  /// Several programs of tours that share a limit in each period.
  fileprivate static func families(seed: UInt64) -> LinearProgram {
    var all = LinearProgram(name: "families-\(seed)")
    var shared: [[Entry]] = []
    for family in 0..<12 {
      let program = tours(seed: 100 * seed + UInt64(family), pledges: 20, needs: 8, periods: 16)
      let (firstColumn, firstRow) = (all.columns.count, all.rows.count)
      for column in program.columns {
        all.addColumn(
          "\(family)-\(column.name)", lower: column.lower, upper: column.upper, cost: column.cost,
          group: column.group.map { $0 + 100 * family })
      }
      for row in program.rows {
        let entries = row.entries.map { Entry($0.column + firstColumn, $0.value) }
        all.addRow(
          "\(family)-\(row.name)", lower: row.lower, upper: row.upper, entries,
          follows: row.follows.map { $0 + firstRow })
        guard row.name.hasPrefix("ceiling") else { continue }
        let period = all.rows.count - 1 - firstRow - (program.rows.count - 16)
        if period == shared.count { shared.append([]) }
        shared[period] += entries
      }
    }
    var last: Int?
    for (period, entries) in shared.enumerated() {
      last = all.addRow("shared@\(period)", upper: 4000, entries, follows: last)
    }
    return all
  }

  /// The same program with its rows in other units.
  fileprivate func rescaled(_ factors: [Double]) -> LinearProgram {
    var copy = LinearProgram(name: name + "-rescaled")
    for column in columns {
      copy.addColumn(
        column.name, lower: column.lower, upper: column.upper, cost: column.cost, group: column.group)
    }
    for (number, row) in rows.enumerated() {
      // Rows of one chain keep one unit.
      let factor = row.follows == nil && row.lower == -.infinity ? factors[number % factors.count] : 1
      copy.addRow(
        row.name, lower: row.lower * factor, upper: row.upper * factor,
        row.entries.map { Entry($0.column, $0.value * factor) }, follows: row.follows)
    }
    return copy
  }
}
