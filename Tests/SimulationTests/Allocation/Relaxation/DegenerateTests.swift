import Simulation
import Testing

/// Where several bases describe one optimum, duals differ from basis to basis; values found by solving again do
/// not.
@Suite("A degenerate optimum")
struct DegenerateTests {
  /// `min −x − 2y` under `x ≤ 1`, `y ≤ 1`, `x + y ≤ limit`: at 2 three limits meet in one point of two columns.
  private func program(limit: Double) -> LinearProgram {
    var program = LinearProgram(name: "degenerate")
    let x = program.addColumn("x", cost: -1)
    let y = program.addColumn("y", cost: -2)
    program.addRow("x", upper: 1, [.init(x, 1)])
    program.addRow("y", upper: 1, [.init(y, 1)])
    program.addRow("both", upper: limit, [.init(x, 1), .init(y, 1)])
    return program
  }

  @Test("One less of a limit costs 1, one more brings nothing, whatever the dual says")
  func oneSided() throws {
    try RelaxationSession.with(program(limit: 2)) { session throws(SolverFailure) in
      let base = try session.solve()
      let less = try session.solve(changing: [.row(2, lower: -.infinity, upper: 1.5)])
      let more = try session.solve(changing: [.row(2, lower: -.infinity, upper: 2.5)])
      #expect(base.objective == -3)
      #expect(less.objective == -2.5)
      #expect(more.objective == -3)
      // Any price between the two sides is a dual; none of them is the value of a step.
      #expect((-1...0).contains(base.rowDuals[2]))
      #expect(base.isProved)
    }
  }

  @Test("In a plan, 100 people more under a ceiling that just fits close nothing, 100 fewer open an eighth")
  func plan() throws {
    // The battalion of 800 fits exactly, and is all that is needed: ceiling, supply and need bind at once.
    var scenario = Scenario.bare()
    scenario.missions[0].ceilings = [.military: 800]
    scenario.need("n")
    scenario.pledge("p") { $0.personnel = 800 }
    func gap(ceiling: Double) throws -> Double {
      var changed = scenario
      changed.missions[0].ceilings = [.military: ceiling]
      let options = AllocationOptions(wholeUnits: false)
      return try Allocator(scenario: changed, options: options).allocate().objective.weightedGapDays
    }
    #expect(try gap(ceiling: 800) == 0)
    #expect(try gap(ceiling: 900) == 0)
    #expect(agree(try gap(ceiling: 700), 7.5))
  }
}
