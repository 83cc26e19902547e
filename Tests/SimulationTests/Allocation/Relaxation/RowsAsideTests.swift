import Simulation
import Testing

@Suite("Rows that a solver is not given")
struct RowsAsideTests {
  /// Changes of every kind, to rows that are set aside, too.
  private func trials(
    of program: LinearProgram, _ generator: inout SeededGenerator
  ) -> [[RelaxationSession.Change]] {
    let limits = program.rows.indices.filter { program.rows[$0].lower == -.infinity }
    let covers = program.rows.indices.filter { program.rows[$0].name.hasPrefix("cover") }
    let short = program.columns.indices.filter { program.columns[$0].group == nil }
    let unit = LinearProgram.Column(name: "new", upper: 2, cost: 0)
    let enters = covers.prefix(4).map { (row: $0, value: 1.0) } + [(row: limits[0], value: 1.0)]
    return [
      [.row(generator.pick(limits), lower: -.infinity, upper: 1)],
      [.row(generator.pick(limits), lower: -.infinity, upper: 5000), .added(unit, enters)],
      [.row(generator.pick(covers), lower: 0.5, upper: .infinity)],
      [.column(generator.pick(short), lower: 0, upper: .infinity)],
      [.cost(0.5, column: generator.pick(short))],
      [.cost(7, column: generator.pick(short))],
    ]
  }

  /// An optimum, nothing, and as much as each column may take.
  private func points(of program: LinearProgram) throws -> [[Double]] {
    let columns = program.columns
    return [
      try LinearSolver.relaxation(of: program).values, columns.map { _ in 0 },
      columns.map { $0.group == nil ? 0 : $0.upper / 4 },
    ]
  }

  @Test(
    "Whatever point rows are set aside by, the optimum is the same, and so is every trial's",
    arguments: 0..<40 as Range<UInt64>, RelaxationMeans.all)
  func sameOptima(seed: UInt64, means: RelaxationMeans) throws {
    let program = LinearProgram.tours(seed: seed, hasPieces: false)
    var generator = SeededGenerator(seed: seed)
    let trials = trials(of: program, &generator)
    let fresh = try LinearSolver.relaxation(of: program)
    for point in try points(of: program) {
      let aside = RowsAside(of: program, near: point)
      let resting = try RelaxationSession.with(program, aside: aside, means: means) {
        session throws(SolverFailure) in
        let optimum = try session.solve()
        #expect(optimum.isProved && agree(optimum.objective, fresh.objective), "seed \(seed)")
        return session.restingPoint
      }
      try RelaxationSession.with(from: try #require(resting), means: means) { session throws(SolverFailure) in
        var first: [[Double]] = []
        for trial in trials {
          var copy = program
          for change in trial { copy.change(change) }
          let warm = try session.solve(changing: trial)
          first.append(warm.values)
          #expect(warm.isProved, "seed \(seed)")
          #expect(agree(warm.objective, try LinearSolver.relaxation(of: copy).objective), "seed \(seed)")
        }
        for (trial, values) in zip(trials, first).reversed() {
          #expect(try session.solve(changing: trial).values == values, "to the last bit, in any order")
        }
      }
    }
  }

  @Test("Rows are set aside whose price is known: all that is missed costs, or nothing is held back")
  func chosen() throws {
    let program = LinearProgram.tours(seed: 4, hasPieces: false)
    let optimum = try LinearSolver.relaxation(of: program)
    let aside = RowsAside(of: program, near: optimum.values)
    #expect(!aside.rows.isEmpty)
    for row in aside.rows {
      let (content, price) = (program.rows[row], optimum.rowDuals[row])
      let filler = content.entries.last { program.columns[$0.column].group == nil }
      let expected = filler.map { program.columns[$0.column].cost / $0.value } ?? 0
      #expect(abs(price - expected) < 1e-9, "\(content.name)")
    }
  }

  @Test("A row that two columns fill is never set aside: its price is not known")
  func pieces() {
    let program = LinearProgram.tours(seed: 4)
    let aside = RowsAside(of: program, near: program.columns.map { _ in 0 })
    #expect(aside.rows.allSatisfy { program.rows[$0].lower == -.infinity })
  }
}
