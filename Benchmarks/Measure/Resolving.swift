internal import Simulation

/// Solving again after one change: a limit's bound moved by a twentieth, limit after limit.
struct Resolving {
  private let program: LinearProgram
  /// Rows, and their new upper bounds.
  private let changes: [(row: Int, upper: Double)]

  init(model: AllocationModel, count: Int) {
    program = model.program
    let limits = model.program.rows.indices.filter { row in
      model.program.rows[row].upper > 0 && model.program.rows[row].upper < .infinity
        && model.program.rows[row].entries.count > 1 && !model.program.rows[row].name.hasPrefix("supply")
    }
    let step = max(1, limits.count / max(1, count))
    changes = stride(from: 0, to: limits.count, by: step).prefix(count).map {
      (limits[$0], model.program.rows[limits[$0]].upper * 1.05)
    }
  }

  func measure(repeats: Int) throws {
    try RelaxationSession.with(program) { session throws(SolverFailure) in
      let before = try session.solve()
      var samples: [(Sample, LinearOptimum)] = []
      for change in changes {
        samples.append(try Self.sample(change, repeats, &session))
      }
      try? print(samples, stepsBefore: before.iterations)
    }
  }

  private static func sample(
    _ change: (row: Int, upper: Double), _ repeats: Int, _ session: inout RelaxationSession
  ) throws(SolverFailure) -> (Sample, LinearOptimum) {
    do {
      return try Sample.of(repeats: repeats) {
        try session.solve(changing: [.row(change.row, lower: -.infinity, upper: change.upper)])
      }
    } catch let failure as SolverFailure {
      throw failure
    } catch {
      throw SolverFailure(reason: .unexpected, routine: "\(error)")
    }
  }

  private func print(_ samples: [(Sample, LinearOptimum)], stepsBefore: Int) throws {
    let told: [[String: Any]] = zip(changes, samples).map { change, sample in
      [
        "row": program.rows[change.row].name, "upper": change.upper,
        "processor": sample.0.processor.sorted()[sample.0.processor.count / 2],
        "wall": sample.0.wall.sorted()[sample.0.wall.count / 2],
        "objective": sample.1.objective, "isProved": sample.1.isProved,
        // The optimum that stays is told with its own steps.
        "moves": sample.1.iterations != stepsBefore,
      ]
    }
    try Sample().print(["phase": "resolve", "changes": told])
  }
}
