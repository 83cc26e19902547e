import Synchronization

/// Solves one program's relaxation with changes, one trial after the other from the same optimum.
struct GapTrials: Sendable {
  /// The optimum before any trial; `nil` where the clock or the user came first.
  let base: Outcome?
  private let point: RelaxationSession.RestingPoint?
  private let program: LinearProgram
  private let threads: Int
  private let stop: StopSignal

  struct Outcome: Sendable {
    var objective: Double
    /// No plan, whole or not, has a smaller objective.
    var bound: Double
    var values: [Double]
    /// Of each row: candidates, never values.
    var rowDuals: [Double]
    /// Of each column, at these.
    var reducedCosts: [Double]
  }

  /// A program's optimum; `nil` where the clock or the user came first.
  static func single(_ program: LinearProgram, _ stop: StopSignal) throws(SolverFailure) -> Outcome? {
    Outcome(try LinearSolver.relaxation(of: program, stop: stop))
  }

  /// Finds the optimum before any trial.
  ///
  /// Large programs are solved, and tried, without the rows that the optimum is far from.
  ///
  /// - Parameters:
  ///   - program: What is tried.
  ///   - near: An optimum, as far as it is known; columns that fill rows need not be among its first ones.
  ///   - threads: Never change what is found.
  ///   - stop: When trials end.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  init(
    _ program: LinearProgram, near: [Double]? = nil, threads: Int, stop: StopSignal
  ) throws(SolverFailure) {
    (self.program, self.threads, self.stop) = (program, threads, stop)
    var known = near
    if known == nil, RelaxationMeans(fitting: program).sifts {
      known = try Self.optimum(of: program, threads: threads, stop: stop).base?.values
    }
    (base, point) = try Self.optimum(of: program, near: known, threads: threads, stop: stop)
  }

  private static func optimum(
    of program: LinearProgram, near: [Double]? = nil, threads: Int, stop: StopSignal
  ) throws(SolverFailure) -> (base: Outcome?, point: RelaxationSession.RestingPoint?) {
    var aside = RowsAside()
    if let near, RelaxationMeans(fitting: program).sifts {
      let rest = [Double](repeating: 0, count: program.columns.count - near.count)
      aside = RowsAside(of: program, near: near + rest)
    }
    if !aside.rows.isEmpty {
      let found = try RelaxationSession.with(program, aside: aside, threads: threads, stop: stop) { session in
        session.solveAtOnce().map { (base: Outcome($0), point: session.restingPoint) }
      }
      if let found { return found }
    }
    return try RelaxationSession.with(program, threads: threads, stop: stop) {
      session throws(SolverFailure) in
      (Outcome(try session.solve()), session.restingPoint)
    }
  }

  /// Each trial's optimum; `nil` where the clock or the user came first.
  ///
  /// A trial leaves nothing behind, so it does not matter which thread makes it.
  func outcomes(of trials: [GapTrial]) throws(SolverFailure) -> [Outcome?] {
    guard base != nil else { return Array(repeating: nil, count: trials.count) }
    let order = trials.indices.sorted { (-trials[$0].weight, $0) < (-trials[$1].weight, $1) }
    let workers = max(1, min(threads, trials.count))
    // Each takes the next, since some take twenty times as long as others.
    let next = Atomic(0)
    let shares = parallelMap(count: workers, threads: workers) { _ in
      Result { () throws(SolverFailure) in
        try share(of: trials) {
          let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
          return place < order.count ? order[place] : nil
        }
      }
    }
    var outcomes = [Outcome?](repeating: nil, count: trials.count)
    for share in shares {
      for (number, outcome) in try share.get() { outcomes[number] = outcome }
    }
    return outcomes
  }

  /// Tries what `next` gives, until there is no more or the time is over.
  private func share(
    of trials: [GapTrial], _ next: () -> Int?
  ) throws(SolverFailure) -> [(Int, Outcome?)] {
    var found: [(Int, Outcome?)] = []
    guard let point else {
      while let number = next(), !stop.isOver { found.append((number, try outcome(of: trials[number]))) }
      return found
    }
    return try RelaxationSession.with(from: point, stop: stop) { session throws(SolverFailure) in
      while let number = next(), !stop.isOver {
        if let changes = trials[number].changes {
          found.append((number, Outcome(try session.solve(changing: changes))))
        } else {
          found.append((number, try outcome(of: trials[number])))
        }
      }
      return found
    }
  }

  /// A trial's optimum in a session of its own, begun at the base's where that was found with a basis.
  private func outcome(of trial: GapTrial) throws(SolverFailure) -> Outcome? {
    switch trial {
    case .other(let program):
      return Outcome(try LinearSolver.relaxation(of: program(), stop: stop))
    case .bounds(let changes):
      return try RelaxationSession.with(program, stop: stop) { session throws(SolverFailure) in
        Outcome(try session.solve(changing: changes))
      }
    case .limits(let limits):
      var changed = program
      for row in limits.rows { changed.replaceRow(row.number, upper: row.upper, row.entries) }
      func solved(_ session: inout RelaxationSession) throws(SolverFailure) -> Outcome? {
        for change in limits.bounds { try session.apply(change) }
        return Outcome(try session.solve())
      }
      guard let point else { return try RelaxationSession.with(changed, stop: stop, solved) }
      return try RelaxationSession.with(from: point.of(changed), stop: stop, solved)
    }
  }
}

extension GapTrial {
  /// What can be tried in the base's own session; `nil` where it takes one of its own.
  fileprivate var changes: [RelaxationSession.Change]? {
    switch self {
    case .bounds(let changes): changes
    case .limits(let limits): limits.rows.isEmpty ? limits.bounds : nil
    case .other: nil
    }
  }
}

extension GapTrials.Outcome {
  /// `nil` where the solver was stopped before there was an optimum.
  fileprivate init?(_ optimum: LinearOptimum) {
    guard !optimum.isStopped else { return nil }
    self.init(
      objective: optimum.objective, bound: optimum.bound, values: optimum.values,
      rowDuals: optimum.rowDuals, reducedCosts: optimum.reducedCosts)
  }
}

extension RelaxationSession.RestingPoint {
  /// The same basis of a program that has other figures in rows that nothing fills.
  fileprivate func of(_ program: LinearProgram) -> RelaxationSession.RestingPoint {
    RelaxationSession.RestingPoint(
      program: program, aside: aside, takenIn: takenIn, basis: basis, sifting: sifting, prices: prices,
      scale: scale, optimum: nil)
  }
}
