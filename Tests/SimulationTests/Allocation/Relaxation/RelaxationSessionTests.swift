import Simulation
import Testing

@Suite("Solving again from the optimum before")
struct RelaxationSessionTests {
  /// Changes of every kind, some of them several at once.
  private func trials(of program: LinearProgram, _ generator: inout SeededGenerator) -> [[RelaxationSession
    .Change]]
  {
    let ceilings = program.rows.indices.filter { program.rows[$0].name.hasPrefix("ceiling") }
    let covers = program.rows.indices.filter { program.rows[$0].name.hasPrefix("cover") }
    let tours = program.columns.indices.filter { program.columns[$0].group != nil }
    let unit = LinearProgram.Column(name: "new", upper: 2, cost: 0)
    let enters = covers.prefix(4).map { (row: $0, value: 1.0) } + [(row: ceilings[1], value: 100.0)]
    let more: RelaxationSession.Change = .row(generator.pick(ceilings), lower: -.infinity, upper: 5000)
    let less: RelaxationSession.Change = .row(generator.pick(ceilings), lower: -.infinity, upper: 10)
    let forbid: RelaxationSession.Change = .column(generator.pick(tours), lower: 0, upper: 0)
    let dear: RelaxationSession.Change = .cost(2, column: generator.pick(tours))
    let asks: RelaxationSession.Change = .row(generator.pick(covers), lower: 0.5, upper: .infinity)
    return [
      [more], [less], [forbid], [dear], [asks], [.added(unit, enters)], [.added(unit, enters), less, dear],
    ]
  }

  @Test(
    "Every change gives the optimum that a fresh solve gives, and leaves nothing behind",
    arguments: 0..<60 as Range<UInt64>, RelaxationMeans.all)
  func trialsEqualFreshSolves(seed: UInt64, means: RelaxationMeans) throws {
    let program = LinearProgram.tours(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let trials = trials(of: program, &generator)
    try RelaxationSession.with(program, means: means) { session throws(SolverFailure) in
      let before = try session.solve()
      var first: [[Double]] = []
      for trial in trials {
        let warm = try session.solve(changing: trial)
        first.append(warm.values)
        #expect(warm.isProved, "seed \(seed)")
        var copy = program
        for change in trial { copy.change(change) }
        #expect(agree(warm.objective, try LinearSolver.relaxation(of: copy).objective), "seed \(seed)")
      }
      // In any order, to the last bit.
      for (trial, values) in zip(trials, first).reversed() {
        #expect(try session.solve(changing: trial).values == values, "seed \(seed)")
      }
      #expect(agree(try session.solve().objective, before.objective))
    }
  }

  @Test(
    "A trial begun at another session's optimum is worth the same",
    arguments: 0..<30 as Range<UInt64>, RelaxationMeans.all)
  func fromAnotherOptimum(seed: UInt64, means: RelaxationMeans) throws {
    let program = LinearProgram.tours(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let trials = trials(of: program, &generator)
    // The first trial stays, so that the point is one of a changed program.
    var point: RelaxationSession.RestingPoint?
    var there: [Double] = []
    try RelaxationSession.with(program, means: means) { session throws(SolverFailure) in
      for change in trials[0] { try session.apply(change) }
      #expect(session.restingPoint == nil, "there is no optimum yet")
      _ = try session.solve()
      point = session.restingPoint
      for trial in trials { there.append(try session.solve(changing: trial).objective) }
    }
    var found: [Double] = []
    try RelaxationSession.with(from: try #require(point), means: means) { session throws(SolverFailure) in
      for trial in trials { found.append(try session.solve(changing: trial).objective) }
    }
    for (one, other) in zip(found, there) { #expect(agree(one, other), "seed \(seed)") }
  }

  @Test(
    "Where a limit that holds nothing back moves, the optimum stays without a step, and is proved again",
    arguments: 0..<20 as Range<UInt64>)
  func slackLimit(seed: UInt64) throws {
    let program = LinearProgram.tours(seed: seed)
    try RelaxationSession.with(program) { session throws(SolverFailure) in
      let base = try session.solve()
      for (row, content) in program.rows.enumerated() where content.lower == -.infinity {
        let held = content.entries.reduce(0) { $0 + $1.value * base.values[$1.column] }
        guard base.rowDuals[row] == 0, held < content.upper - 1 else { continue }
        let moved = try session.solve(changing: [.row(row, lower: -.infinity, upper: content.upper - 0.5)])
        #expect(moved.values == base.values && moved.iterations == base.iterations, "seed \(seed)")
        #expect(moved.isProved, "seed \(seed)")
        let tight = try session.solve(changing: [.row(row, lower: -.infinity, upper: held / 2)])
        #expect(held == 0 || tight.values != base.values, "seed \(seed)")
      }
    }
  }

  @Test("Changes that stay add up", arguments: 0..<60 as Range<UInt64>, RelaxationMeans.all)
  func changesStay(seed: UInt64, means: RelaxationMeans) throws {
    var copy = LinearProgram.tours(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let trials = trials(of: copy, &generator)
    try RelaxationSession.with(copy, means: means) { session throws(SolverFailure) in
      for change in trials.flatMap(\.self) {
        try session.apply(change)
        copy.change(change)
        let fresh = try LinearSolver.relaxation(of: copy)
        #expect(agree(try session.solve().objective, fresh.objective), "seed \(seed)")
      }
    }
  }

  @Test("A change with a number that is none, or crossed bounds, is refused and changes nothing")
  func unsound() throws {
    try RelaxationSession.with(.tours(seed: 1)) { session throws(SolverFailure) in
      let before = try session.solve()
      for change in [
        RelaxationSession.Change.cost(.nan, column: 0), .row(0, lower: 2, upper: 1),
        .row(-1, lower: 0, upper: 1),
      ] {
        #expect(throws: SolverFailure.self) { try session.solve(changing: [change]) }
      }
      #expect(agree(try session.solve().objective, before.objective))
    }
  }

  @Test("A change that contradicts the rest is refused, and the next solve is as before")
  func contradiction() throws {
    try RelaxationSession.with(.tours(seed: 1)) { session throws(SolverFailure) in
      let before = try session.solve()
      let impossible = RelaxationSession.Change.row(0, lower: 1e6, upper: 1e6)
      let failure = #expect(throws: SolverFailure.self) { try session.solve(changing: [impossible]) }
      #expect(failure?.reason == .contradiction([]))
      #expect(agree(try session.solve().objective, before.objective))
    }
  }

  @Test(
    "A deadline that has passed, or Ctrl-C, ends the solve with a bound that is one",
    arguments: [false, true])
  func stopped(byUser: Bool) throws {
    let program = LinearProgram.tours(seed: 3)
    let interruption = Interruption()
    interruption.raise()
    let stop = byUser ? StopSignal(interruption: interruption) : StopSignal(deadline: .now)
    let stopped = try LinearSolver.relaxation(of: program, stop: stop)
    #expect(stopped.isStopped)
    #expect(!stopped.isProved)
    let optimum = try LinearSolver.relaxation(of: program)
    #expect(stopped.bound <= optimum.objective)
    #expect(stopped.bound >= 0)
  }
}

extension LinearProgram {
  /// The same change, made to the data alone.
  mutating func change(_ change: RelaxationSession.Change) {
    switch change {
    case .row(let row, let lower, let upper): setBounds(lower, upper, ofRow: row)
    case .column(let column, let lower, let upper): setBounds(lower, upper, ofColumn: column)
    case .cost(let cost, let column): setCost(cost, ofColumn: column)
    case .added(let column, let entries): append(column, entries)
    }
  }
}
