import Simulation
import Testing

@Suite("The solver behind the plan")
struct SolverTests {
  private func program(_ build: (inout LinearProgram) -> Void) -> LinearProgram {
    var program = LinearProgram(name: "test")
    build(&program)
    return program
  }

  @Test("A textbook program is solved to its optimum, with duals that price its rows")
  func solved() throws {
    // Minimise -3x - 5y; x ≤ 4; 2y ≤ 12; 3x + 2y ≤ 18 (Hillier and Lieberman's Wyndor Glass): (2, 6), 36.
    let wyndor = program {
      let (x, y) = ($0.addColumn("x", cost: -3), $0.addColumn("y", cost: -5))
      $0.addRow("one", upper: 4, [.init(x, 1)])
      $0.addRow("two", upper: 12, [.init(y, 2)])
      $0.addRow("three", upper: 18, [.init(x, 3), .init(y, 2)])
    }
    let optimum = try LinearSolver.relaxation(of: wyndor)
    #expect(agree(optimum.objective, -36))
    #expect(zip(optimum.values, [2, 6]).allSatisfy { agree($0, $1) })
    #expect(zip(optimum.rowDuals, [0, -1.5, -1]).allSatisfy { agree($0, $1) })
  }

  @Test("A program that contradicts itself is refused, not solved")
  func infeasible() {
    let impossible = program {
      let x = $0.addColumn("x", upper: 1, cost: 1)
      $0.addRow("least", lower: 2, [.init(x, 1)])
    }
    let failure = #expect(throws: SolverFailure.self) { try LinearSolver.relaxation(of: impossible) }
    #expect(failure?.reason == .contradiction([]))
  }

  @Test("A program without a finite optimum says so")
  func unbounded() {
    let endless = program { $0.addColumn("x", cost: -1) }
    let failure = #expect(throws: SolverFailure.self) { try LinearSolver.relaxation(of: endless) }
    #expect(failure?.reason == .unbounded)
  }

  @Test("Coefficients over twelve orders of magnitude are solved, or refused, but never solved wrongly")
  func illScaled() throws {
    let wide = program {
      let (x, y) = ($0.addColumn("x", cost: 1e6), $0.addColumn("y", cost: 1e-6))
      $0.addRow("mix", lower: 1e6, [.init(x, 1e6), .init(y, 1e-6)])
    }
    #expect(wide.coefficientRange == 1e12)
    // Either column alone meets the row: x = 1 costs 1e6, y = 1e12 costs 1e6.
    #expect(agree(try LinearSolver.relaxation(of: wide).objective, 1e6))
  }

  @Test(
    "A number that the solver would die of is refused before it gets there",
    arguments: [Double.nan, .infinity])
  func poison(value: Double) {
    let poisoned = program {
      let x = $0.addColumn("x", cost: 1)
      $0.addRow("row", lower: 1, [.init(x, value)])
    }
    #expect(throws: SolverFailure.self) { try LinearSolver.relaxation(of: poisoned) }
  }

  @Test("The relaxation's duals give back its objective", arguments: 0..<100 as Range<UInt64>)
  func strongDuality(seed: UInt64) throws {
    let scenario = Scenario.random(seed: seed, pledges: 6, needs: 6)
    let program = Allocator(scenario: scenario).model.program
    let optimum = try LinearSolver.relaxation(of: program)
    // Σ dual · the bound it prices, over rows and columns.
    var dual = 0.0
    for (row, price) in zip(program.rows, optimum.rowDuals) where abs(price) > 1e-9 {
      dual += price * (price > 0 ? row.lower : row.upper)
    }
    for (column, price) in zip(program.columns, optimum.reducedCosts) where abs(price) > 1e-9 {
      dual += price * (price > 0 ? column.lower : column.upper)
    }
    #expect(agree(dual, optimum.objective), "seed \(seed)")
  }

  @Test("Small programs can be solved on many threads at once")
  func manyAtOnce() async throws {
    let scenarios = (0..<64 as Range<UInt64>).map { Scenario.random(seed: $0) }
    let alone = try scenarios.map { try Allocator(scenario: $0).allocate() }
    let together = try await withThrowingTaskGroup(of: (Int, Allocation).self) { group in
      for (number, scenario) in scenarios.enumerated() {
        group.addTask { (number, try Allocator(scenario: scenario).allocate()) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(scenarios.indices.allSatisfy { together[$0] == alone[$0] })
  }
}
